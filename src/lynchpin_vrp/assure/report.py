"""One report: every part of the assurance that the run, and what lies beside it, can tell; and what could not be told, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, fields, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin_vrp.assure import challengers
from lynchpin_vrp.assure.against_truth import against_truth
from lynchpin_vrp.assure.alerts import compared
from lynchpin_vrp.assure.back_test import Asked, asked_families, back_test
from lynchpin_vrp.assure.calibration import calibration
from lynchpin_vrp.assure.clerical import clerical
from lynchpin_vrp.assure.confirmed import BANDED, NOBODY_ASKED, take_confirmed
from lynchpin_vrp.assure.counting import bands, quarantined, sizes
from lynchpin_vrp.assure.coverage import coverage, lateness
from lynchpin_vrp.assure.groups import take_groups
from lynchpin_vrp.assure.hiding import shown
from lynchpin_vrp.assure.linking import linking
from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.parity import parity
from lynchpin_vrp.assure.reading import take_tables
from lynchpin_vrp.assure.stability import BEFORE, stability
from lynchpin_vrp.assure.told import Assurance, LeftOut
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.outputs import read_manifest
from lynchpin_vrp.rescore import rescore
from lynchpin_vrp.settings import Settings

Told = Measure | LeftOut


@dataclass(frozen=True, slots=True)
class Beside:
    """What may be given beside a run: the truth of a synthetic region, people's decisions on pairs, need confirmed later, an earlier
    run's `out`, the deprivation of areas, and the day that a back-test looks back from."""

    truth: Path | None = None
    decisions: Path | None = None
    confirmed: Path | None = None
    previous: Path | None = None
    deprivation: Path | None = None
    held_back: date | None = None

    @property
    def given(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in fields(self) if getattr(self, entry.name) is not None)


USUAL = {
    "truth": "truth",
    "decisions": "state/decisions.csv",
    "confirmed": "truth/confirmed.csv",
    "deprivation": "deprivation.csv",
}


def found_beside(workspace: Path) -> Beside:
    """What lies in a workspace at its usual place."""
    there = {name: workspace / place for name, place in USUAL.items() if (workspace / place).exists()}
    return replace(Beside(), **there)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run, opened: its tables in `engine`, its manifest, the settings it was made with and what lies beside it."""

    engine: Engine
    out: Path
    manifest: dict[str, Any]
    settings: Settings
    beside: Beside

    @property
    def as_at(self) -> date:
        return date.fromisoformat(self.manifest["as_at"])

    @property
    def scored(self) -> bool:
        return (self.out / "scores.parquet").is_file()


def assure(out: Path, settings: Settings | None = None, beside: Beside | None = None) -> Assurance:
    """Measure a finished run. Raises `Refused` where there is none, or where what is given beside it cannot be read."""
    manifest, beside = read_manifest(out), beside or Beside()
    with closing(Engine()) as engine:
        run = Run(engine, out, manifest, settings or Settings(), beside)
        take_tables(engine, out)
        take_groups(engine, beside.deprivation)
        told = [each for part in PARTS for each in part.told(run)]
    measures = shown(compared([each for each in told if isinstance(each, Measure)]))
    left_out = tuple(each for each in told if isinstance(each, LeftOut))
    return Assurance(manifest["as_at"], manifest["content_hash"], beside.given, left_out, measures)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report, and what it cannot do without: facts, something given beside the run, a package."""

    name: str
    makes: Callable[[Run], Iterable[Told]]
    facts: bool = False
    needs: str = ""
    package: str = ""

    def told(self, run: Run) -> Iterable[Told]:
        if self.facts and not run.scored:
            return [LeftOut(self.name, "facts", "run_without_facts")]
        if self.needs and self.needs not in run.beside.given:
            return [LeftOut(self.name, self.needs, "not_given")]
        if self.package and not installed(self.package):
            return [LeftOut(self.name, self.package, "package_missing")]
        return self.makes(run)


def installed(package: str) -> bool:
    return find_spec(package) is not None


def _counted(run: Run) -> Iterator[Told]:
    yield from sizes(run.engine)
    yield from quarantined(run.manifest["feeds"])


def _bands(run: Run) -> Iterator[Told]:
    yield from bands(run.engine)
    yield from coverage(run.engine)
    yield from lateness(run.engine, run.as_at, run.settings.rules.live_days)


def _truth(run: Run) -> Iterable[Told]:
    return against_truth(run.engine, _given(run.beside.truth), run.as_at)


def _clerical(run: Run) -> Iterable[Told]:
    return clerical(run.engine, _given(run.beside.decisions))


def _calibration(run: Run) -> Iterator[Told]:
    yield from take_confirmed(run.engine, _given(run.beside.confirmed), run.as_at)
    run.engine.take(BANDED)
    yield from calibration(run.engine)


def _parity(run: Run) -> Iterable[Told]:
    if run.beside.confirmed is None:
        run.engine.take(NOBODY_ASKED, BANDED)
    return parity(run.engine)


def _stability(run: Run) -> Iterable[Told]:
    previous = _given(run.beside.previous)
    before = date.fromisoformat(read_manifest(previous)["as_at"])
    take_tables(run.engine, previous, BEFORE)
    return stability(run.engine, run.as_at, before)


def _back_test(run: Run) -> Iterator[Told]:
    asked = _asked(run)
    if not asked.enough:
        yield LeftOut("back test", "confirmed", "too_few")
        return
    missing = [name for name, (package, _) in challengers.PACKAGES.items() if not installed(package)]
    yield from (LeftOut(f"back test by {name}", challengers.PACKAGES[name][1], "package_missing") for name in missing)
    scores = {name: challengers.scores_of(name, asked) for name in challengers.PACKAGES if name not in missing}
    yield from back_test(asked, scores)


def _asked(run: Run) -> Asked:
    """The families to look back at, as they would have been scored on the day that is held back, if one is."""
    day = run.beside.held_back or run.as_at
    if day > run.as_at:
        raise Refused("held_back_after_the_run")
    with closing(Engine()) as engine, TemporaryDirectory(prefix="back-test-") as folder:
        take_tables(engine, run.out)
        if day != run.as_at:
            rescore(run.out, _weighed_now(run.settings, run.as_at, day), to=Path(folder) / "then", as_at=day)
            take_tables(engine, Path(folder) / "then")
        take_confirmed(engine, _given(run.beside.confirmed), day)
        return asked_families(engine)


def _weighed_now(settings: Settings, as_at: date, day: date) -> Settings:
    """The settings with the factors in force on the run's day in force on an earlier one: today's weights are put to the test."""
    factors = (replace(one, on=one.in_force(as_at), from_on=min(one.from_on, day)) for one in settings.factors)
    return replace(settings, factors=tuple(factors))


def _given(path: Path | None) -> Path:
    """What a part needs and was given; anything else is a mistake of this module."""
    if path is None:
        raise AssertionError("a part was asked for without what it needs")
    return path


PARTS = (
    Part("counts", _counted),
    Part("linking", lambda run: linking(run.engine)),
    Part("linking against truth", _truth, needs="truth"),
    Part("linking against decisions", _clerical, needs="decisions"),
    Part("bands and coverage", _bands, facts=True),
    Part("calibration", _calibration, facts=True, needs="confirmed"),
    Part("parity", _parity, facts=True, package="fairlearn"),
    Part("stability", _stability, needs="previous"),
    Part("back test", _back_test, facts=True, needs="confirmed"),
)
