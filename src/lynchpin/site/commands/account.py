"""Make the first account of a new service: an administrator and a data protection officer in one person's hands no longer than needed.

`lynchpin account first EMAIL NAME` asks for a password. It is refused as soon as anyone works here: from then on accounts
are added on the staff page, and rights are granted by the data protection officer.
"""

from __future__ import annotations

import argparse
import getpass

from lynchpin.site.commands import start, with_noes_told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["first"])
    parser.add_argument("email")
    parser.add_argument("name")
    parser.add_argument("--organisation", required=True, help="its key in the reference pack, as rhondda_cynon_taf")
    parser.add_argument("--roles", nargs="+", default=["system-admin", "data-protection-officer"])


@with_noes_told
def run(options: argparse.Namespace) -> int:
    start()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from lynchpin.organisations.models import Staff

    if Staff.unscoped.exists():
        print("There are colleagues already: accounts are added on the staff page.")
        return 1
    password = getpass.getpass("Password (12 characters or more): ")
    try:
        validate_password(password)
    except ValidationError as faults:
        print("\n".join(faults.messages))
        return 1
    _make_first(options, password)
    return 0


def _make_first(options: argparse.Namespace, password: str) -> None:
    from django.contrib.auth.hashers import make_password

    from lynchpin.kernel import clock
    from lynchpin.kernel.actor import Actor
    from lynchpin.organisations.policy import POLICY
    from lynchpin.organisations.use_cases.add_account import add_account
    from lynchpin.organisations.use_cases.assign_role import assign_role

    admin, officer = (
        Actor(role=r, grants=POLICY[r], on=clock.today()) for r in ("system-admin", "data-protection-officer")
    )
    staff_id = add_account(
        admin,
        email=options.email,
        name=options.name,
        organisation=options.organisation,
        password_hash=make_password(password),
        at=clock.now(),
    )
    for role in options.roles:
        assign_role(officer, staff_id=staff_id, role=role, from_on=clock.today())
