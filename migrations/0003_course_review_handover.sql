-- The course of a shift as facts, notes, handovers; permissions as of a moment; decisions about
-- entries under review.
--
-- What is new here and projected is not filled here: `projection` says by which version of the
-- projection the tables were written, and a store that knows a newer one writes them anew from
-- the journal when it opens.

create table projection (
    id integer primary key check (id = 1),
    version bigint not null
);
insert into projection (id, version) values (1, 1);

-- Projected -------------------------------------------------------------------------------------

-- Everything that was said of a shift's course; `stands` is 1 for what counts, and the columns
-- `progress`, `closed_at` and `reason` of the shift follow it (domain::attendance).
create table course (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    progress text not null check (progress in ('open', 'closed', 'did_not_happen')),
    reason text,
    made_at text not null,
    replaces text,
    stands bigint not null check (stands in (0, 1)),
    disputed bigint not null check (disputed in (0, 1))
);
create index course_shift on course (shift);

-- The text of a note is in the vault, under its id.
create table note (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq)
);
create index note_shift on note (shift);

-- A receipt: what two facilitators saw when one handed a shift over to the other.
create table handover (
    seq integer primary key,
    id text not null unique,
    shift integer not null references shift (seq),
    giver integer not null references account (seq),
    taker integer not null references account (seq),
    listed bigint not null,
    present bigint not null,
    absent bigint not null,
    walk_ins bigint not null,
    headcount bigint not null,
    -- a JSON list of products with quantities
    made text not null,
    unsent bigint not null,
    made_at text not null
);
create index handover_shift on handover (shift);

-- Added on the spot by whoever logs, outside the plan.
alter table shift add column one_off bigint not null default 0 check (one_off in (0, 1));
-- When it was made, by its maker's corrected clock.
alter table output add column made_at text;
-- When it was disabled, by the corrected clock of whoever did: what was made before is taken in.
alter table account add column disabled_at text;
-- The same of a permission that was taken back.
alter table access add column revoked_at text;

-- Operational -----------------------------------------------------------------------------------

-- What a manager decided.
alter table review add column settled text check (settled in ('released', 'dismissed'));
alter table review add column settled_by text;
alter table review add column settled_at text;
-- The order in which entries came to wait.
alter table review add column number bigint not null default 0;
-- The id of the unknown thing that it waits for: when that is made, it is judged again.
alter table review add column awaits text;
create index review_awaits on review (awaits, fault);
create index review_number on review (number);
