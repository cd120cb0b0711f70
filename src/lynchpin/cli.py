"""`lynchpin COMMAND`: each command is a module with a description, its arguments and one `run`."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module

SITE = (
    "serve",
    "rounds",
    "account",
    "migrate",
    "check",
    "backup",
    "restore",
    "reference",
    "places",
    "feeds",
    "profile",
    "frontdoor",
    "drafts",
    "notices",
    "routes",
    "bench",
    "docs",
)
COMMANDS = {"demo": "lynchpin.demo.command", **{name: f"lynchpin.site.commands.{name}" for name in SITE}}


def main(argv: list[str] | None = None) -> int:
    """Run one command; its exit code is 0 when it did what was asked, 1 when it was refused."""
    given = sys.argv[1:] if argv is None else argv
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lynchpin.site.settings")
    name = given[0] if given and given[0] in COMMANDS else ""
    if not name:
        print(f"usage: lynchpin {{{','.join(COMMANDS)}}} ...", file=sys.stderr)
        return 0 if given and given[0] in ("-h", "--help") else 2
    command = import_module(COMMANDS[name])
    parser = argparse.ArgumentParser(prog=f"lynchpin {name}", description=command.__doc__)
    command.add_arguments(parser)
    return command.run(parser.parse_args(given[1:]))


if __name__ == "__main__":
    sys.exit(main())
