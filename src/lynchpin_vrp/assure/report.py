"""One report: every part of the assurance that the run, and what lies beside it, can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from lynchpin_vrp.assure.counting import bands, quarantined, sizes
from lynchpin_vrp.assure.groups import take_groups
from lynchpin_vrp.assure.hiding import shown
from lynchpin_vrp.assure.linking import linking
from lynchpin_vrp.assure.alerts import compared
from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.reading import take_tables
from lynchpin_vrp.assure.told import Assurance, LeftOut
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.outputs import read_manifest
from lynchpin_vrp.settings import Settings


@dataclass(frozen=True, slots=True)
class Beside:
    """What may be given beside a run: the truth of a synthetic region, a clerical reviewer's decisions, need confirmed later, an
    earlier run's `out`, the deprivation of areas, and the day before which a back-test may know anything."""

    truth: Path | None = None
    decisions: Path | None = None
    confirmed: Path | None = None
    previous: Path | None = None
    deprivation: Path | None = None
    held_back: date | None = None

    @property
    def given(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in fields(self) if getattr(self, entry.name) is not None)


def found_beside(workspace: Path) -> Beside:
    """What lies in a workspace under its usual name: `truth/`, `decisions.csv`, `truth/confirmed.csv`, `deprivation.csv`."""
    usual = {"truth": "truth", "decisions": "decisions.csv", "confirmed": "truth/confirmed.csv", "deprivation": "deprivation.csv"}
    return Beside(**{name: workspace / place for name, place in usual.items() if (workspace / place).exists()})


@dataclass(slots=True)
class Made:
    """What has been measured so far, and what could not be."""

    measures: list[Measure] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def assure(out: Path, settings: Settings | None = None, beside: Beside | None = None) -> Assurance:
    """Measure a finished run. Raises `Refused` where there is none, or where a file given beside it cannot be read."""
    manifest, beside, engine = read_manifest(out), beside or Beside(), Engine()
    try:
        take_tables(engine, out)
        take_groups(engine, beside.deprivation)
        measures = list(_measured(engine, manifest))
    finally:
        engine.close()
    return Assurance(manifest["as_at"], manifest["content_hash"], beside.given, (), shown(compared(measures)))


def _measured(engine: Engine, manifest: dict[str, Any]) -> Iterator[Measure]:
    yield from sizes(engine)
    yield from quarantined(manifest["feeds"])
    yield from linking(engine)
    yield from bands(engine)
