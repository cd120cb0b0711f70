"""A row of a reference file: its cells as text, and the same cells as the plain values they stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lynchpin.reference.columns import MANY


@dataclass(frozen=True, slots=True, eq=False)
class Row(Mapping[str, str]):
    """A frozen mapping of column to cell. An empty cell is `""` as text, `None` as a number or day, `()` as many."""

    file: str
    line: int
    cells: tuple[tuple[str, str], ...]

    def __getitem__(self, column: str) -> str:
        for name, cell in self.cells:
            if name == column:
                return cell
        raise KeyError(column)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def key(self) -> str:
        return self["key"]

    @property
    def label_en(self) -> str:
        return self["label_en"]

    @property
    def label_cy(self) -> str:
        return self["label_cy"]

    @property
    def valid_from(self) -> date | None:
        return self.day("valid_from")

    @property
    def valid_to(self) -> date | None:
        """The last day on which it holds; None when no end is known."""
        return self.day("valid_to")

    @property
    def aliases(self) -> tuple[str, ...]:
        return self.many("aliases")

    @property
    def source(self) -> tuple[str, ...]:
        return self.many("source")

    def holds_on(self, on: date) -> bool:
        return (self.valid_from or date.min) <= on <= (self.valid_to or date.max)

    def whole(self, column: str) -> int | None:
        return int(self[column]) if self[column] else None

    def day(self, column: str) -> date | None:
        return date.fromisoformat(self[column]) if self[column] else None

    def yes(self, column: str) -> bool:
        return self[column] == "yes"

    def many(self, column: str) -> tuple[str, ...]:
        return tuple(self[column].split(MANY)) if self[column] else ()
