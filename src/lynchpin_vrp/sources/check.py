"""One file into one checked table: staged whole, checked by SQL, its bad rows set apart."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from lynchpin_vrp.contract import Feed, FeedReport, Kind, Quarantined, Refused, kind_of, refuse_bad_contract
from lynchpin_vrp.engine import Engine, Step
from lynchpin_vrp.sources.changes import applied, refused_changes, understood
from lynchpin_vrp.sources.files import kind_of_file
from lynchpin_vrp.sources.plain_csv import read_plain_csv
from lynchpin_vrp.sources.rows import doubtful_sql, quarantine_sql
from lynchpin_vrp.sources.tables import Row, refuse_wrong_header, rows_of

MOST_BAD_ROWS = 0.2  # more than this share of bad rows stops the file (TRUST 5)
MOST_ROWS = 50_000_000
BATCH = 50_000


def check_feed(path: Path, contract: Feed, *, as_at: date, scratch: Path | None = None) -> FeedReport:
    """Read one file on its own and report it; raises `Refused` when the whole file is refused. Keeps nothing."""
    engine, feed = Engine(), replace(contract, path=path)
    try:
        with tempfile.TemporaryDirectory(dir=scratch) as folder:
            report = load_feed(engine, feed, as_at=as_at, scratch=Path(folder))
            return replace(report, quarantined=_quarantined(engine, feed), fingerprints=_fingerprints(engine, feed))
    finally:
        engine.close()


def load_feed(
    engine: Engine,
    feed: Feed,
    *,
    as_at: date,
    scratch: Path,
    whole: Path | None = None,
    most_bad: float = MOST_BAD_ROWS,
) -> FeedReport:
    """Make the tables `raw_<feed>`, `quarantine_<feed>` and `accepted_<feed>`; the report holds counts only.

    Of a feed that sends changes, `raw` holds the changes and `accepted` the whole that they make of the last one, which is a
    Parquet file under our column names (`whole`), or nothing.
    """
    refuse_bad_contract(feed)
    if feed.path is None:
        raise Refused("file_missing", feed=feed.name)
    unseen = _read(engine, feed, feed.path, scratch)
    if feed.sends_changes:
        engine.take(*understood(feed))
    engine.take(*_steps(feed, as_at, unseen))
    if feed.sends_changes:
        engine.take(*refused_changes(feed, whole), *_accepted(feed))
    report = _report(engine, feed, most_bad)
    if feed.sends_changes:
        engine.take(*applied(feed))
    return report


def tables_of(feed: Feed) -> dict[str, set[str]]:
    """What a loaded feed that sends wholes is read from: the view `accepted_<feed>` and the tables that it reads."""
    return {f"accepted_{feed.name}": {f"body_{feed.name}", f"quarantine_{feed.name}"}}


def _read(engine: Engine, feed: Feed, path: Path, scratch: Path) -> bool:
    """Make the table `body_<feed>` and the view `raw_<feed>` of it by the quickest reader that the file allows.

    Gives whether the file may hold characters that cannot be seen."""
    kind, body = kind_of_file(path, feed.name), f"body_{feed.name}"
    if kind == "csv" and (look := read_plain_csv(engine, feed, path, body, _tidy(feed.read))):
        # Rows are kept in the order of the file, so a row's place tells its line, and both cores may read.
        rows, unseen = f"select rowid + 2 as line, null::varchar as misshapen, * from {body}", look.unseen
    else:
        source = _parquet_sql(engine, feed, path) if kind == "parquet" else _staged_sql(feed, path, kind, scratch)
        engine.take(Step(f"stage {feed.name}", (), body, source))
        rows, unseen = f"select * from {body}", True
    engine.take(Step(f"tell the lines of {feed.name}", (body,), f"raw_{feed.name}", rows, kept=False))
    engine.note(f"read {feed.name}", engine.count(body))
    return unseen


def _steps(feed: Feed, as_at: date, unseen: bool) -> tuple[Step, ...]:
    raw, doubtful, bad = f"raw_{feed.name}", f"doubtful_{feed.name}", f"quarantine_{feed.name}"
    return (
        Step(f"look twice at {feed.name}", (raw,), doubtful, doubtful_sql(feed, raw, as_at, unseen=unseen)),
        Step(f"quarantine {feed.name}", (raw, doubtful), bad, quarantine_sql(feed, raw, doubtful, as_at)),
        *_accepted(feed),
    )


def _accepted(feed: Feed) -> tuple[Step]:
    raw, bad = f"raw_{feed.name}", f"quarantine_{feed.name}"
    sql = f"select * exclude (misshapen) from {raw} where line not in (select line from {bad})"
    return (Step(f"accept {feed.name}", (raw, bad), f"accepted_{feed.name}", sql, kept=False),)


def _report(engine: Engine, feed: Feed, most_bad: float) -> FeedReport:
    read, accepted = engine.count(f"raw_{feed.name}"), engine.count(f"accepted_{feed.name}")
    if not read:
        raise Refused("no_rows", feed=feed.name)
    if read - accepted > most_bad * read:
        raise Refused("too_many_bad_rows", feed=feed.name, read=read, bad=read - accepted)
    latest = engine.fetch(f"select max({_date_columns(feed)}) from accepted_{feed.name}")[0][0]
    return FeedReport(feed.name, read, accepted, (), latest and date.fromisoformat(latest), {})


def _date_columns(feed: Feed) -> str:
    """The newest day that a row speaks of; ISO dates compare as text."""
    present = [column for column in ("updated_on", "recorded_on", "term_ended_on") if column in feed.mapped]
    return f"greatest({', '.join(present)})" if present else "null::varchar"


def _staged_sql(feed: Feed, path: Path, kind: str, scratch: Path) -> str:
    """Write the mapped columns to a Parquet file in `scratch`: DuckDB 2.0.0 must not scan Arrow tables (PERFORMANCE 7)."""
    staged, names = scratch / f"{feed.name}.parquet", ["line", "misshapen", *feed.read]
    rows, total = rows_of(path, kind, feed), 0
    with pq.ParquetWriter(staged, _schema(feed)) as writer:
        for columns in _batches(rows):
            writer.write_table(pa.table(columns, schema=_schema(feed)))
            if (total := total + len(columns[0])) > MOST_ROWS:
                raise Refused("too_many_rows", feed=feed.name, most=MOST_ROWS)
    return f"select line, misshapen, {_tidy(names[2:])} from read_parquet('{_path(staged)}')"


def _schema(feed: Feed) -> pa.Schema:
    return pa.schema([("line", pa.int64()), ("misshapen", pa.string()), *((name, pa.string()) for name in feed.read)])


def _batches(rows: Iterator[Row]) -> Iterator[list[list[object]]]:
    while batch := list(islice(rows, BATCH)):
        values = zip(*(row.values for row in batch), strict=True)
        yield [[row.line for row in batch], [row.misshapen for row in batch], *map(list, values)]


def _parquet_sql(engine: Engine, feed: Feed, path: Path) -> str:
    source = f"read_parquet('{_path(path)}', file_row_number=true)"
    try:
        header = [row[0] for row in engine.fetch(f"describe select * from read_parquet('{_path(path)}')")]
    except duckdb.Error as fault:
        raise Refused("parquet_unreadable", feed=feed.name) from fault
    refuse_wrong_header(header, feed)
    columns = ", ".join(
        f'"{theirs.replace(chr(34), chr(34) * 2)}"::varchar as {ours}' for ours, theirs in feed.read.items()
    )
    return f"""select line, misshapen, {_tidy(feed.read)}
        from (select file_row_number + 2 as line, null::varchar as misshapen, {columns} from {source})"""


def _tidy(names: Iterable[str]) -> str:
    """Text as it is stored: composed letters, no outer spaces, empty as null (TRUST 6). Only names and texts hold letters with marks."""
    return ", ".join(f"nullif(trim({_composed(name)}), '') as {name}" for name in names)


def _composed(name: str) -> str:
    return f"nfc_normalize({name})" if kind_of(name) in (Kind.NAME, Kind.TEXT, Kind.IDENTIFIER) else name


def _path(path: Path) -> str:
    return str(path).replace("'", "''")


def _quarantined(engine: Engine, feed: Feed) -> tuple[Quarantined, ...]:
    return tuple(Quarantined(*row) for row in engine.fetch(f"from quarantine_{feed.name} order by all"))


def _fingerprints(engine: Engine, feed: Feed) -> dict[str, str]:
    table = f"accepted_{feed.name}"
    return dict(
        engine.fetch(f"select record_id, md5(row({', '.join(feed.mapped)})::varchar) from {table} order by record_id")
    )
