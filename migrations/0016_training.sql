-- Trainings: how far somebody is, and whether they completed it.

-- Projected -------------------------------------------------------------------------------------

-- The latest day stands, of one day the latest entry.
create table progress (
    seq integer primary key,
    enrolment integer not null references enrolment (seq),
    on_day text not null,
    percent bigint not null check (percent between 0 and 100),
    completed bigint not null check (completed in (0, 1))
);
create index progress_enrolment on progress (enrolment, on_day);
