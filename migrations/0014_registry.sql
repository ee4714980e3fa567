-- The registry of people: corrections, stays, consents, the short set on functioning, who looked,
-- two records that are one person; waiting lists and offers.

-- What a project asks of the people in its workshops: a JSON list.
alter table project add column asks text not null default '[]';

-- The last day on which identities of its people are kept.
alter table project add column retain_until text;

alter table person add column separation text;
-- Where somebody was registered; `centre` is where they live now, or lived last.
alter table person add column first_centre integer references centre (seq);
-- Since when somebody lives nowhere with us.
alter table person add column departed text;
-- The record that is used instead: they are one person.
alter table person add column same_as integer references person (seq);
-- The entry by which whatever identified somebody was erased.
alter table person add column erased integer;
create index person_touched on person (changed);
create index person_same_as on person (same_as);

-- Arrivals, transfers and departures; the latest day stands, of one day the latest entry.
create table stay (
    seq integer primary key,
    person integer not null references person (seq),
    day text not null,
    -- none: left
    centre integer references centre (seq),
    -- where they lived before
    from_centre integer references centre (seq)
);
create index stay_person on stay (person, day);
create index stay_from on stay (from_centre, day);

create table consent (
    seq integer primary key,
    id text not null unique,
    person integer not null references person (seq),
    purpose text not null,
    on_day text not null,
    version text not null,
    language text not null,
    guardian text,
    withdrawn_on text
);
create index consent_person on consent (person);

create table functioning (
    seq integer primary key,
    person integer not null references person (seq),
    on_day text not null,
    -- a JSON list of questions and answers
    answers text not null
);
create index functioning_person on functioning (person, on_day);

-- Who looked is the actor of the entry, when is its instant.
create table look (
    seq integer primary key,
    person integer not null references person (seq)
);
create index look_person on look (person);

create table merge (
    seq integer primary key,
    id text not null unique,
    kept integer not null references person (seq),
    other integer not null references person (seq),
    -- the entry that took it back
    undone integer
);
create index merge_kept on merge (kept);
create index merge_other on merge (other);

-- Two records that look alike and are two people.
create table apart (
    seq integer primary key,
    one integer not null references person (seq),
    other integer not null references person (seq)
);

-- In the order in which they joined.
create table waiting (
    seq integer primary key,
    id text not null unique,
    person integer not null references person (seq),
    workshop integer not null references workshop (seq),
    -- for this shift only; for all shifts of the workshop when null
    shift integer references shift (seq),
    -- how it ended: by an enrolment, by leaving, or by declining an offer
    ended text check (ended in ('enrolled', 'left', 'declined'))
);
create index waiting_workshop on waiting (workshop, ended);
create index waiting_person on waiting (person);

create table offer (
    seq integer primary key,
    id text not null unique,
    waiting integer not null references waiting (seq),
    until_day text not null
);
create index offer_waiting on offer (waiting);

-- Why somebody was enrolled although no place was left.
alter table enrolment add column despite text;
