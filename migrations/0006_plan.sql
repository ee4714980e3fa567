-- The plan: rooms, schedules that make shifts, closed days; shifts that move or go.

create table room (
    seq integer primary key,
    id text not null unique,
    centre integer not null references centre (seq),
    code text not null unique,
    name_en text not null,
    name_sr text not null
);
create index room_centre on room (centre);

create table room_capacity (
    seq integer primary key,
    room integer not null references room (seq),
    from_day text not null,
    people bigint not null check (people > 0)
);
create index room_capacity_day on room_capacity (room, from_day);

create table schedule (
    seq integer primary key,
    id text not null unique,
    workshop integer not null references workshop (seq),
    -- a recurrence rule of RFC 5545
    rule text not null,
    from_day text not null,
    to_day text,
    -- a JSON list of times of day
    starts text not null,
    minutes bigint not null check (minutes > 0),
    room integer references room (seq),
    -- a JSON list of accounts
    facilitators text not null,
    despite text
);
create index schedule_workshop on schedule (workshop);

create table closure (
    seq integer primary key,
    id text not null unique,
    centre integer not null references centre (seq),
    -- only this room
    room integer references room (seq),
    from_day text not null,
    to_day text not null,
    reason text not null,
    -- the entry that opened the days again
    reopened integer
);
create index closure_centre on closure (centre, from_day);

alter table shift add column schedule integer references schedule (seq);
alter table shift add column room integer references room (seq);
-- The entry that moved it, took it off the plan or brought it back: who is told of changes is told
-- of it again.
alter table shift add column changed bigint not null default 0;
-- Off the plan: its schedule ended before anybody touched it.
alter table shift add column withdrawn bigint not null default 0 check (withdrawn in (0, 1));
-- Why it stands where it was moved to, if something spoke against it.
alter table shift add column despite text;
create index shift_schedule on shift (schedule);
-- Each sync asks which shifts of a centre changed; most never did.
create index shift_changed on shift ((coalesce(centre, 0)), changed);
