-- A centre as a place: the split of its occupancy, its address, what it hands out.

-- A JSON list of cells {sex, band, people}; nothing where no cell is known.
alter table occupancy add column cells text;

-- Where a centre stands, from a day on.
create table centre_address (
    seq integer primary key,
    centre integer not null references centre (seq),
    from_day text not null,
    street_en text not null,
    street_sr text not null,
    place_en text not null,
    place_sr text not null,
    source text not null
);
create index centre_address_day on centre_address (centre, from_day);

-- To whom a centre hands out what it makes: organisations and places, never persons.
create table recipient (
    seq integer primary key,
    id text not null unique,
    centre integer not null references centre (seq),
    name_en text not null,
    name_sr text not null
);
create index recipient_centre on recipient (centre);

create table hand_out (
    seq integer primary key,
    id text not null unique,
    product integer not null references product (seq),
    recipient integer not null references recipient (seq),
    day text not null,
    quantity bigint not null check (quantity > 0),
    -- the entry that took it back
    voided integer
);
create index hand_out_day on hand_out (recipient, day);
