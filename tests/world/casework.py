"""What tests need of casework, made by its use cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from lynchpin.casework.loading import load
from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.record_contact import record_contact
from lynchpin.casework.use_cases.record_what_matters import record_what_matters
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.models import Account
from lynchpin.people.models import Resident
from tests.world.staff import machine


class CaseworkWorld:
    """`world.case()` waits for a worker; `world.case(worker=world.worker)` is held by one; both belong to `world.lead_worker`."""

    def __init__(self) -> None:
        super().__init__()
        load(None, machine("system-admin"))

    def colleagues_since(self, at: datetime) -> None:
        """The central team, the lead worker and the worker have been at work since then."""
        with clock.held(at):
            hired = {name: getattr(self, name) for name in ("central", "lead_worker", "worker")}
        for name, actor in hired.items():
            self.__dict__[name] = replace(actor, on=clock.today())

    def referral_to_open(self, resident: Resident | None = None, **told: Any) -> Referral:
        """A referral that was routed to the lead worker of the resident's cluster."""
        assert self.lead_worker  # who is at work is asked when a referral is routed
        resident = resident or self.resident()
        at = clock.now()
        given = {
            "source": "RS3",
            "name": f"{resident.forename} {resident.surname}",
            "needs": ["money"],
            "urgency": "routine",
            "person_agrees": True,
        }
        sent = send_referral(self.central, at=at, **given | told)
        self._step(screen_referral, sent, at, urgency="routine", resident_reference=resident.reference)
        self._step(route_referral, sent, at, route="caseload", route_reason="Asked for someone to walk with them")
        return Referral.unscoped.get(reference=sent)

    def case(
        self,
        resident: Resident | None = None,
        *,
        worker: Actor | None = None,
        at: datetime | None = None,
        **answers: Any,
    ) -> Case:
        """An open case; with a worker, allocated to them at the same moment."""
        if resident is None and not answers and (first := self._first_case(worker, at or clock.now())):
            return first
        with clock.held(at or clock.now()):
            referral = self.referral_to_open(resident)
            reference = open_case(self.lead_worker, referral=referral.reference, at=clock.now(), **answers)
            return self.allocated(reference, worker) if worker else self.again(reference)

    def _first_case(self, worker: Actor | None, at: datetime) -> Case | None:
        """The case that most tests begin with, laid down as it was rehearsed: at its own moment, before anybody else is known."""
        other = worker is not None and worker.staff_id != self.worker.staff_id
        if other or self.beginning is None or not self.beginning.is_at_its_start(at):
            return None
        assert self.lead_worker and self.central
        return self.again(self.beginning.scene("held case" if worker else "waiting case"))

    def allocated(self, reference: str, worker: Actor) -> Case:
        """The case on a worker's caseload."""
        allocate_case(
            self.lead_worker,
            reference=reference,
            worker_id=worker.staff_id,
            version=self.again(reference).version,
            at=clock.now(),
        )
        return self.again(reference)

    def again(self, reference: str) -> Case:
        """The case as it is stored now."""
        return Case.unscoped.get(reference=reference)

    def contact(self, case: Case, worker: Actor, *, at: datetime | None = None, **facts: Any) -> int:
        """A meeting that took place, somewhere other than at home."""
        at = at or clock.now()
        given = {"client_id": uuid4(), "kind": "venue", "happened_at": at, "minutes": 30} | facts
        return record_contact(worker, reference=case.reference, at=at, **given)

    def conversation(self, case: Case, worker: Actor, *, held_on: date | None = None) -> int:
        """A what-matters conversation in few words."""
        return record_what_matters(
            worker,
            reference=case.reference,
            held_on=held_on or clock.today(),
            language="cy",
            strengths="Mae fy chwaer yn helpu",
            outcomes="Cael gwaith yn agos i gartref",
            at=clock.now(),
        )

    def plan(self, case: Case, worker: Actor, *words: str, measure_key: str = "", version: int = 0) -> int:
        """A plan with a goal for each of the words, each started at 3."""
        goals = [PlannedGoal(word, 3, "Ring the college", measure_key) for word in words or ("Sleep better",)]
        return agree_plan(
            worker,
            reference=case.reference,
            version=version,
            agreed_on=clock.today(),
            goals=goals,
            at=clock.now(),
        )

    def resident_of(self, case: Case) -> Resident:
        return Resident.unscoped.get(pk=case.resident_id)

    def email_of(self, actor: Actor) -> str:
        return Account.objects.get(pk=actor.user_id).email

    def _step(self, verb: Any, reference: str, at: datetime, **facts: Any) -> None:
        version = Referral.unscoped.get(reference=reference).version
        verb(self.central, reference=reference, version=version, at=at, **facts)
