"""A case that is reopened takes its referral with it; a person's own no is not reopened."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.use_cases.reopen_referral import reopen_referral
from tests.conftest import NOON
from tests.support import recorded, refused
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def reopened(world, reason):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker, reason=reason)
    with inside_a_use_case():
        reopen_referral(machine("clock"), reference=case.referral_reference, at=NOON)
    return world.kept(case.referral_reference)


@pytest.mark.parametrize("reason", ["moved-away", "no-reply"])
def test_after_an_end_or_an_open_offer_the_one_record_goes_on(world, reason):
    kept = reopened(world, reason)
    assert (kept.status, kept.end_code) == ("taken-up", "") and recorded()[-1] == "frontdoor.referral_reopened"


def test_a_no_is_not_reopened(world):
    with refused("person_said_no"):
        reopened(world, "persons-no")
