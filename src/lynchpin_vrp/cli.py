"""The commands `lynchpin-vrp run`, `explain` and `assure`: thin, and the only place here that reads a clock, for timings."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from lynchpin_vrp.assure import Beside, assure, found_beside, table, write_assurance
from lynchpin_vrp.assure.explain import Contribution, explain
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.run import ENGINES, run
from lynchpin_vrp.workspace import read_workspace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 when done, 1 when refused (the code and its parameters on stderr), 2 when misspelt."""
    asked = _parser().parse_args(arguments)
    try:
        asked.command(asked)
    except Refused as refusal:
        print(json.dumps({"refused": refusal.code, **refusal.params}, default=str), file=sys.stderr)
        return 1
    return 0


def run_command(asked: argparse.Namespace) -> None:
    workspace = read_workspace(asked.workspace)
    as_at = workspace.dated(asked.as_at)
    made = run(workspace.feeds, workspace.settings, as_at=as_at, out=workspace.out, listen=_say, tick=perf_counter)
    print(json.dumps({"as_at": made.as_at, "content_hash": made.content_hash, "feeds": made.feeds}, indent=1))


def explain_command(asked: argparse.Namespace) -> None:
    for row in explain(asked.workspace / "out", asked.family):
        print(_line(row))


def assure_command(asked: argparse.Namespace) -> None:
    """Measure the last run, with what lies in its workspace and what was named; write `out/assurance.json` and print the gist."""
    workspace = read_workspace(asked.workspace)
    named = {entry.name: given for entry in fields(Beside) if (given := getattr(asked, entry.name)) is not None}
    report = assure(workspace.out, workspace.settings, replace(found_beside(workspace.folder), **named))
    write_assurance(report, workspace.out)
    print("\n".join(table(report)))


def _say(phase: str, step: str, rows: int) -> None:
    print(f"{phase}: {step}: {rows:,}", file=sys.stderr, flush=True)


def _line(row: Contribution) -> str:
    told = (
        row.axis,
        row.kind,
        row.factor or row.domain,
        f"{row.points:+}",
        row.full_points,
        row.decay,
        row.evidence_date,
        row.feed,
    )
    return "\t".join("" if value is None else str(value) for value in told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="lynchpin-vrp", description="Profile a workspace of partner extracts.")
    commands = parser.add_subparsers(required=True)
    running = _command(commands, "run", run_command, "read, link, group and score; write the tables to out/")
    running.add_argument("--as-at", type=date.fromisoformat, help="the run's date; the profile's own when left out")
    running.add_argument("--engine", choices=ENGINES, default="duckdb")
    explaining = _command(commands, "explain", explain_command, "show the rows that one family's scores are the sum of")
    explaining.add_argument("family")
    _add_assure(commands)
    return parser


def _add_assure(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    told = "measure the last run's quality and fairness; write out/assurance.json"
    assuring = _command(commands, "assure", assure_command, told)
    assuring.add_argument("--previous", type=Path, metavar="OUT", help="the out folder of an earlier run")
    assuring.add_argument(
        "--confirmed", type=Path, metavar="FILE", help="need confirmed later: feed,record_id,on,confirmed"
    )
    assuring.add_argument(
        "--truth", type=Path, metavar="FOLDER", help="who the records of a synthetic region are about"
    )
    decided = "pairs that people decided: feed_l,record_id_l,feed_r,record_id_r,same"
    assuring.add_argument("--decisions", type=Path, metavar="FILE", help=decided)
    assuring.add_argument("--deprivation", type=Path, metavar="FILE", help="postcode,fifth (1 is most deprived)")
    held = "the day that a back-test looks back from; the run's own when left out"
    assuring.add_argument("--held-back", type=date.fromisoformat, metavar="DATE", help=held)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, does: object, told: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=told, description=told)
    command.add_argument("workspace", type=Path)
    command.set_defaults(command=does)
    return command


if __name__ == "__main__":
    sys.exit(main())
