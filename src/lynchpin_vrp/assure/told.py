"""The report as a file and as a short table: `assurance.json`, whose shape is fixed, and what a person reads on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lynchpin_vrp.assure.measure import SHAPE, Measure, Unit

FILE = "assurance.json"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the assurance that could not be made, and what it needs: a code, and the package or file by name."""

    part: str
    needs: str
    code: str  # package_missing, not_given, run_without_facts or too_few


@dataclass(frozen=True, slots=True)
class Assurance:
    """All measures of one run, as they may be told. `given` names what lay beside the run; `left_out` what was not measured and why."""

    as_at: str
    content_hash: str
    given: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    measures: tuple[Measure, ...]

    def written(self) -> dict[str, Any]:
        """The content of `assurance.json`."""
        return {
            "shape": SHAPE,
            "as_at": self.as_at,
            "content_hash": self.content_hash,
            "given": list(self.given),
            "left_out": [asdict(one) for one in self.left_out],
            "measures": [_written(measure) for measure in self.measures],
        }


def write_assurance(assurance: Assurance, out: Path) -> Path:
    """Write `assurance.json` into a run's folder; the same report gives the same bytes."""
    file = out / FILE
    file.write_text(json.dumps(assurance.written(), indent=1) + "\n", encoding="utf-8")
    return file


def table(assurance: Assurance) -> Iterator[str]:
    """Lines for a terminal: everybody together, and the groups that raise an alert; the file holds the rest."""
    yield f"{'measure':<28} {'part':<16} {'group':<22} {'of':>8} {'value':>9} {'95%':>17}  alert"
    yield from (_line(row) for row in assurance.measures if row.alert or not row.group_kind)
    hidden = sum(row.suppressed for row in assurance.measures)
    yield f"{len(assurance.measures)} measures, {hidden} suppressed because their groups are small"
    yield from (_missing(one) for one in assurance.left_out)


def _written(row: Measure) -> Mapping[str, Any]:
    told = asdict(row)
    del told["least"]
    return {"code": told.pop("code"), "unit": row.unit, **told}


def _line(row: Measure) -> str:
    group = f"{row.group_kind} {row.group}".strip()
    between = "" if row.low is None or row.high is None else f"{_value(row, row.low)} to {_value(row, row.high)}"
    of, value = ("-", "-") if row.suppressed else (f"{row.count:,}", _value(row, row.value))
    return f"{row.code:<28} {row.part:<16} {group:<22} {of:>8} {value:>9} {between:>17}  {row.alert or ''}".rstrip()


def _value(row: Measure, value: float | None) -> str:
    if value is None:
        return ""
    if row.unit is Unit.SHARE:
        return f"{100 * value:.1f}%"
    return f"{value:,.0f}" if row.unit in (Unit.NUMBER, Unit.DAYS) else f"{value:.3f}"


def _missing(one: LeftOut) -> str:
    if one.code == "package_missing":
        return f"left out: {one.part}: install {one.needs} (pip install 'lynchpin[assurance]')"
    return f"left out: {one.part}: {one.code.replace('_', ' ')} ({one.needs})"
