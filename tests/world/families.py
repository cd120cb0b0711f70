"""What tests need of teams around families and of young people's own records, made by their use cases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lynchpin.casework.models import Case, FamilyAction, FamilyTeam, FamilyTeamMember
from lynchpin.casework.use_cases.add_family_action import add_family_action
from lynchpin.casework.use_cases.assess_family import assess_family
from lynchpin.casework.use_cases.form_family_team import form_family_team
from lynchpin.casework.use_cases.hold_family_meeting import hold_family_meeting
from lynchpin.casework.use_cases.join_family_team import join_family_team
from lynchpin.casework.use_cases.record_family_answer import record_family_answer
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.begin_own_record import begin_own_record
from lynchpin.people.use_cases.gather_family import gather_family
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


class FamiliesWorld:
    """`world.family_team(case, world.worker)`; `world.mother_and_daughter()` are a family, by default with a daughter of 16."""

    def mother_and_daughter(self, age: int = 16, **facts: Any) -> tuple[Resident, Resident]:
        mother = self.resident(forename="Mair", birth_date=date(1984, 3, 2), **facts)
        daughter = self.resident(forename="Non", birth_date=date(2026 - age, 3, 2), **facts)
        self.family_of(mother, daughter)
        return mother, daughter

    def family_of(self, adult: Resident, *children: Resident) -> str:
        members = [(adult.pk, "adult"), *((child.pk, "child") for child in children)]
        with inside_a_use_case():
            return gather_family(machine("clock"), members=members, at=clock.now())

    def own_record(self, resident: Resident, by: Actor | None = None, **given: Any) -> str:
        asked = {"reference": resident.reference, "agreed_on": clock.today(), "at": clock.now()} | given
        return begin_own_record(by or machine("central-support"), **asked)

    def family_team(self, case: Case, worker: Actor) -> FamilyTeam:
        reference = form_family_team(worker, reference=case.reference, role="Family worker", at=clock.now())
        return FamilyTeam.unscoped.get(reference=reference)

    def agrees(self, team: FamilyTeam, resident: Resident, worker: Actor, *, yes: bool = True, **given: Any) -> str:
        answer = {"resident_id": resident.pk, "agrees": yes, "told_on": clock.today(), "at": clock.now()} | given
        return record_family_answer(worker, reference=team.reference, **answer)

    def joins(self, team: FamilyTeam, worker: Actor, colleague: Actor | None = None, **given: Any) -> FamilyTeamMember:
        """A colleague on the team, or else a school nurse without an account."""
        nurse = {"name": "Sian Rowlands", "organisation": "school", "role": "School nurse"}
        who = {"staff_id": colleague.staff_id, "role": "Family support"} if colleague else nurse
        pk = join_family_team(worker, reference=team.reference, at=clock.now(), **who | given)
        return FamilyTeamMember.unscoped.get(pk=pk)

    def family_action(self, team: FamilyTeam, worker: Actor, **given: Any) -> FamilyAction:
        lead = FamilyTeamMember.unscoped.filter(team=team).order_by("pk")[0]
        asked = {"what": "Ring the housing office", "member_id": lead.pk, "due_on": clock.today() + timedelta(days=7)}
        pk = add_family_action(worker, reference=team.reference, at=clock.now(), **asked | given)
        return FamilyAction.unscoped.get(pk=pk)

    def family_assessed(self, team: FamilyTeam, worker: Actor, **given: Any) -> int:
        told = {
            "version": 0,
            "held_on": clock.today(),
            "language": "cy",
            "risk_explained": True,
            "strengths": "Mae Mam-gu yn byw drws nesaf",
            "hopes": "Mwy o gwsg i bawb",
        }
        return assess_family(worker, reference=team.reference, at=clock.now(), **told | given)

    def family_met(self, team: FamilyTeam, worker: Actor, **given: Any) -> date:
        lead = FamilyTeamMember.unscoped.filter(team=team).order_by("pk")[0]
        told = {
            "version": FamilyTeam.unscoped.get(pk=team.pk).version,
            "held_on": clock.today(),
            "members": [lead.pk],
            "agreed": "The school keeps a quiet room",
        }
        return hold_family_meeting(worker, reference=team.reference, at=clock.now(), **told | given)

    def agreed_team(self) -> tuple[FamilyTeam, Case, Resident, Resident]:
        """A team of `world.worker` around a mother and her daughter of 16; the mother has said yes."""
        if self.beginning and self.beginning.is_at_its_start(clock.now()):
            assert self.central and self.lead_worker and self.worker
            found = zip((FamilyTeam, Case, Resident, Resident), self.beginning.scene("agreed team"), strict=True)
            return tuple(model.unscoped.get(reference=reference) for model, reference in found)
        mother, daughter = self.mother_and_daughter()
        case = self.case(mother, worker=self.worker)
        team = self.family_team(case, self.worker)
        self.agrees(team, mother, self.worker)
        return team, case, mother, daughter
