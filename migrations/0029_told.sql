-- Operational ---------------------------------------------------------------------------------

-- What donors were told of the people of projects, in the order in which it was told. It cannot be
-- taken back, so what is told next is proved beside all of it.
create table told (
    -- UUIDv7: in the order of time
    id text primary key,
    project bigint not null,
    -- the journal's last entry then
    entry bigint not null,
    -- SHA-256 of everything that decides what is told
    inputs text not null,
    -- what was known, in so far as it was not what was known when it was told before: JSON
    difference text not null,
    -- contacts in shifts about which something was entered since then, by days and place: JSON
    touched text not null,
    -- the fate of every figure in the order of the model, a letter each: shown, small (k),
    -- complementary, row, withheld
    fates text not null
);
create unique index told_by_inputs on told (project, inputs);
-- Proofs that nobody was told of are made again.
drop table proof;
