-- Operational ---------------------------------------------------------------------------------

-- Files that left: who took which report, made from which entry of the journal, with its seal. A
-- seal is found by the file's hash, so a file can be checked without anything beside it.
create table export (
    -- UUIDv7: in the order of time
    id text primary key,
    -- the account's id; null for the command line
    account text,
    report text not null,
    -- domain::report::Query as JSON
    query text not null,
    -- internal, donor
    audience text not null,
    -- the journal's last entry that it was made from
    entry bigint not null,
    sha256 text not null,
    made_at text not null,
    seal text not null
);
create index export_by_hash on export (sha256);
create index export_by_account on export (account, report, id);
