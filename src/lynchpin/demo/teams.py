"""Families in the demo: two teams around a family, one of them offered to another lead, and a young person's own record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lynchpin.casework.models import Case, FamilyTeam
from lynchpin.casework.use_cases.add_family_action import add_family_action
from lynchpin.casework.use_cases.assess_family import assess_family
from lynchpin.casework.use_cases.form_family_team import form_family_team
from lynchpin.casework.use_cases.hold_family_meeting import hold_family_meeting
from lynchpin.casework.use_cases.join_family_team import join_family_team
from lynchpin.casework.use_cases.offer_family_lead import offer_family_lead
from lynchpin.casework.use_cases.record_family_answer import record_family_answer
from lynchpin.demo.living import Living
from lynchpin.demo.machine import machine
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.add_resident import add_resident
from lynchpin.people.use_cases.begin_own_record import begin_own_record
from lynchpin.people.use_cases.form_family import form_family

FORMED_BEFORE, MET_BEFORE = timedelta(days=12), timedelta(days=8)
AGREED = "The school keeps a quiet room. Families First begins with the mornings."


def gather_families(living: Living) -> None:
    """A worker leads a team that has met; the lead worker has one that nobody has been asked about yet, and offers its lead."""
    worker, lead = (living.colleagues.named(f"{role}@{DOMAIN}") for role in ("engagement-worker", "lead-worker"))
    case = _held_since(living, lead)
    if case is not None:
        holder = living.colleagues.staff(case.worker_id or case.lead_id)
        with clock.held(living.until - FORMED_BEFORE):
            child = _with_children(case, living.until.date())
            team = _team(holder, case)
            nurse = _agree_and_assess(holder, team, case, child)
        with clock.held(living.until - MET_BEFORE):
            _plan(holder, team, nurse, child)
    other = Case.unscoped.open().filter(lead_id=lead.staff_id, worker_id=None).order_by("opened_at", "pk").first()
    if other is not None:
        with clock.held(living.until - timedelta(hours=4)):
            offered = _team(lead, other)
            given = {"version": 1, "staff_id": worker.staff_id or 0, "at": clock.now()}
            offer_family_lead(lead, reference=offered, **given)


def _held_since(living: Living, lead: Actor) -> Case | None:
    """The newest case of the lead that a worker has held for long enough; the oldest have handovers already."""
    since = living.until - FORMED_BEFORE
    held = Case.unscoped.open().filter(lead_id=lead.staff_id, allocated_at__lt=since)
    return held.order_by("-opened_at", "-pk").first()


def _with_children(case: Case, today: date) -> int:
    """A daughter of 16 in the family, who says yes for herself, and a son of 17, whose record is his own. Gives her id."""
    adult = Resident.unscoped.get(pk=case.resident_id)
    children = {name: _child(adult, name, today.year - age) for name, age in (("Cadi", 16), ("Ifan", 17))}
    members = [(adult.reference, "adult"), *((reference, "child") for reference in children.values())]
    form_family(machine("central-support"), members=members, at=clock.now())
    own = {"reference": children["Ifan"], "agreed_on": clock.today(), "at": clock.now()}
    begin_own_record(machine("central-support"), **own)
    return int(Resident.unscoped.get(reference=children["Cadi"]).pk)


def _child(adult: Resident, name: str, year: int) -> str:
    born = date(year, 1, 4)
    given = {"forename": name, "surname": adult.surname, "birth_date": born, "area_code": adult.area_id or ""}
    return add_resident(machine("central-support"), at=clock.now(), **given)


def _team(worker: Actor, case: Case) -> str:
    return form_family_team(_today(worker), reference=case.reference, role="Engagement worker", at=clock.now())


def _agree_and_assess(worker: Actor, team: str, case: Case, child: int) -> int:
    """Both say yes, a school nurse joins, and they talk. Gives the nurse's place on the team."""
    for resident_id in (case.resident_id, child):
        answer = {"resident_id": resident_id, "agrees": True, "told_on": clock.today(), "at": clock.now()}
        record_family_answer(_today(worker), reference=team, **answer)
    told = {
        "held_on": clock.today(),
        "language": "cy",
        "risk_explained": True,
        "strengths": "Mae Mam-gu yn byw ar bwys, ac rydyn ni’n chwerthin llawer.",
        "hopes": "Boreau tawelach, a Cadi yn ôl yn yr ysgol bob dydd.",
        "hard_now": "Codi yn y bore ar ôl noson wael.",
        "help_wanted": "Rhywun yn yr ysgol y gall Cadi siarad â nhw.",
        "voices": {child: "Dwi eisiau i rywun wrando cyn gofyn am y gwaith cartref."},
    }
    assess_family(_today(worker), reference=team, version=0, at=clock.now(), **told)
    nurse = {"name": "Sian Rowlands", "organisation": "school", "role": "School nurse"}
    return join_family_team(_today(worker), reference=team, at=clock.now(), **nurse)


def _plan(worker: Actor, team: str, nurse: int, child: int) -> None:
    """They meet, and the school and the worker each have something to do: one of them is late by now."""
    worker, found = _today(worker), FamilyTeam.unscoped.get(reference=team)
    lead = join_family_team(
        worker,
        reference=team,
        name="Tegan Morris-Hale",
        organisation="families_first_project",
        role="Family support worker",
        at=clock.now(),
    )
    met = {"held_on": clock.today(), "members": [nurse, lead], "family": [found.resident_id, child], "agreed": AGREED}
    hold_family_meeting(worker, reference=team, version=found.version, at=clock.now(), **met)
    actions = (("Keep a quiet room on Mondays", nurse, 5, child), ("Visit on two mornings a week", lead, 30, None))
    for what, member, days, about in actions:
        due = local_date(clock.now()) + timedelta(days=days)
        given = {"what": what, "member_id": member, "due_on": due, "resident_id": about, "at": clock.now()}
        add_family_action(worker, reference=team, **given)


def _today(worker: Actor) -> Actor:
    return replace(worker, on=clock.today())
