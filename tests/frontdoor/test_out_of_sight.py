"""What somebody does not see they can do nothing with, by any verb: it is as missing as what never was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lynchpin.frontdoor.use_cases.answer_brokering import answer_brokering
from lynchpin.frontdoor.use_cases.bring_back_referral import bring_back_referral
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.frontdoor.use_cases.close_referral import close_referral
from lynchpin.frontdoor.use_cases.finish_brokering import finish_brokering
from lynchpin.frontdoor.use_cases.give_answer_link import give_answer_link
from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.use_cases.void_referral import void_referral
from lynchpin.frontdoor.use_cases.withdraw_brokering import withdraw_brokering
from lynchpin.kernel.errors import NotFound
from tests.conftest import NOON
from tests.frontdoor.links import SECRET

TOMORROW = NOON.date() + timedelta(days=1)
ASKED: dict[str, Any] = {
    "organisation": "citizens_advice",
    "offer": "PV-10",
    "packet": "A fuel bill.",
    "person_agreed_on": NOON.date(),
}
VERBS = [
    (broker_referral, "screened", ASKED),
    (close_referral, "screened", {"end_code": "moved-away"}),
    (void_referral, "screened", {"cause": "mistake"}),
    (leave_open_offer, "screened", {}),
    (pause_clock, "screened", {"because": "more-facts"}),
    (resume_clock, "screened", {}),
    (answer_brokering, "brokered", {"answer": "accepted", "answered_by": "Nest", "starts_on": TOMORROW}),
    (withdraw_brokering, "brokered", {"because": "wrong-place"}),
    (finish_brokering, "with_provider", {"how": "helped"}),
]


@pytest.mark.parametrize(("verb", "state", "told"), VERBS)
def test_a_sealed_person_s_referral_is_as_missing_as_one_that_never_was(world, verb, state, told):
    world.providers()
    kept = getattr(world, state)()
    world.restrict(world.resident_behind(kept), "sealed")
    for reference in (kept.reference, "R-2222-2222"):
        with pytest.raises(NotFound):
            verb(world.central, reference=reference, version=kept.version, at=NOON, **told)
    assert world.kept(kept.reference).version == kept.version


def test_nobody_is_brought_back_or_asked_about_by_a_link_out_of_sight(world):
    world.providers()
    ended, asked = world.answered(world.screened()), world.brokered()
    for each in (ended, asked):
        world.restrict(world.resident_behind(each), "sealed")
    with pytest.raises(NotFound):
        bring_back_referral(
            world.central, reference=ended.reference, version=ended.version, because="came-back", at=NOON
        )
    with pytest.raises(NotFound):
        give_answer_link(world.central, reference=asked.reference, secret=SECRET, given_to="Nest", at=NOON)
