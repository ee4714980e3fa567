-- Activity cards: of those of a person the one that is not revoked works.

-- Projected -------------------------------------------------------------------------------------

create table card (
    seq integer primary key,
    id text not null unique,
    code text not null unique,
    person integer not null references person (seq),
    -- the entry that ended it: another card, or a loss
    revoked integer
);
create index card_person on card (person, revoked);
