"""Concerns in the demo: raised by whoever was there, then taken through by the safeguarding lead, each step in its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from lynchpin.demo.living import Living, Thread
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import Resident
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.use_cases.acknowledge_concern import acknowledge_concern
from lynchpin.safeguarding.use_cases.close_concern import close_concern
from lynchpin.safeguarding.use_cases.confirm_concern import confirm_concern
from lynchpin.safeguarding.use_cases.raise_concern import raise_concern
from lynchpin.safeguarding.use_cases.report_concern import report_concern
from lynchpin_world.service import events


class Concerns:
    """The safeguarding part of the stories."""

    def __init__(self, living: Living) -> None:
        self.living = living

    @property
    def lead(self) -> Actor:
        return self.living.colleagues.named(f"safeguarding-lead@{DOMAIN}")

    def be_raised(self, thread: Thread, event: events.ConcernRaised, raiser: Actor, resident_id: int) -> None:
        """Raised and reported the same hour; the rest takes its days."""
        reference = raise_concern(
            raiser,
            about=Resident.unscoped.get(pk=resident_id).reference,
            words=event.words.text,
            category=event.category,
            about_child=event.category == "neglect",
            told_person=True,
            seen_or_heard_at=clock.now() - timedelta(hours=1),
            at=clock.now(),
        )
        follow = Thread(f"{thread.key}-concern", thread.person_id, thread.place)
        self.living.plan_more(
            follow, clock.now(), 0, self._step(reference, report_concern, "reported_at", reported_to="Duty team")
        )
        self.living.plan_more(follow, clock.now(), 1, self._step(reference, confirm_concern, "confirmed_at"))
        self.living.plan_more(follow, clock.now(), 6, self._step(reference, acknowledge_concern, "acknowledged_at"))
        self.living.plan_more(follow, clock.now(), 12, self._close(reference))

    def _step(self, reference: str, verb: Callable[..., str], when: str, **facts: str) -> Callable[[Thread], None]:
        def take(_: Thread) -> None:
            version = Concern.unscoped.get(reference=reference).version
            at = clock.now()
            verb(self.lead, reference=reference, version=version, at=at, **{when: at}, **facts)

        return take

    def _close(self, reference: str) -> Callable[[Thread], None]:
        def take(_: Thread) -> None:
            version = Concern.unscoped.get(reference=reference).version
            facts = {"outcome": "No further action; support goes on.", "feedback_given": True}
            close_concern(self.lead, reference=reference, version=version, at=clock.now(), **facts)

        return take
