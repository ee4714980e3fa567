-- Secret addresses of calendars: of a centre's plan, or of somebody's own shifts.

-- Operational: hashes; a new address ends the old one.
create table calendar (
    kind text not null check (kind in ('centre', 'account')),
    -- the id of the centre or the account
    subject text not null,
    token_hash text not null unique,
    created_at text not null,
    primary key (kind, subject)
);
