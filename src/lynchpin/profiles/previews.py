"""What a trial found, as people who may see no record may see it: counts of families, small ones hidden, and none to be worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lynchpin.kernel.disclosure import BOARD, Shown, disclosed, hidden_beside_total
from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand

Cell = Hashable
MOVED = ("moved",)  # all who move
RANKS = {VulnerabilityBand.GREEN: 0, VulnerabilityBand.AMBER: 1, VulnerabilityBand.RED: 2}
OPEN_PLAN = "open_plan"
BANDS: Mapping[str, tuple[str, ...]] = {
    "vulnerability_band": (*VulnerabilityBand.values, OPEN_PLAN),
    "resilience_band": (*ResilienceBand.values, VulnerabilityBand.INSUFFICIENT, OPEN_PLAN),
}
COLUMNS = ("families", "higher", "lower", "resilience", "route")  # of a group: all of it, and who moves


@dataclass(frozen=True, slots=True)
class PartCounts:
    """One part of the scores: (band or route, before, after), (from, to, families), and how many move in all. Counts are texts."""

    part: str
    totals: tuple[tuple[str, str, str], ...]
    moves: tuple[tuple[str, str, str], ...]
    moved: str


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """One way of grouping families: each group with its counts, as `COLUMNS` names them."""

    by: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """All that may be shown of a trial. `families` were compared."""

    families: str
    parts: tuple[PartCounts, ...]
    groups: tuple[GroupCounts, ...]


def counts_of(rows: Iterable[Sequence[Any]]) -> Counts:
    """From rows of part, by, group, before, after and families, as a trial keeps them."""
    told = [tuple(row) for row in rows]
    whole: dict[str, dict[tuple[str, str], int]] = {}
    for part, by, _, before, after, families in told:
        if by == "whole":
            whole.setdefault(part, {})[before, after] = families
    families = sum(next(iter(whole.values()), {}).values())
    parts = tuple(_part(part, pairs) for part, pairs in whole.items())
    kinds = ("area", "youngest", "size")
    return Counts(disclosed(families, BOARD).text, parts, tuple(_group(kind, told) for kind in kinds))


def covered(cells: Mapping[Cell, int], sums: Sequence[Collection[Cell]]) -> set[Cell]:
    """Cells to hide: the small ones, and of every sum in which one alone is hidden, the next smallest with it.

    `sums` are sets of cells of which any one follows from the others."""
    hidden = {cell for cell, count in cells.items() if disclosed(count, BOARD).value is None}
    while found := next((more for each in sums if (more := _alone(cells, each, hidden)) is not None), None):
        hidden.add(found)
    return hidden


def _alone(cells: Mapping[Cell, int], one: Collection[Cell], hidden: set[Cell]) -> Cell | None:
    if len(hidden & set(one)) != 1:
        return None
    shown = [(cells[cell], str(cell), cell) for cell in one if cell not in hidden and cells[cell]]
    return min(shown)[2] if shown else None


def _part(part: str, pairs: Mapping[tuple[str, str], int]) -> PartCounts:
    before, after = Counter[str](), Counter[str]()
    for (was, will), families in pairs.items():
        before[was] += families
        after[will] += families
    bands = sorted({*before, *after}, key=_in_order(part))
    moves: dict[tuple[str, str, str], int] = {
        ("move", *pair): families for pair, families in pairs.items() if pair[0] != pair[1]
    }
    cells: dict[Cell, int] = {("before", band): before[band] for band in bands}
    cells.update({("after", band): after[band] for band in bands})
    cells.update([*moves.items(), (MOVED, sum(moves.values()))])
    hidden = covered(cells, _sums(bands, list(moves)))
    text = {cell: (Shown(None) if cell in hidden else Shown(count)).text for cell, count in cells.items()}
    order = _in_order(part)
    return PartCounts(
        part,
        tuple((band, text["before", band], text["after", band]) for band in bands),
        tuple(
            (was, will, text[cell])
            for cell in sorted(moves, key=lambda each: (order(each[1]), order(each[2])))
            for _, was, will in [cell]
        ),
        text[MOVED],
    )


def _sums(bands: Sequence[str], moves: Sequence[tuple[str, str, str]]) -> list[set[Cell]]:
    """What follows from what: a band before, with what comes and goes, is the band after; columns and moves add up."""
    each: list[set[Cell]] = [
        {("before", band), ("after", band), *(move for move in moves if band in move[1:])} for band in bands
    ]
    return [*each, {("before", band) for band in bands}, {("after", band) for band in bands}, {*moves, MOVED}]


def _in_order(part: str) -> Any:
    bands = BANDS.get(part, ())
    return lambda band: (bands.index(band) if band in bands else len(bands), band)


def _group(by: str, told: Sequence[tuple[Any, ...]]) -> GroupCounts:
    columns: dict[str, Counter[str]] = {name: Counter() for name in COLUMNS}
    for part, kind, group, before, after, families in told:
        if kind == by:
            for column in _columns(part, before, after):
                columns[column][group] += families
    groups = sorted(columns["families"])
    hidden = [hidden_beside_total({group: columns[name][group] for group in groups}, BOARD) for name in COLUMNS]
    return GroupCounts(by, tuple((group, _texts(group, columns, hidden)) for group in groups))


def _columns(part: str, before: str, after: str) -> Iterable[str]:
    if part == "route":
        yield "families"
    if before == after:
        return
    if part != "vulnerability_band":
        yield part.removesuffix("_band")
    elif before in RANKS and after in RANKS:
        yield "higher" if RANKS[VulnerabilityBand(after)] > RANKS[VulnerabilityBand(before)] else "lower"


def _texts(group: str, columns: Mapping[str, Counter[str]], hidden: Sequence[frozenset[str]]) -> tuple[str, ...]:
    pairs = zip(COLUMNS, hidden, strict=True)
    return tuple((Shown(None) if group in away else Shown(columns[name][group])).text for name, away in pairs)
