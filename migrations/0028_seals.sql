-- Operational ---------------------------------------------------------------------------------

-- Whether a seal may be found by the file's hash. A file without a row has bytes that anybody can
-- guess: its seal is found by its id alone.
alter table export add column findable bigint not null default 1;
-- When what stands after an entry was told.
create index export_by_entry on export (entry);
