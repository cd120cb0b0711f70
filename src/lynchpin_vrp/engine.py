"""Runs named steps on DuckDB, counts what each one made, and says so; it never sees or tells a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import duckdb

THREADS = 2  # the goals of PERFORMANCE are stated for two cores; a fixed number also fixes the order of sums


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and a query: `makes` is a table built by `sql` from the tables it `reads`; a view when it need not be kept."""

    name: str
    reads: tuple[str, ...]
    makes: str
    sql: str
    kept: bool = True


def silent(phase: str, name: str, rows: int) -> None:
    """A listener that says nothing."""


def no_clock() -> float:
    """The clock of a run that is not timed."""
    return 0.0


@dataclass(slots=True)
class Engine:
    """One DuckDB connection with the rows of each step and the seconds of each phase.

    `listen(phase, step, rows)` hears every step; `tick` is a monotonic clock in seconds, passed in by whoever owns one."""

    listen: Callable[[str, str, int], None] = silent
    tick: Callable[[], float] = no_clock
    phase: str = "start"
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    connection: duckdb.DuckDBPyConnection = field(default_factory=duckdb.connect)

    def __post_init__(self) -> None:
        self.connection.execute(f"set threads={THREADS}")
        self.connection.execute("set preserve_insertion_order=false")  # nothing rests on it: what has an order says so

    @contextmanager
    def during(self, phase: str) -> Iterator[None]:
        """Time one phase and give its steps its name."""
        self.phase, began = phase, self.tick()
        yield
        self.seconds[phase] = round(self.seconds.get(phase, 0.0) + self.tick() - began, 3)

    def take(self, *steps: Step) -> None:
        """Run steps in the order given."""
        for step in steps:
            form = "table" if step.kept else "view"
            self.connection.execute(f'create or replace {form} "{step.makes}" as {step.sql}').fetchall()
            self.note(step.name, self.count(step.makes))

    def note(self, name: str, rows: int) -> None:
        """Keep and tell how many rows a step made."""
        self.rows[name] = rows
        self.listen(self.phase, name, rows)

    def count(self, table: str) -> int:
        return int(self.fetch(f'select count(*) from "{table}"')[0][0])

    def fetch(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query: an unfetched result would block the next call."""
        return self.connection.execute(sql, list(values)).fetchall()

    def arrays(self, sql: str) -> dict[str, Any]:
        """A query's columns as NumPy arrays."""
        return self.connection.execute(sql).fetchnumpy()

    def close(self) -> None:
        self.connection.close()
