-- What each entry of the journal was about, so that the journal is read by centre, kind, shift and
-- participant; and up to when the figures of a centre are closed.

create index journal_actor on journal (actor, seq);
create index journal_received on journal (received_at, seq);

-- Projected -------------------------------------------------------------------------------------

create table entry (
    seq integer primary key,
    -- the command's name in JSON
    kind text not null,
    centre integer,
    shift integer,
    person integer
);
create index entry_kind on entry (kind, seq);
create index entry_centre on entry (centre, seq);
create index entry_shift on entry (shift, seq);
create index entry_person on entry (person, seq);

-- The last row of a centre says what holds.
create table period_close (
    seq integer primary key,
    centre integer not null references centre (seq),
    -- the last reporting day that is closed
    closed_to text not null
);
create index period_close_centre on period_close (centre, seq);
