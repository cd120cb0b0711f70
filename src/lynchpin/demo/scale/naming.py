"""Other names for copies: the region's own forenames and surnames, handed round, so that no two copies are one person.

A surname becomes the same other surname for a whole copy, so that families go on sharing theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lynchpin.people import names


@dataclass(frozen=True, slots=True)
class Pool:
    """Names that are handed round: those that `names` are, and those that may be `given` instead, which are well spelled."""

    part: str
    names: Sequence[str]
    given: Sequence[str]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a name is called in one copy. `part` is forename, surname or whole; `folded` is the new one as it is searched."""

    part: str
    old: str
    copy: int
    new: str
    folded: str


def renamings(pools: Iterable[Pool], wholes: Iterable[str], copies: int) -> Iterator[Renaming]:
    """Every name in every copy; whole names are made anew of their parts."""
    handed, told = list(pools), list(wholes)
    for copy in range(1, copies + 1):
        turned: dict[str, dict[str, str]] = {"forename": {}, "surname": {}} | _turned(handed, copy)
        for part, given in turned.items():
            yield from (_renaming(part, old, copy, new) for old, new in given.items())
        surnames = next(pool.given for pool in handed if pool.part == "surname")
        yield from (_renaming("whole", old, copy, _whole(old, copy, turned, surnames)) for old in told)


def _turned(pools: Iterable[Pool], copy: int) -> dict[str, dict[str, str]]:
    """Each name beside the one that stands `copy` places further on in its pool."""
    found: dict[str, dict[str, str]] = {}
    for pool in pools:
        given = {old: pool.given[(place + copy) % len(pool.given)] for place, old in enumerate(pool.names)}
        found.setdefault(pool.part, {}).update(given)
    return found


def _whole(old: str, copy: int, turned: dict[str, dict[str, str]], surnames: Sequence[str]) -> str:
    """A colleague, whose surname is nobody's in the region, takes one of the region's."""
    forename, _, surname = old.partition(" ")
    last = turned["surname"].get(surname) or surnames[(sum(map(ord, old)) + copy) % len(surnames)]
    return f"{turned['forename'].get(forename, forename)} {last}" if surname else old


def _renaming(part: str, old: str, copy: int, new: str) -> Renaming:
    return Renaming(part, old, copy, new, names.fold(new))
