"""Runs named steps on DuckDB, counts what each one made, and says so; it never sees or tells a value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

THREADS = 2  # the goals of PERFORMANCE are stated for two cores


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence and a query: `makes` is a table built by `sql` from the tables it `reads`; a view when it need not be kept."""

    name: str
    reads: tuple[str, ...]
    makes: str
    sql: str
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """A step that is more than one query: `does` is given an engine and makes the table that `makes` names."""

    name: str
    reads: tuple[str, ...]
    makes: str
    does: Callable[[Engine], None]
    kept: bool = True


def silent(phase: str, name: str, rows: int) -> None:
    """A listener that says nothing."""


def no_clock() -> float:
    """The clock of a run that is not timed."""
    return 0.0


@dataclass(frozen=True, slots=True)
class Resources:
    """What a run may use of the machine: `threads`, and gigabytes of memory, None for all there is. The answer does not depend on it."""

    threads: int = THREADS
    memory_gb: float | None = None


def connect(use: Resources | None = None, aside: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A database in memory; what does not fit is laid aside in the folder `aside`, and without one the run fails."""
    use = use or Resources()
    config: dict[str, Any] = {"threads": use.threads, "temp_directory": str(aside) if aside else ""}
    if use.memory_gb is not None:
        config["memory_limit"] = f"{use.memory_gb}GB"
    return duckdb.connect(config=config)


@dataclass(slots=True)
class Engine:
    """One DuckDB connection with the rows of each step and the seconds of each phase.

    `listen(phase, step, rows)` hears every step; `tick` is a monotonic clock in seconds, passed in by whoever owns one."""

    listen: Callable[[str, str, int], None] = silent
    tick: Callable[[], float] = no_clock
    phase: str = "start"
    rows: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    connection: duckdb.DuckDBPyConnection = field(default_factory=connect)
    heard: Lock = field(default_factory=Lock)
    untold: list[tuple[str, str, int]] = field(default_factory=list)
    is_beside: bool = False

    def beside(self) -> Engine:
        """The same database, counts and clock through a connection of its own: for a second step at the same time."""
        return replace(self, connection=self.connection.cursor(), is_beside=True)

    def forget_order(self) -> None:
        """From here on tables keep rows in any order: nothing rests on it, and what has an order says so."""
        self.connection.execute("set preserve_insertion_order=false")

    @contextmanager
    def during(self, phase: str) -> Iterator[None]:
        """Time one phase and give its steps its name. Phases that go on at the same time each count their own seconds."""
        self.phase, began = phase, self.tick()
        yield
        with self.heard:
            self.seconds[phase] = round(self.seconds.get(phase, 0.0) + self.tick() - began, 3)

    def take(self, *steps: Step | Act) -> None:
        """Run steps in the order given."""
        for step in steps:
            if isinstance(step, Act):
                step.does(self)
            else:
                self._make(step)

    def _make(self, step: Step) -> None:
        form = "table" if step.kept else "view"
        self.connection.execute(f'create or replace {form} "{step.makes}" as {step.sql}').fetchall()
        if step.kept:
            self.note(step.name, self.count(step.makes))

    def note(self, name: str, rows: int) -> None:
        """Keep and tell how many rows a step made. From beside it is told later: whoever listens is asked by its own thread only."""
        with self.heard:
            self.rows[name] = rows
            self.untold.append((self.phase, name, rows))
        if not self.is_beside:
            self.tell()

    def tell(self) -> None:
        """Tell the listener what was noted since."""
        with self.heard:
            told, self.untold[:] = list(self.untold), []
        for phase, name, rows in told:
            self.listen(phase, name, rows)

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
