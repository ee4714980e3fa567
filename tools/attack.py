#!/usr/bin/env python3
"""Attacks the figures that a donor gets, without our code: can a hidden number be computed?

    tools/attack.py FOLDER            attacks the donor's files in FOLDER
    tools/attack.py --planted FOLDER  hides only 1 to 4 in FOLDER/whole itself: must break that

FOLDER holds what one donor can download, in the profile for machines, in any subfolders:
`NAME--FROM--TO[--STEP[--CENTRE]].csv` of session-log (all time), people-by-sex-and-age, five-w and
indicator-progress, by month, quarter and year, of each project, in all and in each centre; of a file's
name only NAME is read. FOLDER/whole holds the same files as the organisation sees them (optional: the
attack then proves that none of the relations it uses is false). FOLDER/indicators.csv is the logframe,
`project,code,measure,sex,bands,activity,from`: measure people or completions; sex f, m, i, unknown or
empty for all; bands such as `0-4;5-11`, or empty for all; activity as in the session log, or empty;
from is the first day of what is cumulative. Indicators that are not in it are not attacked.

A figure is about a set of sessions, which the session log shows: the same sessions, the same people,
whatever the file, the piece of the calendar or the project. Between sets hold relations:
  * people known by code and people counted without a name are at most the contacts, and at least the
    largest session; who was counted without a name adds up;
  * a set within another has no more women, and so on; everybody in a set was first seen in one of its
    parts, at the same age there, so each cell is at most the sum over the parts;
  * nobody is younger in a part than in the whole: the cells up to an age grow with the set;
  * what two sets have in common lies within both, where the rest of each is a few contacts.
Files of another time are read as those of another project, with other ids for the sessions that were
corrected in between: what they have in common is then all that was not.
A hidden cell is at least 1 where its row shows a total, since true zeros are shown. A second attacker
also believes what is nearly always true: no birthday matters, nobody is at two sessions at once, nor in
two centres in the same days; what of that contradicts the files is dropped.

A cell is broken when fewer than three whole values remain, unless all that remains is a zero that
shown zeros tell: beyond the ends of its interval nothing is possible. It counts as safe only with three
whole solutions at hand. Ends with 1 if a figure is told in two ways, an empty cell is not counted
rightly, or a cell is broken other than by contacts and sessions alone; with --planted, if nothing is.
"""

import csv
import itertools
import random
import sys
import time
from collections import defaultdict
from functools import cache
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, hstack, identity, vstack
from scipy.sparse.csgraph import connected_components

INF = np.inf
FEW = 30  # contacts of sessions whose people are reckoned one by one
BANDS = ["0-4", "5-11", "12-17", "18-59", "60+", "unknown"]
SEXES = ["f", "m", "i", "unknown"]
CELLS = [(sex, band) for sex in SEXES for band in BANDS]
TAGS = "children+age_0_4 children+age_5_11 children+adolescents+age_12_17 adults+age_18_59 adults+elderly+age_60plus"


def some(sexes, bands):
    return frozenset((sex, band) for sex in sexes or SEXES for band in bands or BANDS)


SUMS = {
    f"#reached+ind+{sex}+{tag}": some([sex], [band])
    for sex in "fm"
    for tag, band in zip(TAGS.split(), BANDS, strict=False)
}
SUMS["#reached+ind+i"] = some(["i"], [])
SUMS["#reached+ind+unknown"] = some(["unknown"], []) | some("fm", ["unknown"])
SUMS |= {"#reached+ind+f": some(["f"], []), "#reached+ind+m": some(["m"], [])}
TOTAL, LEAST, MOST = "#reached+ind+total", "#x_people+least+num", "#x_people+most+num"
SUMS[TOTAL] = some([], [])
FLAGS = {"#reached+ind+disabled": "disabled", "#reached+ind+children+uasc": "uasc"}
PEOPLE = [*SUMS, *FLAGS, LEAST, MOST]
NOW, EVER = "#indicator+value+num", "#indicator+value+cumulative+num"
PERCENT, HIDDEN = "#indicator+progress+pct", "#meta+suppressed"


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        heads = next(reader)
        tags = heads if path.name == "indicators.csv" else next(reader)
        return [dict(zip(tags, row, strict=True)) for row in reader]


def hide_small(row):
    for column in [*PEOPLE, NOW, EVER]:
        if row.get(column) in ("1", "2", "3", "4"):
            row[column] = ""
            row[HIDDEN] = int(row[HIDDEN]) + 1
            if row.get(PERCENT):
                row[PERCENT], row[HIDDEN] = "", row[HIDDEN] + 1


problems = []
sessions = {}  # id → its row, with all its projects; those that were held
figures = {}  # (project, first, last, place or indicator, column) → text, empty if hidden
where = defaultdict(set)  # the same → names of files
lines = {}  # (project, first, last, place) → whether a total is shown, whether it is a range
speaking = set()  # (project, first, last) of which something about people is shown


def note(key, value, path):
    if figures.setdefault(key, value) != value:
        says = [text or "hidden" for text in (value, figures[key])]
        problems.append(f"{path.name}: {' '.join(key)} is {says[0]}, and {says[1]} in {min(where[key])}")
    where[key].add(path.name)


def take_session(row):
    if row["#status"] == "closed":
        one = sessions.setdefault(row["#meta+id"], row)
        one.setdefault("projects", set()).update(row["#activity+project+code"].split("; "))


def take_people(path, row, planted):
    days = row["#activity+project+code"], row["#date+start"], row["#date+end"]
    key = *days, row["#loc+facility+code"] or "NONE"
    columns = [column for column in PEOPLE if column in row]
    empty = [column for column in columns if row[column] == ""]
    counted = int(row[HIDDEN])
    if len(empty) == len(columns) and not counted:
        return  # the period is not over
    total, least, most = (row.get(column, "") for column in (TOTAL, LEAST, MOST))
    # Where people without a name make a range of the total, it is empty and not counted.
    ranged = counted == len(empty) - 1 and not total and (not least or least != most)
    if counted != len(empty) - ranged:
        problems.append(f"{path.name}: {key}: {counted} counted as hidden of {len(empty)} empty")
    if LEAST in row and not ranged and not total == least == most:
        problems.append(f"{path.name}: {key}: {total} in all, but at least {least}, at most {most}")
    if len(empty) < len(columns):
        speaking.add(days)
    known = lines.setdefault(key, [False, None])
    known[0] |= bool(planted or total or least)
    known[1] = ranged if LEAST in row else known[1]
    for column in columns:
        if column != TOTAL or not ranged:
            note((*key, column), row[column], path)


def take_indicator(path, row, logframe):
    project, code = row["#activity+project+code"], row["#indicator+code"]
    first, last, target = row["#date+start"], row["#date+end"], int(row["#indicator+target+num"] or 0)
    # What came together is told of quarters and years: empty in a month, it is not hidden.
    month = first[:7] == last[:7] and not row[EVER]
    columns = [NOW] if month else [NOW, EVER, PERCENT] if target else [NOW, EVER]
    empty, counted = [column for column in columns if row[column] == ""], int(row[HIDDEN])
    if (project, code) not in logframe or (len(empty) == len(columns) and not counted):
        return  # the period is not over
    if counted != len(empty) and not (month and len(empty) < counted <= len(empty) + 2):
        problems.append(f"{path.name}: {code} {last}: {counted} counted as hidden of {len(empty)} empty")
    if len(empty) < len(columns):
        speaking.add((project, first, last))
    note((project, first, last, code, NOW), row[NOW], path)
    if not month:
        note((project, "", last, code, EVER), row[EVER], path)
    if row[PERCENT] and target and "" in (row[NOW], row[EVER]):
        shown = [int(row[column]) for column in (NOW, EVER) if row[column]]
        if all(abs(n * 100 / target - float(row[PERCENT])) > 0.06 for n in shown):
            problems.append(f"{path.name}: {code} {last}: {row[PERCENT]} % tells what is hidden")


def read(folder, skip, planted, logframe):
    for path in sorted(folder.rglob("*--*.csv")):
        if skip in path.parents:
            continue
        for row in rows(path):
            if planted and HIDDEN in row:
                hide_small(row)
            match path.name.split("--")[0]:
                case "session-log":
                    take_session(row)
                case "people-by-sex-and-age" | "five-w":
                    take_people(path, row, planted)
                case "indicator-progress":
                    take_indicator(path, row, logframe)


class System:
    """Unknowns, relations and figures; a set of sessions is a number with a bit for each."""

    def __init__(self, logframe):
        self.logged = {1 << n: sessions[key] for n, key in enumerate(sorted(sessions))}
        self.contacts = {bit: int(row["#output+contacts+num"] or 0) for bit, row in self.logged.items()}
        self.columns, self.upper = {}, []
        self.open, self.shown, self.believed = [], [], []
        self.targets = {}  # columns of a hidden sum → [whether it is at least 1, the figures]
        self.select, self.contacts_of = cache(self._select), cache(self._contacts_of)
        places = {key[3] for key in lines} - {"ALL"}
        asked, parts, completions = [], defaultdict(set), []
        for key in figures:
            project, first, last, place, column = key
            goal = logframe.get((project, place)) if column in (NOW, EVER) else None
            if goal and goal["measure"] == "completions":
                completions.append(key)
                continue
            activity = goal["activity"] if goal else ""
            first, place = first or goal["from"] or "0000", "ALL" if goal else place
            mine = self.select(project, first, last, place, activity)
            asked.append((key, mine, goal))
            if place == "ALL":
                parts[mine, 0] |= {self.select(project, first, last, one, activity) for one in places}
            for month in {row["#date+occurred"][:7] for row in self.members(mine)}:
                for width in (1, 3, 12):
                    begin = (int(month[5:]) - 1) // width * width + 1
                    span = f"{month[:5]}{begin:02}-01", f"{month[:5]}{begin + width - 1:02}-31"
                    if first <= span[0] and span[1] <= last[:8] + "31":
                        parts[mine, width].add(self.select(project, *span, place, activity))
        self.sets = {mine for _, mine, _ in asked}.union(*parts.values()) - {0}
        for one, other in itertools.combinations(sorted(self.sets), 2):
            common = one & other
            if common not in (0, one, other) and max(map(self.contacts_of, (one ^ common, other ^ common))) <= FEW:
                self.sets.add(common)
        groups = defaultdict(int)  # sessions that are in the same sets
        for bit in self.contacts:
            groups[tuple(one for one in self.sets if one & bit)] += bit
        self.atoms = [atom for within, atom in groups.items() if within]
        for mine in self.sets:
            self.of_set(mine)
        for whole in self.sets:
            inner = [one for one in self.sets if one != whole and one & whole == one]
            for part in inner:
                if not any(part != other and part & other == part for other in inner):
                    self.part_of(part, whole)
        for (whole, width), found in parts.items():
            self.made_of(whole, found - {0}, apart=not width)
        for key, mine, goal in asked:
            self.figure(key, mine, goal)
        for key in completions:
            self.completions(key)
        for key, (_, ranged) in lines.items():
            self.range_of(key, ranged)

    def _select(self, project, first, last, place, activity):
        return sum(
            bit
            for bit, row in self.logged.items()
            if project in row["projects"]
            and first <= row["#date+occurred"] <= last
            and place in ("ALL", row["#loc+facility+code"] or "NONE")
            and activity in ("", row["#activity+type"])
        )

    def members(self, mine):
        return [row for bit, row in self.logged.items() if bit & mine]

    def _contacts_of(self, mine):
        return sum(n for bit, n in self.contacts.items() if bit & mine)

    def column(self, *name, most=INF):
        if name not in self.columns:
            self.columns[name] = len(self.columns)
            self.upper.append(most)
        return self.columns[name]

    def people(self, mine, factor=1, cells=CELLS):
        return [(self.column(mine, cell, most=self.contacts_of(mine)), factor) for cell in cells]

    def heads(self, mine, factor=1):
        """Who was counted without a name, each time anew."""
        inside = [atom for atom in self.atoms if atom & mine]
        return [(self.column(atom, "heads", most=self.contacts_of(atom)), factor) for atom in inside]

    def of_set(self, mine):
        everybody = self.people(mine)
        self.open.append((everybody + self.heads(mine), 0, self.contacts_of(mine)))
        inner = [one for one in self.sets if one != mine and one & mine == one]
        for atom in self.atoms:
            if atom & mine and not any(atom & one for one in inner):
                largest = max(n for bit, n in self.contacts.items() if bit & atom)
                self.open.append((everybody + self.heads(atom), largest, INF))
        for flag, of in (("disabled", CELLS), ("uasc", some([], BANDS[:3]))):
            self.open.append(([(self.column(mine, flag), 1)] + self.people(mine, -1, of), -INF, 0))
        bits = {bit: row for bit, row in self.logged.items() if bit & mine}
        by_day = defaultdict(list)
        for bit, row in bits.items():
            by_day[row["#date+occurred"]].append((row["#x_time+start"], row["#x_time+end"], bit))
        for day in by_day.values():
            for now, _, _ in day:
                at_once = sum(bit for start, end, bit in day if start <= now < end)
                if at_once.bit_count() > 1:
                    different = everybody + self.heads(at_once)
                    self.believed.append((different, self.contacts_of(at_once), INF))

    def part_of(self, part, whole):
        def grows(cells, into):
            into.append((self.people(part, 1, cells) + self.people(whole, -1, cells), -INF, 0))

        for sex in SEXES:
            for bands in ([], ["unknown"], *(BANDS[:n] for n in range(1, 5))):
                grows(some([sex], bands), self.open)
        for cell in CELLS:
            grows([cell], self.believed)
        for flag in FLAGS.values():
            less = [(self.column(part, flag), 1), (self.column(whole, flag), -1)]
            self.open.append((less, -INF, 0))
            # Of those who are only in the whole not more than all.
            more = [(column, -factor) for column, factor in less]
            rule = more + self.people(part) + self.people(whole, -1), -INF, 0
            (self.open if flag == "disabled" else self.believed).append(rule)
        rest = whole & ~part
        if rest in self.sets:
            self.made_of(whole, {part, rest})
        elif self.contacts_of(rest) <= FEW:
            # What a few sessions more can add.
            added = [(self.column(part, whole, cell), 1) for cell in CELLS]
            self.open.append((added + self.heads(rest), 0, self.contacts_of(rest)))
            for cell, (column, _) in zip(CELLS, added, strict=True):
                terms = self.people(whole, 1, [cell]) + self.people(part, -1, [cell])
                self.open.append((terms + [(column, -1)], -INF, 0))

    def made_of(self, whole, parts, apart=False):
        together = 0
        for one in parts:
            together |= one
        if whole in parts or together != whole:
            return
        for name in [*CELLS, *FLAGS.values()]:
            terms = [(self.column(whole, name), 1), *((self.column(one, name), -1) for one in parts)]
            self.open.append((terms, -INF, 0))
            if apart:
                self.believed.append((terms, 0, 0))

    def tell(self, terms, key, positive):
        if figures[key]:
            self.shown.append((terms, int(figures[key]), int(figures[key])))
            return
        target = self.targets.setdefault(tuple(sorted(column for column, _ in terms)), [False, []])
        target[0] |= positive
        target[1].append(key)

    def figure(self, key, mine, goal):
        column = key[4]
        if column == MOST or (column == LEAST and figures[key]):
            return  # what they tell is in `range_of`
        if not mine:
            if figures[key] not in ("0", ""):
                problems.append(f"{' '.join(key)} is {figures[key]}, and nothing was held")
        elif goal:
            of = some([goal["sex"]] if goal["sex"] else [], [b for b in goal["bands"].split(";") if b])
            self.tell(self.people(mine, 1, of), key, self.speaks(key))
        elif column in FLAGS:
            self.tell([(self.column(mine, FLAGS[column]), 1)], key, lines[key[:4]][0])
        elif column == LEAST:  # hidden: those known by code
            self.tell(self.people(mine), key, False)
        else:
            self.tell(self.people(mine, 1, SUMS[column]), key, lines[key[:4]][0])

    def speaks(self, key):
        """Whether an indicator that is hidden is not zero."""
        project, first, last = key[:3]
        return any(one[0] == project and first in ("", one[1]) and one[2] == last for one in speaking)

    def completions(self, key):
        """Completions add up, month by month."""
        project, first, last, code, _ = key
        begun = {one[1] for one in figures if (one[0], one[3], one[4]) == (project, code, NOW)}
        terms = [(self.column(project, code, day), 1) for day in begun if first <= day <= last]
        self.tell(terms, key, self.speaks(key))

    def range_of(self, key, ranged):
        """What the least and the most number of people tell of who was counted without a name."""
        mine = self.select(*key, "")
        if not mine:
            return
        heads, everybody = self.heads(mine), self.people(mine)
        least, most = (int(figures.get((*key, column)) or 0) for column in (LEAST, MOST))
        largest = max(n for bit, n in self.contacts.items() if bit & mine)
        if most:
            self.shown.append((everybody + heads, most, most))
        if least:
            self.shown.append((everybody, least if least > largest else 0, least))
        if ranged:
            self.shown.append((heads, 1, INF))
        elif ranged is False and mine.bit_count() > 1:
            # Nobody was counted without a name, or everybody was at the largest session.
            which, many = self.column(mine, "which", most=1), self.contacts_of(mine)
            self.shown.append((heads + [(which, -many)], -INF, 0))
            self.shown.append((everybody + heads + [(which, many)], -INF, largest + many))


class Solver:
    """Whole solutions of relations, in parts that have nothing to do with one another."""

    def __init__(self, system, relations):
        self.lower, self.upper = np.zeros(len(system.columns)), np.array(system.upper, float)
        # A target links its columns, so that it is answered in one part.
        some_ = [([(c, 1) for c in name], 1, INF) for name, one in system.targets.items() if one[0]]
        kept = {}
        for terms, low, high in [*relations, *some_]:
            merged = defaultdict(int)
            for column, factor in terms:
                merged[column] += factor
            merged = tuple(sorted((c, f) for c, f in merged.items() if f))
            if high == 0 and all(f > 0 for _, f in merged):
                self.upper[[c for c, _ in merged]] = 0  # a shown zero is a zero of each
            elif merged:
                before = kept.get(merged, (-INF, INF))
                kept[merged] = max(low, before[0]), min(high, before[1])
        free = self.lower < self.upper
        entries, limits = [], []
        for terms, both in kept.items():
            inside = [(len(limits), c, f) for c, f in terms if free[c]]
            if inside:
                entries += inside
                limits.append(both)
            elif both[0] > 0 or both[1] < 0:
                raise ValueError("relations contradict one another")
        r, c, f = zip(*entries, strict=True)
        self.matrix = coo_matrix((f, (r, c)), shape=(len(limits), len(free))).tocsr()
        self.limits = np.array(limits, float)
        linked = [(n, c) for n, name in enumerate(system.targets) for c in name if free[c]]
        r, c = zip(*linked, strict=True) if linked else ((), ())
        links = coo_matrix((np.ones(len(r)), (r, c)), shape=(len(system.targets), len(free)))
        links = vstack([abs(self.matrix), links])
        self.label = connected_components(links.T @ links, directed=False)[1]
        self.free, self.part = free, cache(self._part)

    def _part(self, label):
        columns = np.flatnonzero((self.label == label) & self.free)
        matrix = self.matrix[:, columns]
        used = np.flatnonzero(np.diff(matrix.tocsr().indptr))
        return columns, matrix.tocsr()[used], self.limits[used]

    def solve(self, label, weights=None, whole=True, aims=None, gap=0.0, seconds=5):
        """A solution, and how it ended: one that makes a weighed sum small, or comes near to aims."""
        columns, matrix, limits = self.part(label)
        place = {column: n for n, column in enumerate(columns)}
        count, aims = len(columns), aims or {}
        cost = weights[columns] if weights is not None else np.zeros(count)
        upper = self.upper[columns]
        if aims:
            at = [(n, place[c]) for n, name in enumerate(aims) for c in name if c in place]
            r, c = zip(*at, strict=True)
            sums = csr_matrix((np.ones(len(r)), (r, c)), shape=(len(aims), count))
            off = identity(len(aims))
            matrix = vstack(
                [hstack([matrix, csr_matrix((len(limits), 2 * len(aims)))]), hstack([sums, off, -off])]
            )
            goals = [goal - sum(self.lower[c] for c in name if c not in place) for name, goal in aims.items()]
            limits = np.vstack([limits, np.repeat(np.array(goals, float)[:, None], 2, axis=1)])
            cost, upper = (
                np.append(cost, np.ones(2 * len(aims))),
                np.append(upper, np.full(2 * len(aims), INF)),
            )
        answer = milp(
            cost,
            integrality=np.concatenate([np.full(count, int(whole)), np.zeros(2 * len(aims))]),
            bounds=Bounds(np.concatenate([self.lower[columns], np.zeros(2 * len(aims))]), upper),
            constraints=[LinearConstraint(matrix.tocsr(), limits[:, 0], limits[:, 1])],
            options={"time_limit": seconds, "mip_rel_gap": gap},
        )
        if answer.x is None:
            return None, answer
        solution = self.lower.copy()
        solution[columns] = np.round(answer.x[:count]) if whole else answer.x[:count]
        if whole:
            _, matrix, limits = self.part(label)
            sums = matrix @ solution[columns]
            assert (limits[:, 0] <= sums).all() and (sums <= limits[:, 1]).all()
        return solution, answer

    def weights(self, signs):
        weights = np.zeros(len(self.free))
        for name, sign in signs:
            weights[list(name)] += sign
        return weights

    def feasible(self):
        labels = set(self.label[self.free])
        return all(self.solve(label, self.weights([]), False)[0] is not None for label in labels)

    def attack(self, targets):
        """The hidden sums of which fewer than three values are left, with these; and undecided ones."""
        drawn, found, by_part = random.Random(5), {name: set() for name in targets}, defaultdict(list)
        for name in targets:
            labels = {self.label[c] for c in name if self.free[c]}
            by_part[labels.pop() if labels else None].append(name)
        fixed = by_part.pop(None, [])
        broken = {name: {round(self.lower[list(name)].sum())} for name in fixed}
        undecided = []
        for label, left in by_part.items():
            for turn in range(24):
                if turn < 2:
                    solution, _ = self.solve(
                        label, self.weights([(name, 1 - 2 * turn) for name in left]), gap=0.1
                    )
                else:
                    aims = {}
                    for name in left:
                        near = range(max(0, min(found[name], default=1) - 3), max(found[name], default=3) + 4)
                        aims[name] = drawn.choice([n for n in near if n not in found[name]])
                    solution, _ = self.solve(label, aims=aims, gap=0.1)
                if solution is not None:
                    for name in left:
                        found[name].add(round(solution[list(name)].sum()))
                left = [name for name in left if len(found[name]) < 3]
                if not left:
                    break
            for name in left:
                values = self.narrow(label, name, found[name])
                if values is None:
                    undecided.append(name)
                elif len(values) < 3:
                    broken[name] = values
        return broken, undecided

    def narrow(self, label, name, found):
        """All values of a sum, or three of them; None if time was up before."""
        ends = []
        for sign in (1, -1):
            solution, answer = self.solve(label, self.weights([(name, sign)]), whole=False)
            if answer.status == 2:
                raise ValueError("relations contradict one another")
            ends.append(None if solution is None else solution[list(name)].sum())
        low = 0 if ends[0] is None else int(np.ceil(ends[0] - 1e-6))
        high = low + 9 if ends[1] is None else int(ends[1] + 1e-6)
        sure = ends[1] is not None
        for value in [n for n in range(low, min(high, low + 9) + 1) if n not in found]:
            if len(found) < 3:
                solution, answer = self.solve(label, aims={name: value})
                if solution is not None:
                    found.add(round(solution[list(name)].sum()))
                sure &= answer.status in (0, 2)
        return found if len(found) >= 3 or (sure and high <= low + 9) else None


def believable(system, relations):
    """What is believed and does not contradict the files."""
    believed = system.believed
    for _ in range(6):
        try:
            if Solver(system, relations + believed).feasible():
                return believed
        except ValueError:
            pass  # already single numbers contradict what is believed
        count = len(system.columns)
        slack = [(terms, low, high) for terms, low, high in believed]
        terms = relations + slack
        entries = [(r, c, f) for r, (of, _, _) in enumerate(terms) for c, f in of]
        r, c, f = zip(*entries, strict=True)
        matrix = coo_matrix((f, (r, c)), shape=(len(terms), count))
        give = identity(len(terms), format="csr")[:, len(relations) :]
        lows, highs = (np.array([one[side] for one in terms], float) for side in (1, 2))
        answer = milp(
            np.concatenate([np.zeros(count), np.ones(2 * len(slack))]),
            bounds=Bounds(0, np.concatenate([np.array(system.upper), np.full(2 * len(slack), INF)])),
            constraints=[LinearConstraint(hstack([matrix, give, -give]).tocsr(), lows, highs)],
        )
        if answer.x is None:
            return []
        extra = answer.x[count:].reshape(2, -1).sum(axis=0)
        believed = [one for one, much in zip(believed, extra, strict=True) if much < 1e-6]
    return []


def describe(system, name, values):
    keys = system.targets[name][1]
    told = ", ".join(" ".join(part or "…" for part in key) for key in sorted(set(keys)))
    names = sorted(where[min(keys)])
    return f"{told}: {' or '.join(map(str, sorted(values)))} ({names[0]} and {len(names) - 1} more)"


def main():
    began = time.monotonic()
    planted, folder = "--planted" in sys.argv[1:-1], Path(sys.argv[-1])
    whole, listed = folder / "whole", folder / "indicators.csv"
    logframe = {}
    if listed.exists():
        logframe = {(row["project"], row["code"]): row for row in rows(listed)}
    if whole.exists():
        read(whole, None, False, logframe)
        system = System(logframe)
        if not Solver(system, system.open + system.shown).feasible():
            sys.exit("a relation of this attack is false of the whole figures")
        truth = dict(figures)
        for one in (sessions, figures, where, lines, speaking):
            one.clear()
        problems.clear()
    read(whole if planted else folder, None if planted else whole, planted, logframe)
    system = System(logframe)
    targets, relations = system.targets, system.open + system.shown
    if planted:  # some are enough
        targets = dict(random.Random(5).sample(sorted(targets.items()), min(40, len(targets))))
    print(f"{len(figures)} figures of {len(system.sets)} sets of {len(sessions)} sessions, ", end="")
    print(f"{sum(not text for text in figures.values())} hidden in {len(targets)} ways")
    # What three values are left of to the stronger attacker is safe from the weaker one too.
    beliefs = [] if planted else believable(system, relations)
    more, unsure = Solver(system, relations + beliefs).attack(targets)
    broken, undecided = Solver(system, relations).attack([*more, *unsure])
    bound, _ = Solver(system, system.open).attack([*more, *broken])
    zero = {name: values for name, values in {**more, **broken}.items() if values == {0}}
    print(f"believed: {len(beliefs)} of {len(system.believed)} relations")
    for title, of in (
        ("by contacts and sessions alone", bound),
        ("known to be zero, as shown zeros are", dict.fromkeys(zero, {0})),
        ("BROKEN", {n: v for n, v in broken.items() if n not in {**bound, **zero}}),
        (
            "BROKEN by who also believes",
            {n: v for n, v in more.items() if n not in {**bound, **zero, **broken}},
        ),
        ("not decided in time", dict.fromkeys([*undecided, *unsure], "?")),
    ):
        print(f"{title}: {len(of)}")
        for name, values in sorted(of.items(), key=lambda one: min(targets[one[0]][1])):
            is_ = {truth.get(key) for key in targets[name][1]} if whole.exists() else {"?"}
            print(f"    {describe(system, name, values)}, in truth {'/'.join(map(str, is_))}")
    for problem in problems[:20]:
        print(problem)
    print(f"{len(problems)} figures told in two ways or counted wrongly")
    print(f"{time.monotonic() - began:.0f} s")
    new = {*broken, *more} - {*bound, *zero}
    sys.exit(not new if planted else bool(new or problems or undecided))


if __name__ == "__main__":
    main()
