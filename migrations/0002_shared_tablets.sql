-- Tablets that belong to the organisation and are shared, and what changed since a cursor.

-- Projected -------------------------------------------------------------------------------------

create table device (
    seq integer primary key,
    id text not null unique,
    -- what is written on it
    code text not null unique,
    centre integer not null references centre (seq),
    -- the entry that revoked it
    revoked integer
);
create index device_centre on device (centre);

-- The last entry that touched the row: who is told of changes is told of such rows again. In a
-- database that is older than this, the next migration has them written from the journal.
alter table person add column changed bigint not null default 0;
alter table enrolment add column changed bigint not null default 0;
create index person_changed on person ((coalesce(centre, 0)), changed);
create index enrolment_changed on enrolment (workshop, changed);
-- Snapshots ask for the shifts of a centre, or of those without one, around a day.
create index shift_place_day on shift ((coalesce(centre, 0)), day);

-- Vault -----------------------------------------------------------------------------------------

-- The organisation's key pair (P-256, hexadecimal): tablets seal what identifies somebody to it.
create table organisation_key (
    id integer primary key check (id = 1),
    secret text not null,
    public text not null
);

-- Operational -----------------------------------------------------------------------------------

-- Codes that a manager hands out: hashes, each for one use.
create table one_time_code (
    code_hash text primary key,
    kind text not null check (kind in ('enrol', 'pin')),
    device text not null,
    -- whose PIN
    account text,
    expires_at text not null
);
create index one_time_code_device on one_time_code (device);

-- What makes a browser the tablet.
create table device_credential (
    device text primary key,
    token_hash text not null unique,
    created_at text not null,
    -- when it last sent or asked something
    seen_at text,
    -- its first request after it was revoked
    handed_in_at text
);

-- Accounts that proved themselves on a tablet, each with a token of its own.
create table device_member (
    device text not null,
    account text not null,
    token_hash text not null unique,
    created_at text not null,
    primary key (device, account)
);
