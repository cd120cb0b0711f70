"""Keeps a demo's database: makes it when there is none, refuses one that is not a demo's, shows its accounts."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from lynchpin.demo.scale import database
from lynchpin.demo.scale.sizes import Scale
from lynchpin.site.commands import start
from lynchpin.site.commands.migrate import migrate


def clear() -> None:
    """Forget the demo: its whole folder, which holds nothing else."""
    start()
    from django.conf import settings

    shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


def prepare(scale: Scale, seed: int, password: str, say: Callable[[str], None]) -> str:
    """Make the region when the database is empty, as large as the scale says. Gives a sentence when it may not be."""
    start()
    migrate()
    from lynchpin.organisations.models import Account

    if not Account.objects.exists():
        if scale.is_copied and (refusal := database.why_not_copy()):
            return refusal
        _make(scale.residents, seed, password, say)
    elif not Account.objects.filter(is_demo=True).exists():
        return "This database holds real accounts. A demo is made only in a database of its own."
    return _copied(scale, say) if scale.is_copied else ""


def _copied(scale: Scale, say: Callable[[str], None]) -> str:
    from lynchpin.demo.scale.copying import copy

    if refusal := database.why_not_copy():
        return refusal
    copy(scale, say)
    database.tidy()
    return ""


def _make(residents: int, seed: int, password: str, say: Callable[[str], None]) -> None:
    from django.contrib.auth.hashers import make_password

    from lynchpin.demo.haste import in_haste
    from lynchpin.demo.region import make
    from lynchpin.kernel import clock

    with in_haste():
        make(residents, seed, clock.now(), make_password(password), say)


def show_accounts(port: int, password: str) -> None:
    """Print the address and who may sign in."""
    from lynchpin.organisations.models import Account

    print(f"\nLynchpin demo: http://127.0.0.1:{port}/  (nobody in it is real)\nOne password for all: {password}\n")
    for email in Account.objects.filter(is_demo=True).order_by("email").values_list("email", flat=True):
        print(f"  {email}")
    print("\nEach also has a one-click entry on the sign-in page. Ctrl-C stops everything.", flush=True)


def serve(port: int) -> int:
    from lynchpin.site.commands.serve import serve as serve_pages

    return serve_pages("127.0.0.1", port)
