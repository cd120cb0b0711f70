"""What people have decided about two records: one person, or two. It binds, whatever weights and chains say.

A decision changes only the groups that it touches. Where records that were settled as one entity are to be kept apart, that entity is
taken apart into its records, so that each finds its own side. Two that are one person are joined before anything is weighed; two that
are not are never in one group (decision 0025)."""

from __future__ import annotations

import csv
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import StringIO
from pathlib import Path

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Act, Engine, Step
from lynchpin_vrp.link.guard import Edge, Groups

COLUMNS = ("feed_l", "record_id_l", "feed_r", "record_id_r", "same", "decided_on")
ANSWERS = {"true": True, "false": False}

Record = tuple[str, str]  # feed, record_id


@dataclass(frozen=True, slots=True)
class Decision:
    """That two records are of one person (`same`), or of two, and the day on which somebody said so."""

    feed_l: str
    record_id_l: str
    feed_r: str
    record_id_r: str
    same: bool
    decided_on: date

    @property
    def left(self) -> Record:
        return self.feed_l, self.record_id_l

    @property
    def right(self) -> Record:
        return self.feed_r, self.record_id_r


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file, none where there is no file. Raises `Refused` for one that cannot be read, or that cannot hold."""
    if not path.is_file():
        return ()
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            found = tuple(map(_decision, csv.DictReader(opened, strict=True)))
    except (KeyError, ValueError, csv.Error) as fault:  # bytes that are no text are a ValueError too
        raise Refused("decisions_unreadable", columns=COLUMNS) from fault
    refuse_contradiction(found)
    return found


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write the file that `read_decisions` reads."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(decisions_text(decisions), encoding="utf-8", newline="")


def decisions_text(decisions: Iterable[Decision]) -> str:
    """The same as text: a header, and one line a decision."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(
        (*map(_inert, (*each.left, *each.right)), str(each.same).lower(), each.decided_on.isoformat())
        for each in decisions
    )
    return text.getvalue()


def contradiction(decisions: Sequence[Decision]) -> tuple[int, ...]:
    """Places of decisions that cannot all hold, none where all can: one that parts two records, then those that join them."""
    ties: dict[Record, list[tuple[Record, int]]] = defaultdict(list)
    for place, each in enumerate(decisions):
        if each.same:
            ties[each.left].append((each.right, place))
            ties[each.right].append((each.left, place))
    for place, each in enumerate(decisions):
        if not each.same and (chain := _chain(ties, each.left, each.right)) is not None:
            return (place, *chain)
    return ()


def refuse_contradiction(decisions: Sequence[Decision]) -> None:
    """Raise `Refused` where decisions cannot all hold, with their lines in a file: the header is line 1, the first decision line 2."""
    if places := contradiction(decisions):
        raise Refused("decisions_contradict", lines=sorted(place + 2 for place in places))


RUN = ("'", "=", "+", "-", "@", "\t", "\r", "\n")  # what a spreadsheet runs, and the apostrophe that holds it back


def _inert(text: str) -> str:
    """A record's number, as an agency made it, so that no spreadsheet runs it."""
    return f"'{text}" if text.lstrip().startswith(RUN) else text


def _as_it_was(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].lstrip().startswith(RUN) else text


def _decision(row: Mapping[str, str]) -> Decision:
    feed_l, record_id_l, feed_r, record_id_r = (_as_it_was(row[name] or "") for name in COLUMNS[:4])
    if not (feed_l and record_id_l and feed_r and record_id_r and row["same"] in ANSWERS):
        raise ValueError
    told_on = date.fromisoformat(row["decided_on"])
    return Decision(feed_l, record_id_l, feed_r, record_id_r, ANSWERS[row["same"]], told_on)


def _chain(ties: Mapping[Record, list[tuple[Record, int]]], start: Record, end: Record) -> tuple[int, ...] | None:
    """The shortest way from one record to another along decisions that join, as their places; None where there is none."""
    ways: dict[Record, tuple[int, ...]] = {start: ()}
    waiting = deque([start])
    while waiting:
        at = waiting.popleft()
        if at == end:
            return ways[at]
        for other, place in ties.get(at, ()):
            if other not in ways:
                ways[other] = (*ways[at], place)
                waiting.append(other)
    return None


# of entities


def steps(decisions: Sequence[Decision]) -> tuple[Step | Act, ...]:
    """From `certain` and `comparable` to `settled` (uid, entity) and `decided` (uid_l, uid_r, same) of entities.

    Entities in which a decision keeps two records apart are taken apart. `decided_records` is what was decided of records that are
    here; of others nothing is asked. Raises `Refused` where decisions cannot all hold."""
    refuse_contradiction(decisions)
    return (
        Act("take up what people decided", ("comparable",), "decided_records", partial(_take_up, decisions)),
        Act("take apart what people keep apart", ("certain", "decided_records"), "settled", _take_apart),
        DECIDED,
    )


def _take_up(decisions: Sequence[Decision], engine: Engine) -> None:
    """Make `decided_records` (uid_l, uid_r, same, ...) from those decisions whose two records are here."""
    kinds = dict.fromkeys(COLUMNS[:4], "varchar") | {"same": "boolean", "decided_on": "date"}
    told = ", ".join(f"unnest(?::{kind}[]) as {name}" for name, kind in kinds.items())
    values = [[getattr(each, name) for each in decisions] for name in kinds]
    engine.fetch(f"create or replace temp table told_by_people as select {told}", values)
    engine.take(DECIDED_RECORDS)


DECIDED_RECORDS = Step(
    "take up what people decided",
    ("comparable",),
    "decided_records",
    """select l.uid as uid_l, r.uid as uid_r, told.* from told_by_people as told
        join comparable as l on (l.feed, l.record_id) = (feed_l, record_id_l)
        join comparable as r on (r.feed, r.record_id) = (feed_r, record_id_r)""",
)


def _take_apart(engine: Engine) -> None:
    """Make `settled` of what is certain: each record of an entity that a decision divides is an entity of its own."""
    divided = _divided(engine)
    engine.fetch("alter table certain rename to settled")
    if divided:
        engine.fetch(f"update settled set entity = uid where entity in ({', '.join(map(str, sorted(divided)))})")
    engine.note("take apart what people keep apart", len(divided))


DECIDED = Step(
    "hand decisions to entities",
    ("decided_records", "settled"),
    "decided",
    """select distinct least(l.entity, r.entity) as uid_l, greatest(l.entity, r.entity) as uid_r, same
        from decided_records join settled as l on l.uid = uid_l join settled as r on r.uid = uid_r where l.entity != r.entity""",
)


def _divided(engine: Engine) -> set[int]:
    """Entities that cannot stay whole: those that decisions and settling together would join, and a decision keeps apart."""
    told = engine.fetch(
        """select l.entity, r.entity, same from decided_records
            join certain as l on l.uid = uid_l join certain as r on r.uid = uid_r"""
    )
    groups = Groups()
    for left, right, same in told:
        if same:
            groups.join(left, right)
    torn = {groups.of(left) for left, right, same in told if not same and groups.of(left) == groups.of(right)}
    return {entity for group in torn for entity in groups.together(group)}


# of a group


@dataclass(frozen=True, slots=True)
class Bound:
    """What is decided of the entities of one group: pairs that are one person, and pairs that are not, the lower number first."""

    same: frozenset[Edge]
    apart: frozenset[Edge]

    @property
    def named(self) -> set[int]:
        """Every entity that is spoken of."""
        return {end for pair in self.same | self.apart for end in pair}

    def begin(self, groups: Groups, known: dict[Edge, float]) -> dict[Edge, float]:
        """Join what is one person, and give the weights that then hold.

        Where a decision joins what the weights keep apart, both are one person who goes by two names, say: whoever is like the
        one need not be like the other, and is weighed against the nearer."""
        for left, right in self.same:
            groups.join(left, right)
        overruled = {groups.of(left) for left, right in self.same if known.get((left, right), 0.0) < 0}
        return known | _nearer(groups, overruled, known)

    def parts(self, left: Iterable[int], right: Iterable[int]) -> bool:
        """Whether anyone of one group is decided not to be someone of the other."""
        others = tuple(right)
        return bool(self.apart) and any(ordered(a, b) in self.apart for a in left for b in others)


def _nearer(groups: Groups, overruled: set[int], known: Mapping[Edge, float]) -> dict[Edge, float]:
    best: dict[tuple[int, int], float] = {}
    for (left, right), weight in known.items():
        for inside, outside in ((left, right), (right, left)):
            if groups.of(inside) in overruled and groups.of(outside) != groups.of(inside):
                place = (groups.of(inside), outside)
                best[place] = max(weight, best.get(place, weight))
    return {
        ordered(member, outside): weight
        for (group, outside), weight in best.items()
        for member in groups.together(group)
    }


def ordered(left: int, right: int) -> Edge:
    return (left, right) if left < right else (right, left)


def by_group(rows: Iterable[tuple[int, int, int, bool]]) -> dict[int, Bound]:
    """What is decided, by the group that it lies in; rows are group, two entities, and whether they are one person."""
    found: dict[int, list[tuple[Edge, bool]]] = defaultdict(list)
    for group, left, right, same in rows:
        found[group].append((ordered(left, right), same))
    return {
        group: Bound(frozenset(p for p, same in told if same), frozenset(p for p, same in told if not same))
        for group, told in found.items()
    }


OF_GROUPS = """select l.grp, uid_l, uid_r, same from decided
    join grouped as l on l.uid = uid_l join grouped as r on r.uid = uid_r and r.grp = l.grp"""
