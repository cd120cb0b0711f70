"""Whoever ends something because somebody died keeps the death too, on every record of the person."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.close_referral import close_referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.people.models import ContactHold
from lynchpin.people.use_cases.keep_death import keep_death
from tests.people.test_record_death import TODAY, again, dies


def test_every_record_of_the_person_says_so(world):
    kept, other = world.resident(), world.resident()
    world.merged(kept, other)
    dies(world, kept)
    assert again(other).died_on == TODAY


def test_a_case_or_a_referral_that_ends_with_a_death_records_it(world):
    walked, asked = world.resident(), world.resident()
    world.closed(world.case(walked, worker=world.worker), world.worker, reason="died")
    sent = world.screened(resident=asked)
    close_referral(world.central, reference=sent.reference, version=sent.version, end_code="died", at=clock.now())
    assert again(walked).died_on == again(asked).died_on == TODAY


def test_told_twice_it_holds_contact_once(world):
    someone = world.resident()
    case = world.case(someone, worker=world.worker)
    dies(world, someone, on=TODAY.replace(day=1))
    world.closed(case, world.worker, reason="died")
    assert again(someone).died_on == TODAY.replace(day=1), "the day that was given stays"
    assert ContactHold.unscoped.filter(released_at=None).count() == 1


def test_only_a_use_case_keeps_it(world):
    with pytest.raises(NestedUseCase):
        keep_death(world.central, resident_id=world.resident().pk, died_on=TODAY, at=clock.now())
