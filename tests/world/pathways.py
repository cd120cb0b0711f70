"""What tests need of pathways, made by its use cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from lynchpin.casework.models import Case
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.pathways.loading import load
from lynchpin.pathways.models import CheckIn, Handover, Pathway, PathwayMove, PathwayStep, Place, StepTest
from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover
from lynchpin.pathways.use_cases.answer_step_test import answer_step_test
from lynchpin.pathways.use_cases.prepare_handover import prepare_handover
from lynchpin.pathways.use_cases.record_first_visit import record_first_visit
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.pathways.use_cases.start_pathway import start_pathway
from lynchpin.pathways.use_cases.step_up import step_up
from lynchpin.reference import open_pack
from tests.world.staff import machine

FIRST_ANSWERS = {
    "employability": {"cfw_eligible": False},
    "parenting": {},
    "isolation": {"care_need_seen": False},
}


class PathwaysWorld:
    """`world.place(case, world.worker)` is on the first step of the employability pathway; `world.handed_over(case, worker)`."""

    def pathways(self) -> None:
        """The pathways of the reference pack, once."""
        if self.as_rehearsed(Pathway, PathwayStep, PathwayMove, StepTest):
            self.beginning.scene("pathways")
        elif not Pathway.unscoped.exists():
            load(open_pack("cwm-taf"), machine("system-admin"))

    def place(self, case: Case, worker: Actor, pathway: str = "employability", **facts: Any) -> Place:
        """Somebody who has just started on a pathway."""
        self.pathways()
        given = {"answers": FIRST_ANSWERS[pathway], "started_on": clock.today(), "they_asked": False} | facts
        reference = start_pathway(worker, reference=case.reference, pathway=pathway, at=clock.now(), **given)
        return self.place_again(reference)

    def place_again(self, reference: str) -> Place:
        return Place.unscoped.get(reference=reference)

    def place_of(self, case: Case) -> Place:
        """Where the person of a case is."""
        return Place.unscoped.get(case=case)

    def tested(self, place: Place, worker: Actor, **answers: bool) -> None:
        """Answers to questions of the pathway, given today."""
        for key, answer in answers.items():
            answer_step_test(
                worker,
                reference=place.reference,
                test_key=key,
                answer=answer,
                answered_on=clock.today(),
                at=clock.now(),
            )

    def moved(self, verb: Any, place: Place, worker: Actor, *, on: date | None = None, **facts: Any) -> Place:
        """The place after one of its moves, made today."""
        version = facts.pop("version", self.place_again(place.reference).version)
        given = {"reference": place.reference, "version": version, "moved_on": on or clock.today(), "at": clock.now()}
        verb(worker, **given, **facts)
        return self.place_again(place.reference)

    def at_last_step(self, case: Case, worker: Actor) -> Place:
        """Somebody on the last step of the employability pathway, whose course is done."""
        place = self.place(case, worker)
        for to_step, answers in (
            ("PH2", {"wants_to_start": True}),
            ("PH3", {"needs_screened": True, "confidence_low": False}),
            ("PH4", {"skills_gathered": True}),
            ("PH5", {"ready_for_route": True}),
        ):
            self.tested(place, worker, **answers)
            place = self.moved(step_up, place, worker, to_step=to_step)
        self.tested(place, worker, course_completed=True)
        return place

    def handover(self, case: Case, worker: Actor, **facts: Any) -> Handover:
        """A pack for a housing organisation, prepared and not sent."""
        given = {
            "way": "down",
            "what_changed": "Sleeps better: 3 → 7",
            "what_matters": "Cael gwaith yn agos i gartref",
            "what_was_tried": "Rang the college together",
            "language": "cy",
            "agreed_by": "The person",
            "agreed_on": clock.today(),
            "agreed_to": "All of this, to the housing team",
            "to_organisation": "housing",
            "contact_name": "Invented Contact",
            "contact_role": "Support worker",
        } | facts
        reference = prepare_handover(worker, reference=case.reference, at=clock.now(), **given)
        return Handover.unscoped.get(reference=reference)

    def handover_step(self, verb: Any, handover: Handover, worker: Actor, **facts: Any) -> Handover:
        """The handover after one of its steps."""
        version = facts.pop("version", Handover.unscoped.get(pk=handover.pk).version)
        verb(worker, reference=handover.reference, version=version, at=clock.now(), **facts)
        return Handover.unscoped.get(pk=handover.pk)

    def taken_on(self, case: Case, worker: Actor, **facts: Any) -> Handover:
        """A handover that the organisation has taken on."""
        handover = self.handover_step(send_handover, self.handover(case, worker, **facts), worker)
        return self.handover_step(acknowledge_handover, handover, worker, taken_by_name="Invented Contact")

    def handed_over(self, case: Case, worker: Actor, **facts: Any) -> Handover:
        """A complete handover: they have met."""
        taken = self.taken_on(case, worker, **facts)
        return self.handover_step(record_first_visit, taken, worker, met_on=clock.today(), went_along="The worker")

    def check_ins_of(self, case: Case) -> list[CheckIn]:
        """Check-ins of a case, the first due first."""
        return list(CheckIn.unscoped.filter(case_id=case.pk).order_by("due_on", "pk"))
