"""`lynchpin-world extracts DIR --residents N --seed S`: agencies' extracts and the truth; `changes BEFORE AFTER`: the same some time later;
`judge DIR`: how close a run came to the truth."""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from lynchpin_world.feeds.changes import write_changes
from lynchpin_world.feeds.shards import write_nation
from lynchpin_world.feeds.workspace import write_workspace
from lynchpin_world.growth import AS_AT
from lynchpin_world.nation import MOST_RESIDENTS, Shard, grow_shard, shards

MOST_CHANGED = 0.5  # of records; the rest are there to take values from


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when everything was written."""
    asked = parser().parse_args(argv)
    asked.command(asked)
    return 0


def extracts(asked: argparse.Namespace) -> None:
    """Write a region or, in shards, a nation."""
    say(f"growing {asked.residents} residents from seed {asked.seed}")
    nation = shards(asked.residents, asked.seed)
    records = write_region(nation[0], asked.folder) if len(nation) == 1 else write_shards(nation, asked)
    if asked.parquet:
        from lynchpin_world.feeds.parquet import to_parquet

        to_parquet(asked.folder, AS_AT, say)
    say(f"{records} records written to {asked.folder}")


def write_region(shard: Shard, folder: Path) -> int:
    region = grow_shard(shard, (shard,))
    say(f"{len(region.families)} families in {len(region.areas)} small areas")
    return write_workspace(region, folder, say)


def write_shards(nation: tuple[Shard, ...], asked: argparse.Namespace) -> int:
    return write_nation(nation, asked.folder, say, asked.processes)


def changes(asked: argparse.Namespace) -> None:
    """Write the second state of a workspace, whose extracts are CSV."""
    counted = write_changes(asked.before, asked.after, share=asked.share, seed=asked.seed, as_at=AS_AT)
    say(", ".join(f"{operation} {count}" for operation, count in counted.items()))


def judge(asked: argparse.Namespace) -> None:
    """Print a run's closeness to the truth as JSON."""
    from lynchpin_world import judging

    out = asked.folder / "out"
    families = asked.families or (None if asked.persons else out / "families.parquet")
    found = judging.judge(asked.folder, asked.persons or out / "persons.parquet", AS_AT, families)
    summed = ("pair_f1", "cluster_f1", "household_f1", "told_household_f1")
    print(json.dumps(asdict(found) | {name: getattr(found, name) for name in summed}))


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(prog="lynchpin-world", description="A synthetic region with known truth.")
    verbs = command.add_subparsers(required=True, metavar="COMMAND")
    _extracts_parser(verbs)
    _changes_parser(verbs)
    _judge_parser(verbs)
    return command


def _changes_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    told = "write a second state of a workspace: the same extracts later, what changed in them, and the truth"
    writing = verbs.add_parser("changes", help=told, description=told)
    writing.set_defaults(command=changes)
    writing.add_argument("before", type=Path, metavar="BEFORE")
    writing.add_argument("after", type=Path, metavar="AFTER")
    told = "of all records that change: a third are inserted, a third corrected, a third removed"
    writing.add_argument("--share", type=share, default=0.01, metavar="SHARE", help=told)
    writing.add_argument("--seed", type=int, required=True, metavar="S")


def _judge_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    told = "say how close a run of a workspace came to its truth"
    judging = verbs.add_parser("judge", help=told, description=told)
    judging.set_defaults(command=judge)
    judging.add_argument("folder", type=Path, metavar="DIR")
    told = "who each record is about, as Parquet; the run's own when left out"
    judging.add_argument("--persons", type=Path, metavar="FILE", help=told)
    judging.add_argument("--families", type=Path, metavar="FILE", help="who lives together, as Parquet")


def _extracts_parser(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    told = "write the agencies' extracts, a workspace file and the truth"
    writing = verbs.add_parser("extracts", help=told, description=told)
    writing.set_defaults(command=extracts)
    writing.add_argument("folder", type=Path, metavar="DIR")
    writing.add_argument("--residents", type=residents, required=True, metavar="N")
    writing.add_argument("--seed", type=int, required=True, metavar="S")
    writing.add_argument("--parquet", action="store_true", help="the extracts as Parquet instead of CSV")
    told = "how many shards of a nation are grown at a time; the files are the same for any number"
    writing.add_argument("--processes", type=positive, default=os.cpu_count() or 1, metavar="P", help=told)


def residents(text: str) -> int:
    if (number := positive(text)) > MOST_RESIDENTS:
        raise argparse.ArgumentTypeError(f"give a whole number of at most {MOST_RESIDENTS}")
    return number


def share(text: str) -> float:
    if not 0 < (part := float(text)) <= MOST_CHANGED:
        raise argparse.ArgumentTypeError(f"give a share above 0 and at most {MOST_CHANGED}")
    return part


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a whole number of at least 1")
    return number


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
