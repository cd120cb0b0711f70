"""Other names for copies: the region's own forenames and surnames, handed round, so that no two copies are one person.

A surname becomes the same other surname for a whole copy, so that families go on sharing theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lynchpin.people import names


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a name is called in one copy. `part` is forename, surname or whole; `folded` is the new one as it is searched."""

    part: str
    old: str
    copy: int
    new: str
    folded: str


def renamings(
    forenames: Iterable[Sequence[str]], surnames: Sequence[str], wholes: Iterable[str], copies: int
) -> Iterator[Renaming]:
    """Every name in every copy. `forenames` come in lists within which they are handed round, such as those of one sex."""
    lists = [list(each) for each in forenames]
    for copy in range(1, copies + 1):
        first = {name: given for each in lists for name, given in _turned(each, copy).items()}
        last = _turned(surnames, copy)
        yield from (_renaming("forename", old, copy, new) for old, new in first.items())
        yield from (_renaming("surname", old, copy, new) for old, new in last.items())
        yield from (_renaming("whole", old, copy, _whole(old, first, last)) for old in wholes)


def _turned(given: Sequence[str], copy: int) -> dict[str, str]:
    """Each name beside the one that stands `copy` places further on."""
    return {old: given[(place + copy) % len(given)] for place, old in enumerate(given)}


def _whole(old: str, first: dict[str, str], last: dict[str, str]) -> str:
    forename, _, surname = old.partition(" ")
    return f"{first.get(forename, forename)} {last.get(surname, surname)}".strip()


def _renaming(part: str, old: str, copy: int, new: str) -> Renaming:
    return Renaming(part, old, copy, new, names.fold(new))
