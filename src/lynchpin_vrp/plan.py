"""Runs a plan of steps two at a time: each as soon as what it reads is made. What nobody will read again is dropped at once.

A step alone seldom keeps both cores busy, and a table that lies about until the end needs memory that the next one could use."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from lynchpin_vrp.engine import Act, Engine, Step

AT_ONCE = 2  # steps; each also uses the cores that the other leaves

Plan = Mapping[str, Sequence[Step | Act]]  # phase -> its steps, in an order in which they could run one by one


def perform(
    engine: Engine, plan: Plan, *, given: Mapping[str, set[str]] | None = None, keep: Collection[str] = ()
) -> None:
    """Run every step of a plan. `given` are views made before with the tables that they read, dropped like others after their last reader;
    `keep` are tables that stay.

    Raises what a step raised, once the steps under way have ended; no other is begun."""
    work = _Work([(phase, step) for phase, steps in plan.items() for step in steps], given or {}, set(keep))
    with ThreadPoolExecutor(AT_ONCE) as hands, ThreadPoolExecutor(1) as sweeper:
        swept: list[Future[None]] = []
        running: dict[Future[None], int] = {}
        while work.left or running:
            for place in work.ready(AT_ONCE - len(running)):
                running[hands.submit(_run, engine, *work.steps[place])] = place
            if not running:
                raise ValueError("the steps that are left wait for one another")
            ended, _ = wait(running, return_when=FIRST_COMPLETED)
            engine.tell()
            for future in ended:
                future.result()
                swept.append(sweeper.submit(_drop, engine, work.end(running.pop(future))))
        for dropped in swept:
            dropped.result()


def _run(engine: Engine, phase: str, step: Step | Act) -> None:
    beside = engine.beside()
    try:
        with beside.during(phase):
            beside.take(step)
    finally:
        beside.close()


def _drop(engine: Engine, tables: Collection[str]) -> None:
    beside = engine.beside()
    try:
        for table in sorted(tables):
            beside.fetch(f'drop table if exists "{table}"')
    finally:
        beside.close()


@dataclass(slots=True)
class _Work:
    """What is left to do: which steps wait for which, and which tables are still wanted."""

    steps: list[tuple[str, Step | Act]]
    given: Mapping[str, set[str]]
    keep: set[str]
    made: set[str] = field(default_factory=set)
    left: list[int] = field(default_factory=list)
    ended: set[int] = field(default_factory=set)
    wants: dict[int, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.made = {name for view, tables in self.given.items() for name in (view, *tables)}
        self.left = list(range(len(self.steps)))
        views = dict(self.given)
        for place, (_, step) in enumerate(self.steps):
            wanted = {table for read in step.reads for table in ({read} | views.get(read, set()))}
            self.wants[place] = wanted
            if not step.kept:
                views[step.makes] = wanted

    def ready(self, most: int) -> list[int]:
        """The first steps, at most so many, of which everything that they read is made; they count as begun."""
        makes = {step.makes for _, step in self.steps}
        able = [place for place in self.left if not (self.wants[place] & makes) - self.made][:most]
        self.left = [place for place in self.left if place not in able]
        return able

    def end(self, place: int) -> set[str]:
        """Note that a step has ended; gives the tables that nobody will read any more."""
        self.ended.add(place)
        self.made.add(self.steps[place][1].makes)
        wanted = {table for other, tables in self.wants.items() if other not in self.ended for table in tables}
        return (self.wants[place] & self._tables()) - wanted - self.keep

    def _tables(self) -> set[str]:
        given = {table for tables in self.given.values() for table in tables}
        return given | {step.makes for other, (_, step) in enumerate(self.steps) if step.kept and other in self.ended}
