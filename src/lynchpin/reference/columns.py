"""What a column of a reference file may hold, and how a cell is judged. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MANY = ";"  # between the entries of one cell: keys, aliases, source tags
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.-]*")


class Kind(StrEnum):
    TEXT = "text"
    KEY = "key"
    WHOLE = "whole"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `target` is the `room/file` a link points into; a `many` cell's entries have `;` between them."""

    name: str
    kind: Kind = Kind.TEXT
    needed: bool = False
    many: bool = False
    choices: frozenset[str] = frozenset()
    target: str = ""

    def entries(self, cell: str) -> tuple[str, ...]:
        return tuple(cell.split(MANY)) if self.many and cell else (cell,) if cell else ()

    def why_not(self, cell: str) -> str | None:
        """The code of what is wrong with a cell on its own, or None. Links are followed later, with every file read."""
        if not cell:
            return "empty" if self.needed else None
        judge = JUDGES.get(self.kind, _anything)
        return next(
            (f"not_{self.kind}" for entry in self.entries(cell) if not judge(self, entry)),
            None,
        )


def _anything(column: Column, entry: str) -> bool:
    return bool(entry.strip()) and entry == entry.strip()


def _is_key(column: Column, entry: str) -> bool:
    return KEY.fullmatch(entry) is not None


def _is_whole(column: Column, entry: str) -> bool:
    return entry.isascii() and entry.isdigit()


def _is_day(column: Column, entry: str) -> bool:
    try:
        return date.fromisoformat(entry).isoformat() == entry
    except ValueError:
        return False


def _is_yes_no(column: Column, entry: str) -> bool:
    return entry in {"yes", "no"}


def _is_choice(column: Column, entry: str) -> bool:
    return entry in column.choices


JUDGES: dict[Kind, Callable[[Column, str], bool]] = {
    Kind.KEY: _is_key,
    Kind.LINK: _is_key,
    Kind.WHOLE: _is_whole,
    Kind.DAY: _is_day,
    Kind.YES_NO: _is_yes_no,
    Kind.CHOICE: _is_choice,
}


def text(name: str, *, needed: bool = True) -> Column:
    return Column(name, needed=needed)


def both(stem: str, *, needed: bool = True) -> tuple[Column, Column]:
    """The same words in English and Welsh: `stem_en` and `stem_cy`."""
    return Column(f"{stem}_en", needed=needed), Column(f"{stem}_cy", needed=needed)


def whole(name: str, *, needed: bool = True) -> Column:
    return Column(name, Kind.WHOLE, needed)


def day(name: str) -> Column:
    return Column(name, Kind.DAY)


def yes_no(name: str) -> Column:
    return Column(name, Kind.YES_NO, needed=True)


def choice(name: str, *choices: str, needed: bool = True, many: bool = False) -> Column:
    return Column(name, Kind.CHOICE, needed, many, frozenset(choices))


def link(name: str, target: str, *, needed: bool = True) -> Column:
    return Column(name, Kind.LINK, needed, target=target)


def links(name: str, target: str) -> Column:
    return Column(name, Kind.LINK, many=True, target=target)
