-- Operational ---------------------------------------------------------------------------------

-- When the journal was last checked and the last backup made, and what came of it.
create table upkeep (
    -- check, backup
    what text primary key,
    at text not null,
    -- the last entry of the journal then
    entries bigint not null,
    -- rows and entries that did not agree
    problems bigint not null
);
