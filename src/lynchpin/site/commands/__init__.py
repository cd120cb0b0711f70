"""One command a module. Only what runs from a terminal reads the clock here and prints."""

from __future__ import annotations

import django

from lynchpin.kernel.errors import NotPermitted


def start() -> None:
    """Make the service ready in this process."""
    django.setup()


def acting_as(email: str, permission: str):
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


def _accounts(email: str):
    from lynchpin.organisations.models import Account

    return Account.objects.filter(email__iexact=email).values("pk")
