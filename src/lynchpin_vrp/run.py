"""One run: tables in, tables out, the same answer for the same arguments. A run that fails or is ended publishes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from lynchpin_vrp import clean, families, features, link
from lynchpin_vrp.contract import Feed, FeedReport, Refused, refuse_bad_contract
from lynchpin_vrp.engine import Act, Engine, Step, connect, no_clock, silent
from lynchpin_vrp.outputs import EVIDENCE_TABLES, FACT_TABLES, LINK_TABLES, writing, written_hashes
from lynchpin_vrp.plan import AT_ONCE, perform
from lynchpin_vrp.publish import put_back, put_in_place, working_folder
from lynchpin_vrp.rescore import score_steps
from lynchpin_vrp.settings import Settings
from lynchpin_vrp.sources import load_feed, tables_of

ENGINES = ("duckdb",)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run was made from and what it made. `content_hash` covers every row of every table, whatever their order."""

    as_at: str
    inputs: dict[str, str]
    model: str
    settings: str
    code: str
    catalogue: str
    rows: dict[str, int]
    tables: dict[str, str]
    content_hash: str
    feeds: dict[str, dict[str, int]]


def run(
    inputs: Sequence[Feed],
    settings: Settings,
    *,
    as_at: date,
    out: Path,
    listen: Callable[[str, str, int], None] = silent,
    tick: Callable[[], float] = no_clock,
) -> Manifest:
    """Profile the feeds and write the tables, `manifest.json` and `timings.json` into `out`, replacing what was there.

    `listen(phase, step, rows)` hears every step; `tick` is a monotonic clock in seconds. Raises `Refused`; nothing is then written."""
    refuse_bad_inputs(inputs)
    out.parent.mkdir(parents=True, exist_ok=True)
    put_back(out)
    with working_folder(out.parent) as folder:
        engine = Engine(listen, tick, connection=connect(settings.resources, folder / "aside"))
        try:
            made = _make(engine, inputs, settings, as_at, folder)
        finally:
            engine.close()
        put_in_place(folder / "out", out)
        return made


def refuse_bad_inputs(inputs: Sequence[Feed]) -> None:
    """Raise `Refused` unless there are feeds, each named once and sending wholes, and at least one has arrived."""
    if not any(feed.path for feed in inputs):
        raise Refused("no_feeds")
    if changing := [feed.name for feed in inputs if feed.path and feed.sends_changes]:
        raise Refused("feeds_send_changes", names=changing)  # they say what is new, and a run asks who everybody is
    names = [feed.name for feed in inputs]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise Refused("feeds_named_twice", names=doubled)
    for feed in inputs:
        refuse_bad_contract(feed)


def _make(engine: Engine, inputs: Sequence[Feed], settings: Settings, as_at: date, scratch: Path) -> Manifest:
    arrived = [feed for feed in inputs if feed.path]
    with engine.during("sources"):
        reports = _load_all(engine, inputs, as_at, scratch)
        loaded = {view: tables for feed in arrived for view, tables in tables_of(feed).items()}
    engine.forget_order()
    (scratch / "out").mkdir()
    tables = LINK_TABLES + _fact_tables(inputs)
    perform(engine, plan_of(inputs, reports, settings, as_at, tables, scratch / "out"), given=loaded, keep=("model",))
    hashes = written_hashes(engine, tables)
    manifest = _manifest(engine, arrived, reports, settings, as_at, _model_hash(engine), hashes)
    _write_json(scratch / "out" / "manifest.json", asdict(manifest))
    _write_json(scratch / "out" / "timings.json", engine.seconds)
    return manifest


def _fact_tables(inputs: Sequence[Feed]) -> tuple[str, ...]:
    """Facts and scores, unless no feed carries a fact: then the run links and groups only."""
    return (*EVIDENCE_TABLES, *FACT_TABLES) if any(feed.facts for feed in inputs) else ()


def plan_of(
    inputs: Sequence[Feed],
    reports: Sequence[FeedReport],
    settings: Settings,
    as_at: date,
    tables: Sequence[str],
    out: Path,
) -> dict[str, tuple[Step | Act, ...]]:
    """All that is done after the files are read, phase by phase."""
    arrived = [feed for feed in inputs if feed.path]
    plan: dict[str, tuple[Step | Act, ...]] = {
        "clean": (_quarantine(arrived), *clean.steps(arrived)),
        "link": link.steps(settings.link, as_at, settings.decisions),
        "families": families.steps(as_at, settings.homes),
    }
    if _fact_tables(inputs):
        scored = score_steps(inputs, reports, settings, as_at)
        gathered = (features.arrivals(inputs, reports), *features.GATHERING)
        plan |= scored | {"features": (*gathered, *scored["features"])}
    return plan | {"write": writing(tables, out)}


def _model_hash(engine: Engine) -> str:
    return hashlib.sha256(engine.fetch("select told from model")[0][0].encode()).hexdigest()


def _load_all(engine: Engine, feeds: Sequence[Feed], as_at: date, scratch: Path) -> list[FeedReport]:
    """Load feeds two at a time; of several that are refused, the first is told."""
    reports = []
    with ThreadPoolExecutor(AT_ONCE) as hands:
        for report in hands.map(lambda feed: _load(engine, feed, as_at, scratch), feeds):
            engine.tell()
            reports.append(report)
    return reports


def _load(engine: Engine, feed: Feed, as_at: date, scratch: Path) -> FeedReport:
    """A declared feed that has not arrived counts as one that is not live."""
    if not feed.path:
        return FeedReport(feed.name, 0, 0, (), None, {})
    beside = engine.beside()
    try:
        return load_feed(beside, feed, as_at=as_at, scratch=scratch)
    finally:
        beside.close()


def _quarantine(feeds: Sequence[Feed]) -> Step:
    names = tuple(f"quarantine_{feed.name}" for feed in feeds)
    return Step(
        "gather quarantined rows", names, "quarantine", " union all ".join(f"select * from {name}" for name in names)
    )


def _manifest(
    engine: Engine,
    feeds: Sequence[Feed],
    reports: Sequence[FeedReport],
    settings: Settings,
    as_at: date,
    model: str,
    tables: dict[str, str],
) -> Manifest:
    return Manifest(
        as_at=as_at.isoformat(),
        inputs={feed.name: _file_hash(feed.path) for feed in feeds if feed.path},
        model=model,
        settings=settings.fingerprint(),
        code=_code_hash(),
        catalogue=settings.catalogue,
        rows=dict(engine.rows),
        tables=tables,
        content_hash=hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest(),
        feeds={
            r.feed: {"read": r.rows_read, "accepted": r.rows_accepted, "quarantined": r.rows_quarantined}
            for r in reports
        },
    )


def _file_hash(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _code_hash() -> str:
    """A hash of this package's own files, so that a changed rule shows in the manifest."""
    package, hashed = Path(__file__).parent, hashlib.sha256()
    for file in sorted(path for path in package.rglob("*") if path.suffix in (".py", ".csv", ".json")):
        hashed.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return hashed.hexdigest()


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
