"""Facts and scores from evidence: as the last steps of a run, and again by themselves where only settings have changed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lynchpin_vrp import features, score
from lynchpin_vrp.contract import Feed, FeedReport, Refused
from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.outputs import EVIDENCE_TABLES, FACT_TABLES, read_manifest, write_tables
from lynchpin_vrp.settings import Settings

# What the steps of a run read of people and families, from the one table that is kept of them.
FAMILIES = Step("take up families", ("members",), "families", "select family_id, person_id, role from members")
PEOPLE = Step("take up ages", ("members",), "people", "select person_id, age from members")


def score_evidence(
    engine: Engine, feeds: Sequence[Feed], reports: Sequence[FeedReport], settings: Settings, as_at: date
) -> None:
    """Make `facts`, `contributions` and `scores` from `evidence`, `dwelt`, `families` and `people`: the one way there is."""
    with engine.during("features"):
        engine.take(*features.asking(settings.factors, feeds, as_at))
    with engine.during("score"):
        engine.take(*score.point_steps(settings.rules), *score.band_steps(settings.rules, reports, as_at))


def rescore(out: Path, settings: Settings, *, to: Path, as_at: date | None = None) -> dict[str, str]:
    """Write into `to` the facts, contributions and scores that a run would have made with other factors or rules.

    Reads the evidence tables and the date of the run in `out`, and nothing else. With an earlier `as_at`, only what was observed by then
    counts; people's ages and homes stay those of the run. Gives a hash of each table's rows, as a run's manifest does. Raises
    `Refused` where there is no run, or one without facts."""
    asked_for = as_at or date.fromisoformat(read_manifest(out)["as_at"])
    if not all((out / f"{name}.parquet").is_file() for name in EVIDENCE_TABLES):
        raise Refused("run_without_evidence")
    engine = Engine()
    try:
        engine.take(*(_taken(out, name) for name in EVIDENCE_TABLES), FAMILIES, PEOPLE)
        score_evidence(engine, *_arrived(engine), settings, asked_for)
        return _written(engine, to)
    finally:
        engine.close()


def _taken(out: Path, name: str) -> Step:
    file = str(out / f"{name}.parquet").replace("'", "''")
    return Step(f"take up {name}", (), name, f"select * from read_parquet('{file}')")


def _arrived(engine: Engine) -> tuple[list[Feed], list[FeedReport]]:
    rows = engine.fetch("select feed, rows_accepted, latest_on, facts from arrivals order by feed")
    feeds = [Feed(feed, None, {}, {name: name for name in facts}) for feed, _, _, facts in rows]
    return feeds, [FeedReport(feed, accepted, accepted, (), latest, {}) for feed, accepted, latest, _ in rows]


def _written(engine: Engine, to: Path) -> dict[str, str]:
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".again-") as folder:
        hashes = write_tables(engine, FACT_TABLES, Path(folder) / "out")
        shutil.rmtree(to, ignore_errors=True)
        (Path(folder) / "out").rename(to)
    return hashes
