"""One command a module. Only what runs from a terminal reads the clock here and prints."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

import django

from lynchpin.kernel.errors import NotFound, NotPermitted, Refused
from lynchpin.reference.faults import BadPack

if TYPE_CHECKING:
    from lynchpin.kernel.actor import Actor


def start() -> None:
    """Make the service ready in this process."""
    django.setup()


def with_noes_told(run: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """Three of the four kinds of no, and what is wrong with a pack, become sentences and exit code 1; a bug still flies."""

    @wraps(run)
    def told(options: argparse.Namespace) -> int:
        try:
            return run(options)
        except (Refused, NotPermitted, NotFound, BadPack) as no:
            print(_said(no), file=sys.stderr)
            return 1

    return told


def _said(no: Exception) -> str:
    from django.utils.translation import gettext as _

    from lynchpin.kernel.reasons import sentence
    from lynchpin.reference.faults import SENTENCES

    if isinstance(no, Refused):
        return sentence(no.reason)
    if isinstance(no, BadPack):
        return "\n".join(_(SENTENCES[fault.code]) % fault.params() for fault in no.faults)
    if isinstance(no, NotPermitted):
        return _("No account of that address may do this. Give with --as the address of somebody who may.")
    return _("What was named is not here. Check how it is spelled.")


def acting_as(email: str, permission: str) -> Actor:
    """The actor of an account, under the assignment that holds a permission.

    Raises `NotPermitted` when the account is unknown or none of its assignments holds it.
    """
    from lynchpin.kernel import clock
    from lynchpin.organisations.actors import as_assigned
    from lynchpin.organisations.models import RoleAssignment, Staff

    for staff in Staff.unscoped.filter(account__in=_accounts(email)).at_work(clock.today()):
        for assignment in RoleAssignment.unscoped.filter(staff=staff).in_force(clock.today()).order_by("pk"):
            if (actor := as_assigned(staff, assignment)).may(permission):
                return actor
    raise NotPermitted(permission)


def _accounts(email: str) -> Any:
    from lynchpin.organisations.models import Account

    return Account.objects.filter(email__iexact=email).values("pk")
