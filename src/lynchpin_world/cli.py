"""`lynchpin-world extracts DIR --residents N --seed S`: agencies' extracts and the truth."""

import argparse
import sys
from pathlib import Path

from lynchpin_world.feeds.workspace import write_workspace
from lynchpin_world.growth import grow


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when everything was written."""
    asked = parser().parse_args(argv)
    say(f"growing {asked.residents} residents from seed {asked.seed}")
    region = grow(asked.residents, asked.seed)
    say(f"{len(region.families)} families in {len(region.areas)} small areas")
    records = write_workspace(region, asked.folder, say)
    say(f"{records} records written to {asked.folder}")
    return 0


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(prog="lynchpin-world", description="A synthetic region with known truth.")
    verbs = command.add_subparsers(required=True, metavar="COMMAND")
    extracts = verbs.add_parser("extracts", help="write the agencies' extracts, a workspace file and the truth")
    extracts.add_argument("folder", type=Path, metavar="DIR")
    extracts.add_argument("--residents", type=positive, required=True, metavar="N")
    extracts.add_argument("--seed", type=int, required=True, metavar="S")
    return command


def positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("give a whole number of at least 1")
    return number


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
