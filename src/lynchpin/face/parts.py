"""Facts that components take: one small frozen type for each thing a page can show. Sentences arrive translated."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise  # a sentence may still be lazy when it arrives here
TAG_COLOURS = frozenset({"", "grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A status in words; the colour only helps. Raises ValueError for a colour that the style sheet does not have."""

    text: Text
    colour: str = ""

    def __post_init__(self) -> None:
        if self.colour not in TAG_COLOURS:
            raise ValueError(f"unknown tag colour: {self.colour}")


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    text: Text
    href: str


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the service navigation, a side navigation or a row of link tabs."""

    label: Text
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One fact of a record. `value` is text, a Link, a Tag or a date; `lang` marks the other language."""

    key: Text
    value: Text | Link | Tag | datetime.date
    change_url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened. `at` is a date or an aware datetime; `by` is a name, already allowed to be shown."""

    title: Text
    at: datetime.date
    by: str = ""
    text: Text = ""
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do next, with how far it is."""

    label: Text
    status: Tag
    url: str = ""
    hint: Text = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that opens: its figure, its words, and the list it counts."""

    value: Text | int
    label: Text
    url: str = ""
    note: Text = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """So much of so much. `sentence` says it in words, for example "18 of 24 points are in use"."""

    label: Text
    value: float
    limit: float
    sentence: Text

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

    title: Text
    sentence: Text
    done: int = 0
    total: int = 0
    finished: bool = False
    failed: bool = False
    next_url: str = ""
    next_label: Text = ""

    @property
    def stopped(self) -> bool:
        return self.finished or self.failed


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart or map with its finding and the same data as a table. `svg` comes from face.charts or face.maps."""

    key: str
    title: Text
    finding: Text
    svg: str
    columns: Sequence[Text]
    rows: Sequence[Sequence[object]]
    csv_url: str = ""
