-- Access tokens: how programs fetch the reports that an account may see.

-- Projected -------------------------------------------------------------------------------------

create table token (
    seq integer primary key,
    id text not null unique,
    account integer not null references account (seq),
    -- the last reporting day on which it works
    until_day text not null,
    -- the entry that revoked it
    revoked integer
);
create index token_account on token (account);

-- Operational -----------------------------------------------------------------------------------

-- SHA-256 of secrets of 256 random bits; what a token is for is in the vault, under its id.
create table token_secret (
    token text primary key,
    secret_hash text not null unique,
    -- the last reporting day on which it was used
    used_on text
);
