"""What tests need of safeguarding, made by its use cases."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import Resident
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.use_cases.acknowledge_concern import acknowledge_concern
from lynchpin.safeguarding.use_cases.confirm_concern import confirm_concern
from lynchpin.safeguarding.use_cases.raise_concern import raise_concern
from lynchpin.safeguarding.use_cases.report_concern import report_concern


class SafeguardingWorld:
    """`world.concern(resident)`; `world.concern(resident, "confirmed")` has come that far."""

    @cached_property
    def safeguarding_lead(self) -> Actor:
        return self.actor("safeguarding-lead")

    def concern(self, resident: Resident, status: str = "raised", **facts: Any) -> Concern:
        """A concern that a worker raised about the resident."""
        given = {"words": "He said: I do not want to go home.", "category": "not-sure", "about_child": True}
        reference = raise_concern(self.worker, about=resident.reference, at=clock.now(), **given | facts)
        for name, step in self._steps():
            if Concern.unscoped.get(reference=reference).status == status:
                break
            step(
                self.safeguarding_lead,
                reference=reference,
                at=clock.now(),
                **{name: clock.now()} | self._seen(step, reference),
            )
        return Concern.unscoped.get(reference=reference)

    def _steps(self) -> list[tuple[str, Any]]:
        return [
            ("reported_at", report_concern),
            ("confirmed_at", confirm_concern),
            ("acknowledged_at", acknowledge_concern),
        ]

    def _seen(self, step: Any, reference: str) -> dict[str, Any]:
        to = {"reported_to": "The duty officer"} if step is report_concern else {}
        return {"version": Concern.unscoped.get(reference=reference).version, **to}
