"""Files that are bad in every way that was thought of, and runs that are ended: a clear answer, nothing published, nothing lost."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from lynchpin.site.benches import Measurement
from lynchpin.site.benches.bad_files import FAULTS, of_the_first, write_file
from lynchpin.site.benches.killed_runs import killed_at_every_phase
from lynchpin.site.benches.processes import program, run, under

ROWS, USUAL = 10_000_000, 100_000
RESIDENTS, SEED = 2_000, 5
FAMILY = 400
LINE = (
    "Ten million rows with 3 % faults, a feed that doubles, a column that changes its meaning, identifiers all equal, a birth date and an"
    " address shared by a thousand, a family of 400, a run ended at any phase: a clear answer, nothing published, nothing lost."
)
NOTE = (
    "Files are received in a process of their own, as the service does, beside a usual file of 100,000 rows; memory is the most that"
    " process held. A stopped file waits for a second person. Runs are ended by SIGKILL, with no kept model, and their tables read again."
)
# what a file is like -> what is said of it; the columns that are made otherwise
STOPPED: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("a column that changes its meaning", "shapes_changed", {"surname": "(i % 97)::varchar || '/' || (i % 7)"}),
    ("identifiers all equal", "number_shared", {"nhs_number": "'9999999999'"}),
    ("a birth date shared by a thousand", "birth_date_shared", {"birth_date": of_the_first(1_000, "1901-01-01")}),
)
TOLD = ("an address shared by a thousand", "value_shared", {"address": of_the_first(1_000, "1 The Hostel")})


def measure() -> Measurement:
    """Make each, and say what came of it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        told = [ten_million(folder), *usual_files(folder), family(folder / "family"), ended_runs(folder / "ended")]
    return Measurement(LINE, "lynchpin bench bad-input", "; ".join(told), NOTE)


def ten_million(folder: Path) -> str:
    """One file of ten million rows, of which three in a hundred are at fault."""
    (said,) = received(folder, write_file(folder / "great.csv", ROWS, **FAULTS))
    exact = said["quarantined"] == ROWS * 3 // 100 and not said["stopped"]
    return (
        f"{said['read']:,} rows profiled in {said['seconds']:.0f} s and {said['megabytes']:,} MB,"
        f" {said['quarantined']:,} put aside: {_right(exact)}"
    )


def usual_files(folder: Path) -> list[str]:
    """A file that doubles, and the others that are stopped or told."""
    first, double = write_file(folder / "usual.csv", USUAL), write_file(folder / "double.csv", 2 * USUAL)
    told = [_judged("a feed that doubles", "grown", True, received(folder, first, double)[-1])]
    for stops, cases in ((True, STOPPED), (False, (TOLD,))):
        for number, (what, code, made) in enumerate(cases):
            file = write_file(folder / f"{'stopped' if stops else 'told'}-{number}.csv", USUAL, **made)
            told.append(_judged(what, code, stops, received(folder, first, file)[-1]))
    return told


def received(folder: Path, *files: Path) -> list[dict[str, Any]]:
    """What the service says of files that come one after another."""
    command = [sys.executable, "-m", "lynchpin.site.benches.receiving", *map(str, files)]
    found: list[dict[str, Any]] = json.loads(run(under({"LYNCHPIN_DATA_DIR": str(folder)}, *command)))
    for path in folder.glob("kept-*.parquet"):
        path.unlink()
    return found


def family(workspace: Path) -> str:
    """Four hundred people of one surname at one address, two to a birth date, each with an own number."""
    (workspace / "extracts").mkdir(parents=True)
    names = ["record_id", "forename", "surname", "birth_date", "address", "postcode", "nhs_number"]
    with (workspace / "extracts" / "one.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([names, *(_member(n) for n in range(FAMILY))])
    columns = "\n".join(f'{name} = "{name}"' for name in names)
    profile = f'as_at = 2026-11-01\n[[feeds]]\nname = "one"\npath = "extracts/one.csv"\n[feeds.columns]\n{columns}\n'
    (workspace / "profile.toml").write_text(profile, encoding="utf-8")
    run([program("lynchpin-vrp"), "run", str(workspace)])
    persons, families, largest = _found(workspace / "out")
    right = persons == FAMILY
    return (
        f"a family of {FAMILY}: {persons} people, families found {families}, the largest of {largest}: {_right(right)}"
    )


def _member(n: int) -> list[str]:
    forename = "".join(chr(97 + digit) for digit in (n // 26, n % 26, n * 7 % 26)).title()
    day = f"{1940 + n // 4 % 80}-{1 + n // 2 % 12:02}-{1 + n // 2 % 28:02}"
    return [f"R{n}", forename, "Prosser", day, "1 Heol Fawr", "CF40 1AA", _nhs_number(n)]


def _nhs_number(n: int) -> str:
    """The n-th number from the range for tests whose check digit can be one (NHS Data Dictionary, modulus 11)."""
    found = (f"9990{serial:05}" for serial in range(n * 12, 100_000))
    for nine in found:
        check = (11 - sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11) % 11
        if check < 10:
            return f"{nine}{check}"
    raise ValueError(n)


def _found(out: Path) -> tuple[int, int, int]:
    with duckdb.connect() as engine:
        table = engine.read_parquet(str(out / "families.parquet"))
        sizes = table.aggregate("family_id, count(distinct person_id) as people").fetchall()
    people = [size for _, size in sizes]
    return sum(people), len(people), max(people)


def ended_runs(workspace: Path) -> str:
    """A region's run, ended at each phase."""
    run([program("lynchpin-world"), "extracts", str(workspace), "--residents", str(RESIDENTS), "--seed", str(SEED)])
    ended, later_right, left = killed_at_every_phase(workspace)
    whole = sum(each.was_ended and each.former_whole for each in ended)
    right = whole == len(ended) and later_right and not left
    return (
        f"a run ended in each of {len(ended)} phases: {whole} times the last tables stood whole, a later run was"
        f" {'as one in a fresh folder' if later_right else 'NOT as one in a fresh folder'}, {len(left)} folders left: {_right(right)}"
    )


def _judged(what: str, code: str, stops: bool, said: dict[str, Any]) -> str:
    right = code in said.get("findings", ()) and said["stopped"] is stops
    return f"{what}: {'stopped' if said.get('stopped') else 'read'} ({', '.join(said.get('findings', [])) or 'nothing'}): {_right(right)}"


def _right(right: bool) -> str:
    return "right" if right else "WRONG"
