"""The session log of 100,000 shifts, beside the SQLite shell on the same file."""

import contextlib
import csv
import sqlite3
import subprocess
import sys
from pathlib import Path

from common import Row, best_of, radionica

EXPORT_SHIFTS = 100_000
EXPORT_FROM, EXPORT_TO = "2011-06-01", "2021-04-30"

# The same columns from the same rows: what somebody would type who has only the file and the shell.
EXPORT_SQL = f"""
with held as (select * from shift where day between '{EXPORT_FROM}' and '{EXPORT_TO}'),
present as (
    select a.shift, a.person, s.workshop, s.day from held s join attendance a on a.shift = s.seq
    where a.stands = 1 and a.presence = 'present' and s.progress = 'closed'),
aged as (
    select p.seq as person, p.sex, case when p.born is not null then cast(substr(f.day, 1, 4) as integer) - p.born
        else p.told_years + cast(substr(f.day, 1, 4) as integer) - cast(substr(p.told_on, 1, 4) as integer)
             - (substr(f.day, 6) < substr(p.told_on, 6)) end as age
    from (select person, min(day) as day from present group by person) f join person p on p.seq = f.person),
counted as (
    select m.shift, count(*) as contacts, sum(g.sex = 'female') as f, sum(g.sex = 'male') as m,
        sum(g.sex = 'other') as i, sum(g.sex = 'not_disclosed') as u, sum(g.age < 18) as children,
        sum(g.age >= 18) as adults, sum(g.age is null) as unknown,
        sum(not exists (select 1 from enrolment e where e.person = m.person and e.workshop = m.workshop
            and (e.shift is null or e.shift = m.shift) and e.from_day <= m.day
            and (e.to_day is null or e.to_day >= m.day))) as walkins
    from present m join aged g on g.person = m.person group by m.shift)
select s.id, s.day, s.start, time(s.start, '+' || s.minutes || ' minutes'), s.minutes, s.progress, 'SRB',
    c.adm1_en, c.adm1_code, c.adm2_en, c.name_en, c.code,
    (select kind from centre_kind k where k.centre = c.seq and k.from_day <= s.day
     order by k.from_day desc limit 1),
    p.implementer_en, p.funder_en, p.programme_en, p.title_en, p.code, w.title_en, w.code, w.activity,
    (select count(*) from shift_facilitator x where x.shift = s.seq),
    (select count(distinct e.person) from enrolment e where e.workshop = s.workshop
        and (e.shift is null or e.shift = s.seq) and e.from_day <= s.day
        and (e.to_day is null or e.to_day >= s.day)),
    n.contacts, n.f, n.m, n.i, n.u, n.children, n.adults, n.unknown, n.walkins,
    (select count(*) from attendance a where a.shift = s.seq and a.stands = 1 and a.presence = 'absent'
        and exists (select 1 from enrolment e where e.person = a.person and e.workshop = s.workshop
            and (e.shift is null or e.shift = s.seq) and e.from_day <= s.day
            and (e.to_day is null or e.to_day >= s.day))),
    (select sum(o.quantity) from output o join product d on d.seq = o.product
     where o.shift = s.seq and o.voided is null and d.unit = 'piece'),
    date(s.closed_at), 0
from held s join workshop w on w.seq = s.workshop left join centre c on c.seq = s.centre
left join share h on h.workshop = s.workshop and h.from_day <= s.day and coalesce(h.to_day, s.day) >= s.day
left join project p on p.seq = h.project left join counted n on n.shift = s.seq
order by s.day, s.start, s.seq
"""


def fill_export(folder: Path) -> int:
    """Puts EXPORT_SHIFTS shifts beside the story, through the one door; gives the shifts in all."""
    radionica(folder, "demo", "--shifts", str(EXPORT_SHIFTS))
    with contextlib.closing(sqlite3.connect(folder / "r.db")) as database:
        database.execute("analyze")  # the shell's query planner may know what ours does not need
        database.execute("pragma wal_checkpoint(truncate)")
        (shifts,) = database.execute("select count(*) from shift where day between ? and ?",
                                     (EXPORT_FROM, EXPORT_TO)).fetchone()
    return shifts


def totals(file: Path, column: int, skip: int) -> int:
    """The sum of a column: two exports that agree in it and in their length counted alike."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return sum(int(row[column] or 0) for row in list(csv.reader(lines))[skip:])


def export(folder: Path) -> list[Row]:
    """`radionica report session-log` beside the SQLite shell, on the same file."""
    shifts = fill_export(folder)
    ours, theirs = folder / "ours.csv", folder / "theirs.csv"

    def shell() -> None:
        with theirs.open("wb") as out:
            subprocess.run(["sqlite3", "-readonly", "-csv", str(folder / "r.db"), EXPORT_SQL],
                           stdout=out, stdin=subprocess.DEVNULL, check=True, timeout=600)

    our_time = best_of(3, lambda: radionica(folder, "report", "session-log", "--from", EXPORT_FROM, "--to", EXPORT_TO,
                                            "--format", "csv", "-o", str(ours)))
    shell_time = best_of(3, shell)
    # Fast and wrong is not fast. Two lines more in ours: the labels and the hashtags.
    lines = [file.read_bytes().count(b"\n") for file in (ours, theirs)]
    if lines != [shifts + 2, shifts]:
        sys.exit(f"the exports differ in length: {lines}, expected {shifts} shifts")
    for column, name in ((22, "registered"), (26, "other sex"), (28, "children"), (31, "walk-ins"), (32, "no-shows"), (33, "pieces")):
        sums = totals(ours, column, 2), totals(theirs, column, 0)
        if sums[0] != sums[1]:
            sys.exit(f"the exports differ in {name}: {sums}")
    return [Row(f"Session log, {shifts:,} shifts, CSV", f"{our_time:,.2f} s", f"{shell_time:,.2f} s sqlite3 -csv",
                f"{our_time / shell_time:.2f}")]
