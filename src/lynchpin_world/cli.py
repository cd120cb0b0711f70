"""`lynchpin-world extracts DIR --residents N --seed S`: agencies' extracts and the truth."""

import argparse
import os
import sys
from pathlib import Path

from lynchpin_world.feeds.shards import write_nation
from lynchpin_world.feeds.workspace import write_workspace
from lynchpin_world.growth import AS_AT
from lynchpin_world.nation import MOST_RESIDENTS, Shard, grow_shard, shards


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


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(prog="lynchpin-world", description="A synthetic region with known truth.")
    verbs = command.add_subparsers(required=True, metavar="COMMAND")
    told = "write the agencies' extracts, a workspace file and the truth"
    writing = verbs.add_parser("extracts", help=told, description=told)
    writing.set_defaults(command=extracts)
    writing.add_argument("folder", type=Path, metavar="DIR")
    writing.add_argument("--residents", type=residents, required=True, metavar="N")
    writing.add_argument("--seed", type=int, required=True, metavar="S")
    writing.add_argument("--parquet", action="store_true", help="the extracts as Parquet instead of CSV")
    told = "how many shards of a nation are grown at a time; the files are the same for any number"
    writing.add_argument("--processes", type=positive, default=os.cpu_count() or 1, metavar="P", help=told)
    return command


def residents(text: str) -> int:
    if (number := positive(text)) > MOST_RESIDENTS:
        raise argparse.ArgumentTypeError(f"give a whole number of at most {MOST_RESIDENTS}")
    return number


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a whole number of at least 1")
    return number


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
