-- Operational ---------------------------------------------------------------------------------

-- What donors may see of a project's people, as it was last proved: it can be lost, and is then
-- proved again from the journal's tables.
create table proof (
    project bigint primary key,
    -- SHA-256 of everything that decides it
    inputs text not null,
    -- the fate of every figure in the order of the model, a letter each: shown, small (k),
    -- complementary, row
    fates text not null
);
