from dataclasses import replace
from datetime import date

import pytest

from lynchpin.casework.use_cases.extend_cover import extend_cover
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.desk.queries.overview import person_overview
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from tests.support import trail


def test_a_case_that_comes_before_the_worker_goes_away_is_covered_too(world):
    cover = world.actor("engagement-worker", cluster="porth")
    days = {"from_on": date(2026, 6, 15), "to_on": date(2026, 6, 19), "reason": "leave", "at": clock.now()}
    record_absence(world.lead_worker, staff_id=world.worker.staff_id, cover_id=cover.staff_id, **days)
    case = world.case(worker=world.worker)
    later = replace(cover, on=date(2026, 6, 16))
    assert person_overview(later, world.resident_of(case).reference).case.reference == case.reference
    assert trail("casework.cover_extended") == [{"times": 1}]


def test_only_a_use_case_may_ask_for_it(world):
    with pytest.raises(NestedUseCase):
        extend_cover(world.lead_worker, reference=world.case().reference, on=clock.today())
