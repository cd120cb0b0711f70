"""Facts that components take: one small frozen type for each thing a page can show. Sentences arrive translated."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

TAG_COLOURS = frozenset(
    {
        "",
        "grey",
        "green",
        "teal",
        "blue",
        "purple",
        "magenta",
        "red",
        "orange",
        "yellow",
    }
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A status in words; the colour only helps. Raises ValueError for a colour that the style sheet does not have."""

    text: str
    colour: str = ""

    def __post_init__(self) -> None:
        if self.colour not in TAG_COLOURS:
            raise ValueError(f"unknown tag colour: {self.colour}")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the service navigation, a side navigation or a row of link tabs."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One fact of a record. `value` is text, a Link, a Tag or a date; `lang` marks the other language."""

    key: str
    value: str | Link | Tag | datetime.date
    change_url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened. `at` is a date or an aware datetime; `by` is a name, already allowed to be shown."""

    title: str
    at: datetime.date
    by: str = ""
    text: str = ""
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do next, with how far it is."""

    label: str
    status: Tag
    url: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that opens: its figure, its words, and the list it counts."""

    value: str | int
    label: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """So much of so much. `sentence` says it in words, for example "18 of 24 points are in use"."""

    label: str
    value: float
    limit: float
    sentence: str

    @property
    def share(self) -> float:
        """Filled part, per cent, 0 to 100; an overfull bar stays inside its frame."""
        return round(min(max(self.value / self.limit, 0.0), 1.0) * 100, 1) if self.limit else 0.0

    @property
    def over(self) -> bool:
        return self.value > self.limit


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is. `total` 0 means not known; `next_url` is shown when it is finished."""

    title: str
    sentence: str
    done: int = 0
    total: int = 0
    finished: bool = False
    failed: bool = False
    next_url: str = ""
    next_label: str = ""

    @property
    def stopped(self) -> bool:
        return self.finished or self.failed


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart or map with its finding and the same data as a table. `svg` comes from face.charts or face.maps."""

    key: str
    title: str
    finding: str
    svg: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    csv_url: str = ""
