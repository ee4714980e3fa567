-- The split of a day's occupancy.

-- A JSON list of cells {sex, band, people}; nothing where no cell is known.
alter table occupancy add column cells text;
