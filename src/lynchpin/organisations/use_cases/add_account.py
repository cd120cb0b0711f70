"""Add an account and the colleague it belongs to."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations import rules
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Account, Organisation, Staff

UNOPENABLE = "!"  # Django's sign for an account that no password opens


@use_case(Permission.ADD_ACCOUNT)
def add_account(
    actor: Actor,
    *,
    email: str,
    name: str,
    organisation: str,
    at: datetime,
    speaks_welsh: bool = False,
    language: str = "en",
    works_percent: int = 100,
    caseload_limit: int = 100,
    password_hash: str = "",
    is_demo: bool = False,
) -> int:
    """Add a colleague who can sign in. Rights are granted by others, with `assign_role`. Gives the staff id."""
    home = Organisation.objects.visible_to(actor).find(key=organisation)
    refuse_if(rules.why_not_add_account(address_taken=Account.objects.filter(email__iexact=email).exists()))
    account = Account.objects.create(
        email=email.lower(), password=password_hash or UNOPENABLE, language=language, is_demo=is_demo
    )
    staff = Staff(
        reference=references.draw("S"),
        account=account,
        name=name,
        organisation=home,
        speaks_welsh=speaks_welsh,
        works_percent=works_percent,
        caseload_limit=caseload_limit,
        started_on=local_date(at),
    )
    staff.save()
    audit.record(Verb.ACCOUNT_ADDED, staff, organisation=organisation)
    return staff.pk
