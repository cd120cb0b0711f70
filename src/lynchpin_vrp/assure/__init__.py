"""What a run can say about its own quality: how complete the feeds were, what linking did, how the bands fell. Counts only."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine


@dataclass(frozen=True, slots=True)
class Assurance:
    """Counts from one run's `out` folder: rows by feed, records, people, families, links kept and refused by reason, families by band."""

    feeds: dict[str, dict[str, int]]
    linking: dict[str, int]
    refused_links: dict[str, int]
    quarantine: dict[str, int]
    bands: dict[str, int]
    coverage: dict[str, int]


def assure(out: Path) -> Assurance:
    """Read a run's tables and count; raises `Refused` when there is no finished run."""
    manifest, engine = read_manifest(out), Engine()
    try:
        return Assurance(
            feeds=manifest["feeds"],
            linking={name: _rows(engine, out, name) for name in ("records", "people", "families", "second_homes")},
            refused_links=_counts(engine, out, "links", "reason", "where not kept"),
            quarantine=_counts(engine, out, "quarantine", "reason"),
            bands=_counts(engine, out, "scores", "coalesce(excluded, vulnerability_band, 'insufficient_data')"),
            coverage=_counts(engine, out, "scores", "feeds_live || ' of ' || feeds_applicable"),
        )
    finally:
        engine.close()


def read_manifest(out: Path) -> dict[str, Any]:
    try:
        return json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise Refused("run_missing") from fault


def _rows(engine: Engine, out: Path, name: str) -> int:
    return int(engine.fetch("select count(*) from read_parquet(?)", [str(out / f"{name}.parquet")])[0][0])


def _counts(engine: Engine, out: Path, name: str, by: str, where: str = "") -> dict[str, int]:
    file = out / f"{name}.parquet"
    if not file.exists():
        return {}
    return dict(
        engine.fetch(
            f"select {by} as told, count(*) from read_parquet(?) {where} group by told order by told", [str(file)]
        )
    )
