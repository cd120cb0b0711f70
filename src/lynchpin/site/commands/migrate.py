"""Bring the databases to this version's form, and make the table of shared counters."""

from __future__ import annotations

import argparse

from lynchpin.site.commands import start

# the book of who looked has two of the kernel's tables: all the other rooms' migrations would only be walked through
ROOMS: dict[str, tuple[str, ...]] = {"default": (), "access": ("kernel",)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--quiet", action="store_true", help="print nothing")


def run(options: argparse.Namespace) -> int:
    start()
    migrate(verbosity=0 if options.quiet else 1)
    return 0


def migrate(verbosity: int = 0) -> None:
    """Migrate every database, with the guard at rest: a migration is nobody's verb."""
    from django.conf import settings
    from django.core.management import call_command

    from lynchpin.kernel import guard

    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    with guard.resting():
        for database in settings.DATABASES:
            call_command("migrate", *ROOMS[database], database=database, interactive=False, verbosity=verbosity)
        call_command("createcachetable", verbosity=verbosity)
