from dataclasses import replace
from datetime import date

import pytest

from lynchpin.casework.models import Absence
from lynchpin.casework.queries.absences import covered_cases
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.end_absence import end_absence
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.desk.queries.overview import person_overview
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail

TODAY = date(2026, 6, 10)


@pytest.fixture
def cover(world):
    return world.actor("engagement-worker", cluster="porth")


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


@pytest.fixture
def absence(world, case, cover):
    days = {"from_on": TODAY, "to_on": date(2026, 6, 19), "reason": "leave", "at": clock.now()}
    key = record_absence(world.lead_worker, staff_id=world.worker.staff_id, cover_id=cover.staff_id, **days)
    return Absence.unscoped.get(pk=key)


def end(actor, absence, **facts):
    return end_absence(actor, **{"absence_id": absence.pk, "version": absence.version, "at": clock.now()} | facts)


@pytest.mark.parametrize("who", ["worker", "lead_worker"])
def test_whoever_is_back_has_their_caseload_to_themselves(world, case, cover, absence, who):
    end(getattr(world, who), absence)
    assert covered_cases(cover) == ()
    with pytest.raises(NotFound):
        person_overview(cover, world.resident_of(case).reference)
    assert trail("people.cover_ended")[-1] == {"references": [case.reference], "ended": 1}
    waiting = world.case()
    given = {"worker_id": world.worker.staff_id, "version": waiting.version, "at": clock.now()}
    allocate_case(world.lead_worker, reference=waiting.reference, **given)


def test_one_that_never_began_gives_no_sight_later(world, case, cover):
    days = {"from_on": date(2026, 6, 15), "to_on": date(2026, 6, 19), "reason": "leave", "at": clock.now()}
    key = record_absence(world.lead_worker, staff_id=world.worker.staff_id, cover_id=cover.staff_id, **days)
    end(world.worker, Absence.unscoped.get(pk=key))
    later = replace(cover, on=date(2026, 6, 16))
    assert covered_cases(later) == ()
    with pytest.raises(NotFound):
        person_overview(later, world.resident_of(case).reference)


def test_another_time_away_with_the_same_cover_stays(world, case, cover, absence):
    days = {"from_on": date(2026, 7, 1), "to_on": date(2026, 7, 3), "reason": "leave", "at": clock.now()}
    record_absence(world.lead_worker, staff_id=world.worker.staff_id, cover_id=cover.staff_id, **days)
    end(world.worker, absence)
    later = replace(cover, on=date(2026, 7, 2))
    assert person_overview(later, world.resident_of(case).reference).case.reference == case.reference


def test_it_ends_once(world, absence):
    end(world.worker, absence)
    with pytest.raises(Stale):
        end(world.worker, absence)
    with refused("absence_over"):
        end(world.worker, absence, version=2)


def test_whoever_covers_and_whoever_is_elsewhere_does_not_end_it(world, cover, absence):
    for other in (cover, world.actor("lead-worker", cluster="taf-west")):
        with pytest.raises(NotFound):
            end(other, absence)


def test_it_needs_its_permission(world, absence):
    with pytest.raises(NotPermitted):
        end(world.without(world.worker, "casework.end_absence"), absence)


def test_it_is_pressed_on_the_page(world, as_, absence):
    address = f"/casework/away/{absence.pk}/back/"
    assert as_(world.admin_officer).post(address, {"version": 1}).status_code == 403
    assert as_(world.worker).post(address, {"version": 1}).status_code == 303
    assert as_(world.worker).post(address, {"version": 1}).status_code == 422
