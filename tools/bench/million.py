"""A million shifts and two million marks, in a database that holds a week of the demo.

Through the door they would take a quarter of an hour, so the tables that the journal is projected to are
filled with SQL: what a report reads is there, the entries behind it are not, and `radionica journal
check` would say so. Nothing in it is drawn by chance: the same rows every time.

Ten whole years in twenty centres with three workshops each. One shift in five keeps a list of ten
people, half of them enrolled; the others count heads. Ten people arrive in each centre every month
and stay for a year. There are people registered twice and joined, marks and pieces taken back,
places for a single shift, shifts called off and shifts that nobody logged.
"""

import contextlib
import sqlite3
import sys
from pathlib import Path

FROM, TO = "2011-04-01", "2021-03-31"
SHIFTS, MARKS = 1_000_000, 2_000_000

# Keys far from those of the demo; `n` counts the shifts, `h` is a number that looks drawn.
FILL = f"""
create temp table course as
    select (row_number() over (order by w.centre, w.seq) - 1) as place, w.seq, w.centre,
        (row_number() over (partition by w.centre order by w.seq) - 1) as kind,
        (row_number() over (order by w.centre, w.seq) - 1) / 3 as site,
        (select min(seq) from product where workshop = w.seq and unit = 'piece') as product
    from workshop w where w.code like '%-Y-%';
create unique index temp.course_place on course (place);

create temp table planned as
    with recursive
        numbers(n) as (select 0 union all select n + 1 from numbers where n < {SHIFTS} - 1),
        dated as (select n, date('{FROM}', (n * 3653 / {SHIFTS}) || ' days') as day from numbers)
    select n, day, n * 7919 % 10007 as h, 7 + n / 60 % 6 * 2 as hour, (n / 60 + n) % 5 = 0 as listed,
        (cast(substr(day, 1, 4) as integer) - 2011) * 12 + cast(substr(day, 6, 2) as integer) - 4 as m,
        c.seq as workshop, c.centre, c.kind, c.site, c.product
    from dated join course c on c.place = n % 60
    order by n;

insert into person (seq, id, code, centre, kind, sex, born, told_years, told_on, nationality, separation,
                    first_centre, changed)
    with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i < 1309)
    select 20000000 + c.site * 2000 + i, printf('0000000b-0000-4000-8000-%012x', c.site * 2000 + i),
        printf('M-%05d', c.site * 2000 + i), c.centre, 'resident',
        case when i % 29 = 0 then 'other' when i % 31 = 0 then 'not_disclosed' when i % 5 < 2 then 'female' else 'male' end,
        case when i % 10 < 8 then 2010 + i / 120 - i * 37 % 80 end,
        case when i % 10 = 8 then i * 13 % 70 end,
        case when i % 10 = 8 then date('{FROM}', (i / 10 - 11) || ' months', (i % 28) || ' days') end,
        'AFG', case i % 33 when 1 then 'unaccompanied' when 2 then 'separated' when 3 then 'accompanied' end,
        c.centre, 20000000 + c.site * 2000 + i
    from course c join numbers where c.kind = 0;
-- Registered twice and joined: with somebody who came a month later.
update person set same_as = seq + 10 where seq >= 20000000 and seq % 2000 % 97 = 5 and seq % 2000 < 1300;

insert into functioning (seq, person, on_day, answers)
    select seq, seq, '2011-01-01', case when seq % 40 < 20
        then '[["seeing","some"],["walking","a_lot"]]' else '[["hearing","cannot"]]' end
    from person where seq >= 20000000 and seq % 20 = 3;
insert into functioning (seq, person, on_day, answers)
    select seq + 1000000, seq, '2011-02-01', '[["hearing","some"]]' from person where seq >= 20000000 and seq % 80 = 3;

insert into enrolment (seq, id, person, workshop, from_day, to_day)
    select 50000000 + c.site * 2000 + i, printf('0000000c-0000-4000-8000-%012x', c.site * 2000 + i),
        p.seq, c.seq, date('{FROM}', (i / 10 - 11) || ' months'), date('{FROM}', (i / 10 + 1) || ' months', '-1 day')
    from (select seq, seq % 2000 as i, (seq - 20000000) / 2000 as site from person where seq >= 20000000) p
    join course c on c.site = p.site and c.kind = p.i % 10;

insert into share (seq, workshop, project, from_day, to_day)
    select 60000000 + place, seq, (select min(seq) from project), '{FROM}', '2016-03-31' from course where kind < 2;
insert into share (seq, workshop, project, from_day)
    select 61000000 + place, seq, (select max(seq) from project), '2016-04-01' from course where kind > 0;

insert into shift (seq, id, workshop, centre, day, start, minutes, progress, closed_at, reason, changed)
    select 10000000 + n, printf('0000000a-0000-4000-8000-%012x', n), workshop, centre, day, printf('%02d:00', hour), 120,
        case when h % 25 = 7 then 'did_not_happen' when h % 50 = 3 then 'open' else 'closed' end,
        case when h % 25 <> 7 and h % 50 <> 3 then day || printf('T%02d:05:00.000Z', hour + 2) end,
        case when h % 25 = 7 then 'nobody_came' end, 10000000 + n
    from planned order by n;

insert into shift_facilitator (seq, shift, account)
    select 10000000 + 2 * n, 10000000 + n, (select min(seq) from account) from planned order by n;
insert into shift_facilitator (seq, shift, account)
    select 10000001 + 2 * n, 10000000 + n, (select max(seq) from account) from planned where h % 4 = 0 order by n;

insert into enrolment (seq, id, person, workshop, shift, from_day)
    select 51000000 + n, printf('0000000d-0000-4000-8000-%012x', n),
        20000000 + site * 2000 + 10 * (m + h % 12) + 9, workshop, 10000000 + n, day
    from planned where listed and h % 19 = 0 order by n;

-- The first five of a list are enrolled, the others come by.
insert into attendance (seq, id, shift, person, presence, made_at, stands, disputed)
    with recursive j(j) as (select 0 union all select j + 1 from j where j < 9)
    select 30000000 + 10 * n + j, printf('0000000e-%04x-4000-8000-%012x', j, n), 10000000 + n,
        20000000 + site * 2000 + case when j < 5 then 10 * (m + (h + j) % 12) + kind
            else 10 * (m + (h + 5 * j) % 12) + 3 + (h + j) % 7 end,
        case when j = 4 and h % 2 = 0 or j = 9 and h % 3 = 0 then 'absent' else 'present' end,
        day || printf('T%02d:00:00.000Z', hour), 1, 0
    from planned join j where listed order by n, j;
insert into attendance (seq, id, shift, person, presence, made_at, stands, disputed)
    select seq + 20000000, '1' || substr(id, 2), shift, person, case presence when 'present' then 'absent' else 'present' end,
        made_at, 0, 0
    from attendance where seq >= 30000000 and seq % 50 = 0 order by seq;

insert into headcount (seq, id, shift, sex, band, people, made_at, stands, disputed)
    with recursive twice(j) as (select 0 union all select 1)
    select 10000000 + 2 * n + j, printf('0000000f-%04x-4000-8000-%012x', j, n), 10000000 + n,
        case (h + j) % 4 when 0 then 'female' when 1 then 'male' when 2 then 'not_disclosed' else 'male' end,
        case (h + j) % 6 when 0 then '0-4' when 1 then '5-11' when 2 then '12-17' when 3 then '18-59' when 4 then '60+'
            else 'unknown' end,
        (h + 3 * j) % 15, day || printf('T%02d:30:00.000Z', hour), case when (h + j) % 40 = 0 then 0 else 1 end, 0
    from planned join twice where not listed and (j = 0 or h % 3 = 0) order by n, j;

insert into output (seq, id, shift, product, quantity, voided, made_at, rejected)
    select 10000000 + n, printf('00000010-0000-4000-8000-%012x', n), 10000000 + n, product, 1 + h % 24,
        case when h % 60 = 0 then 1 end, day || printf('T%02d:40:00.000Z', hour), case when h % 20 = 2 then 1 else 0 end
    from planned where product is not null and h % 2 = 0 order by n;

drop table temp.planned;
drop table temp.course;
"""


def fill(file: Path) -> None:
    """Fills a database that `radionica demo --weeks … --centres 20` made."""
    with contextlib.closing(sqlite3.connect(file)) as database:
        # Whatever ends here half done is thrown away with its folder.
        database.execute("pragma journal_mode = off")
        database.execute("pragma synchronous = off")
        database.execute("pragma cache_size = -400000")
        database.executescript(f"begin; {FILL} commit;")
        # The shell's query planner may know what ours does not need.
        database.execute("analyze")
        count = lambda query: database.execute(query, (FROM, TO)).fetchone()[0]
        made = (count("select count(*) from shift where day between ? and ?"),
                count("select count(*) from shift s join attendance a on a.shift = s.seq and a.stands = 1 where s.day between ? and ?"))
    if made != (SHIFTS, MARKS):
        sys.exit(f"the database holds {made[0]:,} shifts and {made[1]:,} marks of the period")
