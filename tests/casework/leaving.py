"""A colleague who has left: there is no verb for it yet, so the record itself is written."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel import window
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Staff


def leave(colleague: Actor, *, on: date) -> None:
    """Their last day at work was this one."""
    with window.work(colleague, "organisations") as work:
        staff = Staff.unscoped.get(pk=colleague.staff_id)
        staff.left_on = on
        staff.store("left_on")
        work.recorded.append("organisations.left")
