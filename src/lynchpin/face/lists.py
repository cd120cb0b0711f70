"""A list page: columns that declare themselves, sorting and paging by the address, and cells ready to show.

A view reads `ListQuery.from_params(request.GET, COLUMNS, sort="opened_on")`, gives it to its query, which answers
with a `ListPage`, and shows a `Listing`. Nothing here queries.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.http import QueryDict

from lynchpin.face.forms import FilterForm
from lynchpin.face.parts import Link, Text

OF_THIS_VISIT = ("page", "language")  # parts of an address that its links leave behind
LARGEST_PAGE_SIZE = 50
LARGEST_PAGE = 100_000  # an offset beyond it would only be a way to tire the database
PAGE_SIZE = 25


class Cell(StrEnum):
    """How a cell is drawn."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Its value is the row's attribute `key`, or what `read(row)` gives (a Tag, for tags).

    `href(row)` makes the cell a link. `key` is also the word in the address by which a sortable column is sorted.
    """

    key: str
    label: Text
    kind: Cell = Cell.TEXT
    sortable: bool = False
    read: Callable[[Any], Any] | None = None
    href: Callable[[Any], str] | None = None

    def value(self, row: Any) -> Any:
        return self.read(row) if self.read else getattr(row, self.key)


@dataclass(frozen=True, slots=True)
class ListQuery:
    """What the address asks for: a sort key that the columns offer, and a page counted from 1."""

    sort: str = ""
    descending: bool = False
    page: int = 1
    size: int = PAGE_SIZE

    @classmethod
    def from_params(
        cls, params: Mapping[str, str], columns: Sequence[Column], *, sort: str = "", size: int = PAGE_SIZE
    ) -> ListQuery:
        """Reads `?sort=-key&page=2`. An unknown key falls back on `sort` (`-key` for descending), an odd page on 1."""
        offered = {column.key for column in columns if column.sortable}
        asked = params.get("sort", "")
        chosen = asked if asked.removeprefix("-") in offered else sort
        size = min(size, LARGEST_PAGE_SIZE)
        return cls(chosen.removeprefix("-"), chosen.startswith("-"), _page_number(params.get("page", "")), size)

    @property
    def start(self) -> int:
        """Where the page starts: rows[start:stop] of the sorted whole."""
        return (self.page - 1) * self.size

    @property
    def stop(self) -> int:
        return self.start + self.size

    @property
    def order(self) -> str:
        """The sort as the address says it: `key` or `-key`."""
        return f"-{self.sort}" if self.descending else self.sort


def total_of(query: ListQuery, rows: Sequence[Any], count: Callable[[], int]) -> int:
    """How many rows there are in all; counted only where the page's own rows do not tell it."""
    ends_here = len(rows) < query.size and (rows or query.page == 1)
    return query.start + len(rows) if ends_here else count()


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of facts, and how many rows there are in all."""

    rows: Sequence[Any]
    total: int
    query: ListQuery

    @property
    def page_count(self) -> int:
        return max(1, -(-self.total // self.query.size))

    @property
    def first(self) -> int:
        return self.query.start + 1

    @property
    def last(self) -> int:
        return self.query.start + len(self.rows)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading: `sort_url` is empty where the column cannot be sorted; `aria_sort` is empty there too."""

    label: Text
    kind: Cell
    sort_url: str
    aria_sort: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that a list page shows. `caption` names the list, `empty` says why there is nothing and what to do."""

    columns: Sequence[Column]
    page: ListPage
    params: QueryDict
    caption: Text
    empty: Text
    filters: FilterForm | None = None
    csv_url: str = ""

    @property
    def headings(self) -> list[Heading]:
        return [self._heading(column) for column in self.columns]

    @property
    def pages(self) -> list[Link | None]:
        """Links to the first, last and neighbouring pages; None where pages are left out."""
        return [self._page_link(number) if number else None for number in _page_numbers(self._at, self.page.page_count)]

    @property
    def previous_url(self) -> str:
        return self._address(page=str(self._at - 1)) if 1 < self._at <= self.page.page_count + 1 else ""

    @property
    def next_url(self) -> str:
        return self._address(page=str(self._at + 1)) if self._at < self.page.page_count else ""

    @property
    def first_url(self) -> str:
        return self._address()

    @property
    def export_url(self) -> str:
        """The CSV of the list as it is filtered and sorted now."""
        return f"{self.csv_url}{self._address()}" if self.csv_url else ""

    @property
    def sort_shown(self) -> str:
        """The sort that filtering must carry along."""
        return self.page.query.order

    @property
    def _at(self) -> int:
        return self.page.query.page

    def _heading(self, column: Column) -> Heading:
        if not column.sortable:
            return Heading(column.label, column.kind, "", "")
        query = self.page.query
        sorted_by_it = query.sort == column.key
        now = ("descending" if query.descending else "ascending") if sorted_by_it else "none"
        turned = f"-{column.key}" if now == "ascending" else column.key
        return Heading(column.label, column.kind, self._address(sort=turned), now)

    def _page_link(self, number: int) -> Link:
        return Link(str(number), "" if number == self._at else self._address(page=str(number)))

    def _address(self, **changes: str) -> str:
        """The address with these parameters changed. Changing anything else starts again at the first page."""
        asked = self.params.copy()
        for name in OF_THIS_VISIT:
            asked.pop(name, None)
        for name, value in changes.items():
            asked[name] = value
        return f"?{asked.urlencode()}"


def _page_number(asked: str) -> int:
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    return min(max(number, 1), LARGEST_PAGE)


def _page_numbers(at: int, count: int) -> list[int]:
    """The numbers to offer, 0 standing for a gap: for page 6 of 12, `1 0 5 6 7 0 12`."""
    wanted = sorted({1, count, *(n for n in (at - 1, at, at + 1) if 1 <= n <= count)})
    numbers: list[int] = []
    for number in wanted:
        if numbers and number > numbers[-1] + 1:
            numbers.append(0)
        numbers.append(number)
    return numbers
