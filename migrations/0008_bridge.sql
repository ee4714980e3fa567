-- The language bridge: what the staff speaks, and who interpreted at a shift.

create table account_language (
    seq integer primary key,
    account integer not null references account (seq),
    language text not null,
    level text not null check (level in ('understands', 'speaks', 'interprets'))
);
create index account_language_account on account_language (account);

create table interpreting (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    person integer not null references person (seq),
    -- the entry that took it back
    voided integer
);
create index interpreting_shift on interpreting (shift);
