"""What tests need of notices, made by its part."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.queue_notice import queue_notice
from lynchpin.people.models import Resident
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


class NoticesWorld:
    """`world.notice(resident)`: a notice queued by something that was done."""

    @cached_property
    def admin_officer(self) -> Actor:
        return self.actor("admin-officer")

    def notice(self, resident: Resident, kind: str = "referral-received", **facts: Any) -> Notice:
        given = {"resident_id": resident.pk, "kind": kind, "at": clock.now()}
        with inside_a_use_case():
            reference = queue_notice(machine("clock"), **given | facts)
        return Notice.unscoped.get(reference=reference)

    def reachable(self, *channels: str, **facts: Any) -> Resident:
        """A resident with an address, an e-mail address and a phone, who named these channels as safe."""
        given = {"address": "7 Y Stryd", "postcode": "CF1 1AA", "email": "a@example.org", "phone": "01443 000000"}
        resident = self.resident(**given | facts)
        self.safe_contact(resident, channels=list(channels))
        return resident
