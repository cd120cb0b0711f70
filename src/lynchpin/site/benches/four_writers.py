"""The writing itself, in a process that owns its database: `python -m lynchpin.site.benches.four_writers` prints what came of it.

It makes the tables first, and stops where somebody works already, so that no service is ever written into.
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

from lynchpin.site.commands import start
from lynchpin.site.commands.migrate import migrate

WRITERS, EACH = 4, 200
AT = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)  # the records are thrown away: any moment will do
COUNCIL = {
    "key": "council",
    "name_en": "Council",
    "name_cy": "Cyngor",
    "kind": "council",
    "valid_from": date(2016, 4, 1),
}


def main() -> int:
    start()
    migrate()
    if kept():
        sys.stderr.write("Somebody works in this database: writers are measured in an empty one.\n")
        return 1
    found_council()
    began = time.perf_counter()
    with ThreadPoolExecutor(WRITERS) as pool:
        locked = sum(pool.map(write, range(WRITERS)))
    seconds, calls = time.perf_counter() - began, WRITERS * EACH
    counts = {"calls": calls, "lost": calls - locked - kept(), "locked": locked, "a_second": calls / seconds}
    sys.stdout.write(json.dumps(counts) + "\n")
    return 0


def write(writer: int) -> int:
    """Add accounts one after another. Gives how many the database would not take."""
    from django.db import connections

    try:
        return sum(not added(f"writer-{writer}-{number}@example.org") for number in range(EACH))
    finally:
        connections.close_all()


def added(email: str) -> bool:
    """Whether one account was added; a database that is locked says so as an operational error."""
    from django.db import OperationalError

    from lynchpin.organisations.use_cases.add_account import add_account

    try:
        add_account(administrator(), email=email, name="Writer", organisation="council", at=AT)
    except OperationalError:
        return False
    return True


def found_council() -> None:
    from lynchpin.organisations.use_cases.load_organisations import load_organisations

    load_organisations(administrator(), organisations=[COUNCIL])


def administrator() -> Any:
    """The administrator to come, before anyone works here."""
    from lynchpin.kernel.actor import Actor
    from lynchpin.organisations.policy import POLICY

    return Actor(role="system-admin", grants=POLICY["system-admin"], on=AT.date())


def kept() -> int:
    """How many accounts the database holds."""
    from lynchpin.organisations.models import Account

    return Account.objects.count()


if __name__ == "__main__":
    sys.exit(main())
