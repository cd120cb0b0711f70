"""Sight lent to whoever covers, as a later room's verb lends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lynchpin.kernel import window
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.cover_involvement import cover_involvement
from lynchpin.people.use_cases.end_cover import end_cover

REFERENCE = "C-2345-6789"


def lent(colleague: Actor, resident: Resident, *, from_on: date, to_on: date) -> None:
    """Lend sight of somebody to a colleague."""
    with window.work(colleague, "casework") as work:
        work.recorded.append("tests.lent")
        days = {"from_on": from_on, "to_on": to_on}
        cover_involvement(colleague, resident_id=resident.pk, reference=REFERENCE, holder_id=colleague.staff_id, **days)


def ended(colleague: Actor, *, on: date) -> int:
    """End it."""
    with window.work(colleague, "casework") as work:
        work.recorded.append("tests.ended")
        return end_cover(colleague, references=[REFERENCE], holder_ids=[colleague.staff_id], on=on)


def sees(colleague: Actor, resident: Resident, day: date, permission: str = "people.read_resident") -> bool:
    """Whether they see somebody on a day, under a permission."""
    actor = replace(colleague, on=day).bound_to(permission).afresh()
    return Resident.objects.visible_to(actor).filter(pk=resident.pk).exists()
