"""R1 and R3 as somebody would write them who has only the tables.

They count as the reports do: of two records that are one person the used one, an age at the first
attendance that is counted, people counted without a name as a range. Step by step, since the shell's
query planner takes a step inside a statement for short and then reads it whole for each row of another;
with a table of its own and an index it is some fifty times faster. DuckDB gets the same steps in one
statement, which it is best at.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass
class Step:
    """What later steps read by its name; they look it up by the key, if it has one."""

    name: str
    key: str
    text: str


@dataclass
class Question:
    steps: list[Step]
    text: str

    def for_shell(self) -> str:
        lines = []
        for step in self.steps:
            lines.append(f"create temp table {step.name} as {step.text};")
            if step.key:
                lines.append(f"create index temp.{step.name}_key on {step.name} ({step.key});")
        return "\n".join([*lines, f"{self.text};"])

    def for_duckdb(self) -> str:
        return f"with {', '.join(f'{step.name} as ({step.text})' for step in self.steps)}\n{self.text}"


def sums(over: list[tuple[str, str]], of: str = "1") -> str:
    """Columns that add `of` up where something holds."""
    return ", ".join(f"sum(case when {where} then {of} else 0 end) as {name}" for name, where in over)


def age(day: str) -> str:
    """The age of p on a day."""
    year = lambda text: f"cast(substr({text}, 1, 4) as integer)"
    return f"""case when p.born is not null then {year(day)} - p.born
        when p.told_on is not null then p.told_years + {year(day)} - {year('p.told_on')}
            - case when substr({day}, 6) < substr(p.told_on, 6) then 1 else 0 end end"""


SEXES = [("f", "sex = 'female'"), ("m", "sex = 'male'"), ("i", "sex = 'other'"), ("u", "sex = 'not_disclosed'")]
USED = "coalesce(p.same_as, p.seq)"


def held(first: str, last: str) -> list[Step]:
    """The shifts, and of those that were held who was marked, once each, and who was counted."""
    return [
        Step("planned", "seq", f"""
            select seq, id, workshop, centre, day, start, minutes, progress, closed_at from shift
            where day between '{first}' and '{last}' and withdrawn = 0"""),
        Step("marks", "", f"""
            select s.seq as shift, {USED} as person, s.workshop, s.centre, s.day,
                max(case when a.presence = 'present' then 1 else 0 end) as came
            from planned s join attendance a on a.shift = s.seq and a.stands = 1 and a.presence <> 'unmarked'
            join person p on p.seq = a.person
            where s.progress = 'closed' group by s.seq, {USED}, s.workshop, s.centre, s.day"""),
        Step("heads", "shift", f"""
            select h.shift, sum(h.people) as people, {sums(SEXES, 'h.people')},
                {sums([('children', "band in ('0-4', '5-11', '12-17')"), ('adults', "band in ('18-59', '60+')"),
                       ('no_age', "band = 'unknown'")], 'h.people')}
            from planned s join headcount h on h.shift = s.seq and h.stands = 1
            where s.progress = 'closed' group by h.shift"""),
    ]


def session_log(first: str, last: str) -> Question:
    """A row for each shift, with the columns of R1."""
    came = [(name, f"came = 1 and {where}") for name, where in
            [*SEXES, ("children", "age < 18"), ("adults", "age >= 18"), ("no_age", "age is null")]]
    of_held = lambda value: f"case when s.progress = 'closed' then {value} end"
    added = ", ".join(of_held(f"coalesce(n.{name}, 0) + coalesce(h.{name}, 0)") for name in ("people", *(name for name, _ in came)))
    ends = "(cast(substr(s.start, 1, 2) as integer) * 60 + cast(substr(s.start, 4, 2) as integer) + s.minutes)"
    steps = [
        *held(first, last),
        # In the workshop on a day; `0` stands for no shift, which the planner would take for rare.
        Step("expected", "workshop, day, person", f"""
            select distinct d.workshop, d.day, {USED} as person
            from (select distinct workshop, day from planned) d
            join enrolment e on e.workshop = d.workshop and coalesce(e.shift, 0) = 0
                and coalesce(e.to_day, '9999') >= d.day and e.from_day <= d.day
            join person p on p.seq = e.person"""),
        Step("only_here", "shift, person", f"""
            select distinct e.shift, {USED} as person
            from planned s join enrolment e on e.shift = s.seq join person p on p.seq = e.person"""),
        Step("enrolled", "workshop, day", "select workshop, day, count(*) as people from expected group by workshop, day"),
        Step("enrolled_here", "shift", """
            select o.shift, count(*) as people from only_here o join planned s on s.seq = o.shift
            left join expected x on x.workshop = s.workshop and x.day = s.day and x.person = o.person
            where x.person is null group by o.shift"""),
        Step("firsts", "person", "select person, min(day) as day from marks where came = 1 group by person"),
        Step("counted", "shift", f"""
            select shift, sum(came) as people, {sums(came)},
                {sums([('walk_ins', 'came = 1 and not enrolled'), ('no_shows', 'came = 0 and enrolled')])}
            from (select m.shift, m.came, p.sex, {age('f.day')} as age, x.person is not null or o.person is not null as enrolled
                from marks m join person p on p.seq = m.person left join firsts f on f.person = m.person
                left join expected x on x.workshop = m.workshop and x.day = m.day and x.person = m.person
                left join only_here o on o.shift = m.shift and o.person = m.person) one
            group by shift"""),
        Step("made", "shift", f"""
            select o.shift, {sums([('pieces', 'o.rejected = 0'), ('rejected', 'o.rejected = 1')], 'o.quantity')}
            from planned s join output o on o.shift = s.seq and o.voided is null
            join product d on d.seq = o.product and d.unit = 'piece'
            where s.progress = 'closed' group by o.shift"""),
        Step("led", "shift", """
            select f.shift, count(*) as facilitators
            from planned s join shift_facilitator f on f.shift = s.seq group by f.shift"""),
        Step("kinds", "centre", """
            select centre, kind, from_day,
                lead(from_day, 1, '9999') over (partition by centre order by from_day, seq) as until_day
            from centre_kind"""),
    ]
    return Question(steps, f"""
        select s.id, s.day, s.start, printf('%02d:%02d', cast(({ends} - {ends} % 60) / 60 as integer), {ends} % 60),
            s.minutes, case s.progress when 'open' then 'not_logged' else s.progress end, 'SRB',
            c.adm1_en, c.adm1_code, c.adm2_en, c.name_en, c.code, k.kind,
            j.implementer_en, j.funder_en, j.programme_en, j.title_en, j.code, w.title_en, w.code, w.activity,
            coalesce(l.facilitators, 0), {of_held('coalesce(r.people, 0) + coalesce(t.people, 0)')}, {added},
            {of_held('coalesce(n.walk_ins, 0)')}, {of_held('coalesce(n.no_shows, 0)')}, {of_held('coalesce(d.pieces, 0)')},
            {of_held('substr(s.closed_at, 1, 10)')}, 0, {of_held('coalesce(d.rejected, 0)')}
        from planned s join workshop w on w.seq = s.workshop
        left join centre c on c.seq = s.centre
        left join kinds k on k.centre = s.centre and k.from_day <= s.day and s.day < k.until_day
        left join share a on a.workshop = s.workshop and a.from_day <= s.day and coalesce(a.to_day, '9999') >= s.day
        left join project j on j.seq = a.project
        left join led l on l.shift = s.seq
        left join enrolled r on r.workshop = s.workshop and r.day = s.day
        left join enrolled_here t on t.shift = s.seq
        left join counted n on n.shift = s.seq
        left join heads h on h.shift = s.seq
        left join made d on d.shift = s.seq
        order by s.day, s.start, s.seq""")


def months(first: str, last: str) -> str:
    """The calendar months from one day to another, as rows."""
    rows, day = [], date.fromisoformat(first)
    while str(day) <= last:
        after = (day + timedelta(days=32)).replace(day=1)
        rows.append(f"select '{day:%Y-%m}' as month, '{day}' as begins, '{after - timedelta(days=1)}' as ends")
        day = after
    return " union all ".join(rows)


def people_by_sex_and_age(first: str, last: str) -> Question:
    """A row for each month, of all centres and of each, with the columns of R3. Place 0 is all centres."""
    # Nobody is younger than 0, and a birth year may be wrong.
    bands = [(-99, 4), (5, 11), (12, 17), (18, 59), (60, 199)]
    cells = [(f"{sex}_to_{most}", f"{where} and age between {least} and {most}")
             for sex, where in SEXES[:2] for least, most in bands]
    cells += [("other", "sex = 'other'"),
              ("unknown", "sex = 'not_disclosed' or sex in ('female', 'male') and age is null"),
              ("disabled", "disabled"), ("uasc", "alone and age < 18")]
    named, largest = "coalesce(n.named, 0)", "coalesce(c.largest, 0)"
    steps = [
        *held(first, last),
        Step("months", "", months(first, last)),
        Step("in_centre", "", """
            select substr(day, 1, 7) as month, centre as place, person, min(day) as day
            from marks where came = 1 group by substr(day, 1, 7), centre, person"""),
        Step("reached", "", """
            select month, place, person, day from in_centre
            union all select month, 0, person, min(day) from in_centre group by month, person"""),
        Step("disabled", "person", f"""
            select person from (
                select {USED} as person, f.answers,
                    row_number() over (partition by {USED} order by f.on_day desc, f.seq desc) as latest
                from functioning f join person p on p.seq = f.person) one
            where latest = 1 and (answers like '%"a_lot"%' or answers like '%"cannot"%')"""),
        Step("alone", "person", f"""
            select distinct {USED} as person from person p where p.separation in ('separated', 'unaccompanied')"""),
        Step("people", "month, place", f"""
            select month, place, count(*) as named, {sums(cells)}
            from (select r.month, r.place, p.sex, {age('r.day')} as age, d.person is not null as disabled, l.person is not null as alone
                from reached r join person p on p.seq = r.person
                left join disabled d on d.person = r.person left join alone l on l.person = r.person) one
            group by month, place"""),
        Step("came", "shift", "select shift, sum(came) as people from marks group by shift"),
        Step("by_centre", "", """
            select substr(s.day, 1, 7) as month, s.centre as place, sum(coalesce(h.people, 0)) as heads,
                max(coalesce(n.people, 0) + coalesce(h.people, 0)) as largest
            from planned s left join came n on n.shift = s.seq left join heads h on h.shift = s.seq
            where s.progress = 'closed' group by substr(s.day, 1, 7), s.centre"""),
        Step("contacts", "month, place", """
            select month, place, largest, heads from by_centre
            union all select month, 0, max(largest), sum(heads) from by_centre group by month"""),
        Step("places", "", """
            select 0 as place, 'All centres' as name, 'ALL' as code
            union all select seq, name_en, code from centre where seq in (select place from by_centre)"""),
        Step("ranged", "", f"""
            select t.begins, t.ends, q.place, q.name, q.code, {', '.join(f'coalesce(n.{name}, 0) as {name}' for name, _ in cells)},
                case when {named} > {largest} then {named} else {largest} end as least, {named} + coalesce(c.heads, 0) as most
            from months t cross join places q
            left join people n on n.month = t.month and n.place = q.place
            left join contacts c on c.month = t.month and c.place = q.place"""),
    ]
    return Question(steps, f"""
        select begins, ends, name, code, null, {', '.join(name for name, _ in cells)},
            case when least = most then least end, least, most, 0
        from ranged order by begins, place""")


# Each report by its name.
QUESTIONS: dict[str, Callable[[str, str], Question]] = {
    "session-log": session_log, "people-by-sex-and-age": people_by_sex_and_age,
}
