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
from lynchpin_vrp.outputs import EVIDENCE_TABLES, FACT_TABLES, OUTPUTS, read_manifest, writing, written_hashes
from lynchpin_vrp.settings import Settings

KEYS = ("family_id", "person_id")
# What the steps of a run read of people and families, from the one table that is kept of them.
FAMILIES = Step("take up families", ("members",), "families", "select family_id, person_id, role from members")
PEOPLE = Step("take up ages", ("members",), "people", "select person_id, age from members")


def score_steps(
    feeds: Sequence[Feed], reports: Sequence[FeedReport], settings: Settings, as_at: date
) -> dict[str, tuple[Step, ...]]:
    """From `evidence`, `dwelt`, `families` and `people` to `facts`, `contributions` and `scores`, by phase: the one way there is."""
    return {
        "features": features.asking(settings.factors, feeds, as_at),
        "score": (*score.point_steps(settings.rules), *score.band_steps(settings.rules, reports, as_at)),
    }


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
        for steps in score_steps(*_arrived(engine), settings, asked_for).values():
            engine.take(*steps)
        return _written(engine, to)
    finally:
        engine.close()


def _taken(out: Path, name: str) -> Step:
    file = str(out / f"{name}.parquet").replace("'", "''")
    ids = ", ".join(f"('0x' || substr({key}, 2))::bigint as {key}" for key in KEYS if f"as {key}" in OUTPUTS[name].sql)
    columns = f"* replace ({ids})" if ids else "*"
    return Step(f"take up {name}", (), name, f"select {columns} from read_parquet('{file}')")


def _arrived(engine: Engine) -> tuple[list[Feed], list[FeedReport]]:
    rows = engine.fetch("select feed, rows_accepted, latest_on, facts from arrivals order by feed")
    feeds = [Feed(feed, None, {}, {name: name for name in facts}) for feed, _, _, facts in rows]
    return feeds, [FeedReport(feed, accepted, accepted, (), latest, {}) for feed, accepted, latest, _ in rows]


def _written(engine: Engine, to: Path) -> dict[str, str]:
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".again-") as folder:
        (written := Path(folder) / "out").mkdir()
        engine.take(*writing(FACT_TABLES, written))
        hashes = written_hashes(engine, FACT_TABLES)
        shutil.rmtree(to, ignore_errors=True)
        written.rename(to)
    return hashes
