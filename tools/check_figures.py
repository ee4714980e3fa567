#!/usr/bin/env python3
"""Computes the figures of the reports again, from rows and without our code, and compares.

    tools/check_figures.py FOLDER

FOLDER holds files of one reader, in the profile for machines: session-log.csv and attendance.csv of
all time, ages/FROM--TO.csv with the attendance of each period by itself in which an age counts (it is
the one at the first attendance there: each piece of R3; what the trends by age tell, and the piece
before it), and any number of `NAME--FROM--TO[--STEP[--SPLIT]].csv` of other reports. Prints what
differs, a line each, and ends with 1; else how many figures agreed. Plain Python, on purpose.
"""

import csv
import sys
from collections import defaultdict
from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        next(reader)  # the heads are for people, the tags name the columns
        tags = next(reader)
        return [dict(zip(tags, row, strict=True)) for row in reader]


folder = Path(sys.argv[1])
held = {}  # session id → its row, for those that were held
sessions = rows(folder / "session-log.csv")
for row in sessions:
    if row["#status"] == "closed":
        held[row["#meta+id"]] = row
people = defaultdict(list)  # session id → who was expected or marked
for row in rows(folder / "attendance.csv"):
    people[row["#meta+id"]].append(row)

CHILDREN = {"0-4", "5-11", "12-17"}


def number(text):
    return int(text) if text else 0


def headcount(session):
    named = sum(one["#x_presence"] == "present" for one in people[session["#meta+id"]])
    return number(session["#output+contacts+num"]) - named


def by_sex(session, sex, tag):
    named = sum(
        one["#x_presence"] == "present" and one["#x_sex"] == sex
        for one in people[session["#meta+id"]]
    )
    return number(session[tag]) - named


def pieces(first, last, step):
    """The pieces of a period: the calendar's, cut off where the period begins and ends."""
    day = first
    while day <= last:
        if step == "day":
            end = day
        elif step == "week":
            end = day + timedelta(days=6 - day.weekday())
        elif step in ("month", "quarter", "year"):
            months = {"month": 1, "quarter": 3, "year": 12}[step]
            month = (day.month - 1) // months * months + months
            end = date(day.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        else:
            end = last
        yield day, min(end, last)
        day = min(end, last) + timedelta(days=1)


def before(first, last, step):
    """The period of the same kind that ended the day before."""
    end = first - timedelta(days=1)
    if step in ("day", "week", "month", "quarter", "year"):
        begin = {
            "day": lambda d: d,
            "week": lambda d: d - timedelta(days=d.weekday()),
            "month": lambda d: d.replace(day=1),
            "quarter": lambda d: date(d.year, (d.month - 1) // 3 * 3 + 1, 1),
            "year": lambda d: date(d.year, 1, 1),
        }[step]
        whole = begin(first) == first and begin(last + timedelta(days=1)) == last + timedelta(days=1)
        if whole:
            return begin(end), end
    return end - (last - first), end


def in_days(first, last):
    return [s for s in held.values() if first.isoformat() <= s["#date+occurred"] <= last.isoformat()]


def came(session, of):
    return [o for o in people[session["#meta+id"]] if o["#x_presence"] == "present" and of(o)]


def came_before(day, of_session=lambda session: True):
    """Who came before a day."""
    return {
        one["#meta+person+code"]
        for s in held.values()
        if s["#date+occurred"] < day.isoformat() and of_session(s)
        for one in came(s, lambda one: True)
    }


def ages_in(first, last):
    """The age bands that hold for a period, by session and person."""
    return {
        (one["#meta+id"], one["#meta+person+code"]): one["#x_age+band"]
        for one in rows(folder / "ages" / f"{first}--{last}.csv")
    }


problems, agreed = [], 0


def compare(where, name, told, computed):
    global agreed
    if str(told) == str(computed):
        agreed += 1
    else:
        problems.append(f"{where}: {name} is told as {told!r}, and is {computed!r}")


def of_group(split, row, ages):
    """Which sessions and which people a row is of, and of which sex."""
    group = row["#x_group"]
    everybody = lambda one: True
    if split == "centre":
        return (lambda s: s["#loc+facility+code"] == group), everybody, None
    if split == "workshop":
        return (lambda s: s["#service+code"] == group), everybody, None
    if split == "sex":
        return (lambda s: True), (lambda one: one["#x_sex"] == group), group
    if split == "age":
        band = lambda one: ages[(one["#meta+id"], one["#meta+person+code"])]
        return (lambda s: True), (lambda one: band(one) == group), None
    return (lambda s: True), everybody, None


NAMED = ("sex", "age")  # splits of people, to whom no shift belongs


def summary(path, first, last, step, split):
    told, ages = rows(path), {}
    if split == "age":
        first_piece = next(pieces(first, last, step))
        ages = ages_in(first, last) | ages_in(*before(*first_piece, step))
    for row in told:
        days = date.fromisoformat(row["#date+start"]), date.fromisoformat(row["#date+end"])
        where = f"{path.name} {days[0]} {row['#x_group']}"
        sessions_of, people_of, sex = of_group(split, row, ages)
        mine = [s for s in in_days(*days) if sessions_of(s)]
        plan = [
            s
            for s in sessions
            if days[0].isoformat() <= s["#date+occurred"] <= days[1].isoformat() and sessions_of(s)
        ]
        persons, counted, largest = set(), 0, 0
        registered = attended = no_shows = walk_ins = 0
        for session in mine:
            present = came(session, people_of)
            tag = {"f": "#output+contacts+f+num", "m": "#output+contacts+m+num"}.get(sex)
            if tag:
                heads = by_sex(session, sex, tag)
            else:
                heads = 0 if split in NAMED else headcount(session)
            counted += heads
            largest = max(largest, len(present) + heads)
            persons |= {one["#meta+person+code"] for one in present}
            for one in people[session["#meta+id"]]:
                if not people_of(one):
                    continue
                was_in = one["#x_registered+num"] == "1"
                registered += was_in
                attended += was_in and one["#x_presence"] == "present"
                no_shows += was_in and one["#x_presence"] == "absent"
                walk_ins += not was_in and one["#x_presence"] == "present"
        # Of other sexes and of ages the session log does not say how many were counted.
        if split not in NAMED or sex in ("f", "m"):
            compare(where, "contacts", row["#output+contacts+num"], attended + walk_ins + counted)
            compare(where, "headcount", row["#output+contacts+headcount+num"], counted)
            least, most = max(len(persons), largest), len(persons) + counted
            compare(where, "people, least", row["#x_people+least+num"], least)
            compare(where, "people, most", row["#x_people+most+num"], most)
            compare(where, "people", row["#reached+ind+total"], least if least == most else "")
        compare(where, "registered", row["#output+registered+num"], registered)
        compare(where, "attended", row["#output+attended+num"], attended)
        compare(where, "no-shows", row["#output+noshow+num"], no_shows)
        compare(where, "walk-ins", row["#output+walkin+num"], walk_ins)
        earlier = before(*days, step) if days[0] == first else previous_piece(first, last, step, days)
        # Nobody is new to a centre or workshop who came there before; else to anything at all.
        seen = came_before(days[0], sessions_of)
        compare(where, "new people", row["#reached+ind+new"], len(persons - seen))
        last_time = {
            one["#meta+person+code"]
            for s in in_days(*earlier)
            if sessions_of(s)
            for one in came(s, people_of)
        }
        compare(where, "people before", row["#x_people+before+num"], len(last_time))
        compare(where, "here again", row["#x_people+retained+num"], len(last_time & persons))
        if split not in NAMED:
            states = [s["#status"] for s in plan]
            compare(where, "planned", row["#output+sessions+planned+num"], len(plan))
            compare(where, "held", row["#output+sessions+held+num"], states.count("closed"))
            compare(
                where, "cancelled", row["#output+sessions+cancelled+num"], states.count("did_not_happen")
            )
            minutes = sum(number(s["#x_duration+minutes+num"]) for s in mine)
            compare(where, "minutes", row["#x_duration+minutes+num"], minutes)
            made = sum(number(s["#output+made+num"]) for s in mine)
            compare(where, "pieces", row["#output+made+num"], made)


def previous_piece(first, last, step, days):
    last_one = None
    for piece in pieces(first, last, step):
        if piece == days:
            return last_one
        last_one = piece
    raise AssertionError(f"{days} is no piece of the period")


def participation(path, first, last, step):
    for row in rows(path):
        days = date.fromisoformat(row["#date+start"]), date.fromisoformat(row["#date+end"])
        share = row["#x_group"]
        belongs = {
            "residents": lambda one: True,
            "children": lambda one: one["#x_age+band"] in CHILDREN,
            "f": lambda one: one["#x_sex"] == "f",
            "m": lambda one: one["#x_sex"] == "m",
        }[share]
        tag = {
            "residents": "#output+contacts+num",
            "children": "#output+contacts+children+num",
            "f": "#output+contacts+f+num",
            "m": "#output+contacts+m+num",
        }[share]
        persons, counted, largest = set(), 0, 0
        for session in in_days(*days):
            if session["#loc+facility+code"] != row["#loc+facility+code"]:
                continue
            present = came(session, belongs)
            heads = number(session[tag]) - len(present)
            counted += heads
            largest = max(largest, len(present) + heads)
            persons |= {one["#meta+person+code"] for one in present}
        where = f"{path.name} {days[0]} {row['#loc+facility+code']} {share}"
        compare(where, "least", row["#x_people+least+num"], max(len(persons), largest))
        compare(where, "most", row["#x_people+most+num"], len(persons) + counted)


def people_reached(path, first, last):
    contacts = defaultdict(int)
    for session in in_days(first, last):
        for one in came(session, lambda one: True):
            contacts[one["#meta+person+code"]] += 1
    told = {row["#meta+person+code"]: number(row["#output+contacts+num"]) for row in rows(path)}
    compare(path.name, "contacts by person", told, dict(sorted(contacts.items())))


def output_production(path, first, last, step):
    made, told = defaultdict(int), defaultdict(int)
    for days in pieces(first, last, step):
        for session in in_days(*days):
            if number(session["#output+made+num"]):
                made[(days[0].isoformat(), session["#service+code"])] += number(session["#output+made+num"])
    for row in rows(path):
        if row["#output+unit"] == "piece":
            told[(row["#date+start"], row["#service+code"])] += number(row["#output+num"])
    told = {key: pieces for key, pieces in sorted(told.items()) if pieces}  # or all were rejected
    compare(path.name, "pieces", told, dict(sorted(made.items())))


def dropping_out(path, today):
    """Three absences in a row of those who are listed for it, and of nobody else who is enrolled: as
    far as that is known, of whoever was expected at a shift of the last day.

    Of a period that has ended: while it lasts, the report is as of the day on which it is made.
    """
    courses, enrolled = defaultdict(list), set()
    begin = (today - timedelta(days=60)).isoformat()
    for session in sorted(held.values(), key=lambda s: (s["#date+occurred"], s["#x_time+start"])):
        if begin <= session["#date+occurred"] <= today.isoformat():
            for one in people[session["#meta+id"]]:
                who = one["#meta+person+code"], one["#service+code"]
                if one["#x_registered+num"] == "1" and one["#x_presence"] != "unmarked":
                    courses[who].append((session["#date+occurred"], one["#x_presence"]))
                if one["#x_registered+num"] == "1" and session["#date+occurred"] == today.isoformat():
                    enrolled.add(who)

    def absences(who):
        missed = takewhile(lambda marked: marked[1] != "present", reversed(courses[who]))
        return [day for day, _ in missed]

    listed = set()
    for row in rows(path):
        if row["#x_risk"] != "absences":
            continue
        who = row["#meta+person+code"], row["#service+code"]
        listed.add(who)
        missed = absences(who)
        where = f"{path.name} {who[0]}"
        compare(where, "absences", row["#x_risk+num"], len(missed))
        compare(where, "since", row["#date+since"], missed[-1] if missed else "")
        if len(missed) < 3:
            problems.append(f"{where}: only {len(missed)} absences")
    due = {who for who in enrolled if len(absences(who)) >= 3}
    compare(path.name, "absent three times", sorted(listed & enrolled), sorted(due))


CELLS = {
    ("f", "0-4"): "#reached+ind+f+children+age_0_4",
    ("f", "5-11"): "#reached+ind+f+children+age_5_11",
    ("f", "12-17"): "#reached+ind+f+children+adolescents+age_12_17",
    ("f", "18-59"): "#reached+ind+f+adults+age_18_59",
    ("f", "60+"): "#reached+ind+f+adults+elderly+age_60plus",
    ("m", "0-4"): "#reached+ind+m+children+age_0_4",
    ("m", "5-11"): "#reached+ind+m+children+age_5_11",
    ("m", "12-17"): "#reached+ind+m+children+adolescents+age_12_17",
    ("m", "18-59"): "#reached+ind+m+adults+age_18_59",
    ("m", "60+"): "#reached+ind+m+adults+elderly+age_60plus",
}


def distinct(sessions, ages):
    """Different people with sex and age band, the headcount, and the largest session."""
    persons, counted, largest = {}, 0, 0
    for session in sorted(sessions, key=lambda s: (s["#date+occurred"], s["#x_time+start"])):
        for one in came(session, lambda one: True):
            band = ages[(session["#meta+id"], one["#meta+person+code"])] if ages else ""
            persons.setdefault(one["#meta+person+code"], (one["#x_sex"], band))
        counted += headcount(session)
        largest = max(largest, number(session["#output+contacts+num"]))
    return persons, counted, largest


def at(days, site):
    code = "" if site == "NONE" else site
    return [s for s in in_days(*days) if site == "ALL" or s["#loc+facility+code"] == code]


def exact(persons, counted, largest):
    least, most = max(len(persons), largest), len(persons) + counted
    return least, most, least if least == most else ""


def by_sex_and_age(path):
    for row in rows(path):
        days = date.fromisoformat(row["#date+start"]), date.fromisoformat(row["#date+end"])
        site = row["#loc+facility+code"]
        where = f"{path.name} {days[0]} {site}"
        persons, counted, largest = distinct(at(days, site), ages_in(*days))
        for (sex, band), tag in CELLS.items():
            compare(where, tag, row[tag], sum(one == (sex, band) for one in persons.values()))
        other = sum(sex == "i" for sex, _ in persons.values())
        unknown = sum(
            sex == "unknown" or (sex in "fm" and band == "unknown") for sex, band in persons.values()
        )
        compare(where, "another sex", row["#reached+ind+i"], other)
        compare(where, "unknown", row["#reached+ind+unknown"], unknown)
        least, most, total = exact(persons, counted, largest)
        compare(where, "total", row["#reached+ind+total"], total)
        compare(where, "least", row["#x_people+least+num"], least)
        compare(where, "most", row["#x_people+most+num"], most)
        compare(where, "suppressed", row["#meta+suppressed"], 0)


def percent(part, whole):
    """To a tenth, a half rounded up."""
    if not whole:
        return ""
    tenths = (part * 2000 + whole) // (whole * 2)
    return f"{tenths // 10}.{tenths % 10}"


def monthly(path):
    for row in rows(path):
        days = date.fromisoformat(row["#date+start"]), date.fromisoformat(row["#date+end"])
        workshop = row["#service+code"]
        where = f"{path.name} {days[0]} {workshop}"
        mine = [s for s in in_days(*days) if s["#service+code"] == workshop]
        persons, counted, largest = distinct(mine, None)
        minutes = sum(number(s["#x_duration+minutes+num"]) for s in mine)
        hours = (minutes + 3) // 6
        compare(where, "hours", row["#output+hours+num"], f"{hours // 10}.{hours % 10}")
        compare(where, "held", row["#output+sessions+held+num"], len(mine))
        for tag in ("#output+contacts+num", "#output+contacts+f+num", "#output+contacts+m+num"):
            compare(where, tag, row[tag], sum(number(s[tag]) for s in mine))
        known = exact(persons, counted, largest)[2] != ""  # no share of a range is known
        for sex in "fm":
            of_sex = sum(one == sex for one, _ in persons.values()) if known else ""
            compare(where, f"people {sex}", row[f"#reached+ind+{sex}"], of_sex)
        compare(where, "people", row["#reached+ind+total"], exact(persons, counted, largest)[2])
        new = persons.keys() - came_before(days[0])  # to any workshop
        compare(where, "new people", row["#reached+ind+new"], len(new))
        registered = [
            one["#x_presence"]
            for s in mine
            for one in people[s["#meta+id"]]
            if one["#x_registered+num"] == "1"
        ]
        came_of, absent = registered.count("present"), registered.count("absent")
        compare(where, "registered", row["#output+registered+num"], len(registered))
        compare(where, "attended", row["#output+attended+num"], came_of)
        compare(where, "no-shows", row["#output+noshow+num"], absent)
        rate = percent(came_of, len(registered))
        compare(where, "attendance", row["#indicator+attendance+pct"], rate)
        compare(where, "no-shows, %", row["#indicator+noshow+pct"], percent(absent, len(registered)))


def five_w(path):
    told = 0
    for row in rows(path):
        days = date.fromisoformat(row["#date+start"]), date.fromisoformat(row["#date+end"])
        site = row["#loc+facility+code"]
        where = f"{path.name} {days[0]} {row['#activity+project+code']} {site}"
        mine = [
            s for s in at(days, site) if row["#activity+project+code"] in s["#activity+project+code"]
        ]
        persons, counted, largest = distinct(mine, None)
        known = exact(persons, counted, largest)[2] != ""  # no share of a range is known
        for sex in "fm":
            of_sex = sum(one == sex for one, _ in persons.values()) if known else ""
            compare(where, f"people {sex}", row[f"#reached+ind+{sex}"], of_sex)
        compare(where, "people", row["#reached+ind+total"], exact(persons, counted, largest)[2])
        told += 1
    if not told:
        problems.append(f"{path.name}: no rows")


files = 0
for path in sorted(folder.glob("*--*.csv")):
    name, first, last, *more = path.stem.split("--")
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    step, split = (more + ["", ""])[:2]
    if name == "activity-summary":
        summary(path, first, last, step or "month", split)
    elif name == "participation":
        participation(path, first, last, step or "month")
    elif name == "people-reached":
        people_reached(path, first, last)
    elif name == "output-production":
        output_production(path, first, last, step or "month")
    elif name == "dropping-out":
        dropping_out(path, last)
    elif name == "people-by-sex-and-age":
        by_sex_and_age(path)
    elif name == "monthly-summary":
        monthly(path)
    elif name == "five-w":
        five_w(path)
    else:
        problems.append(f"{path.name}: no such report")
    files += 1

for problem in problems[:40]:
    print(problem)
if problems or not files:
    sys.exit(1)
print(f"{files} files, {agreed} figures agree")
