"""Visits in tests: begun, ended and answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from lynchpin.casework.models import LoneVisit
from lynchpin.casework.use_cases.answer_visit import answer_visit
from lynchpin.casework.use_cases.start_visit import start_visit
from lynchpin.kernel import clock

NUMBER = "07700 900123"


def visitable(world, worker=None, resident=None):
    """A case of somebody who said that a visit is safe."""
    case = world.case(resident, worker=worker or world.worker)
    world.safe_contact(world.resident_of(case), channels=["visit", "phone"], visit_safety="Two dogs in the yard")
    return case


def start(world, case=None, worker=None, minutes: int = 60, **told: Any) -> LoneVisit:
    """A visit begun now, back in so many minutes."""
    case, worker = case or visitable(world, worker), worker or world.worker
    at = told.pop("at", clock.now())
    given = {"place": "home", "ring_on": NUMBER, "due_at": at + timedelta(minutes=minutes), "at": at} | told
    return again(start_visit(worker, reference=case.reference, **given))


def answer(world, visit, kind="rang", by=None, after=None, **told: Any) -> bool:
    """What somebody did about it, so long after its time."""
    at = visit.due_at + (after or timedelta(minutes=5))
    given = {"version": again(visit.pk).version, "at": at} | told
    return answer_visit(by or world.lead_worker, visit_id=visit.pk, kind=kind, **given)


def again(visit_id: int) -> LoneVisit:
    """The visit as it is stored now."""
    return LoneVisit.unscoped.get(pk=visit_id)
