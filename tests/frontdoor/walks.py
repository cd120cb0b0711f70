"""One random walk of a referral through the use cases themselves: what is refused is counted, and changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import Any

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EndCode
from lynchpin.frontdoor.use_cases.answer_brokering import answer_brokering
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.bring_back_referral import bring_back_referral
from lynchpin.frontdoor.use_cases.broker_referral import broker_referral
from lynchpin.frontdoor.use_cases.close_referral import close_referral
from lynchpin.frontdoor.use_cases.finish_brokering import finish_brokering
from lynchpin.frontdoor.use_cases.leave_open_offer import leave_open_offer
from lynchpin.frontdoor.use_cases.pass_on_referral import pass_on_referral
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.record_persons_no import record_persons_no
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.use_cases.return_referral import return_referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.void_referral import void_referral
from lynchpin.frontdoor.use_cases.withdraw_brokering import withdraw_brokering
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Refused

STEPS = 7


def walk(world: Any, rng: Random, refusals: Counter[str]) -> None:
    """Send somebody, look at them, and let up to seven things happen."""
    area = rng.choice([world.IN_PORTH, world.OUTSIDE])
    resident = world.resident(area_code=area)
    kept = world.referral(person_agrees=rng.random() < 0.5, needs=["money"])
    if rng.random() < 0.9:
        kept = world.screened(referral=kept, resident=resident)
    for _ in range(rng.randrange(STEPS)):
        verb, told = rng.choice(VERBS)
        given = {name: rng.choice(values) for name, values in told.items()}
        given |= {"reference": kept.reference, "version": world.kept(kept.reference).version}
        try:
            verb(world.central, at=clock.now(), **given)
        except Refused as no:
            refusals[no.reason.code] += 1


TODAY = (date(2026, 6, 10),)
VERBS: tuple[tuple[Callable[..., Any], Mapping[str, Any]], ...] = (
    (route_referral, {"route": ["caseload"], "route_reason": ["Company."]}),
    (return_referral, {"because": rules.OWNER_RETURNS}),
    (answer_referral, {"advice_given": ["Rang the warm homes line."]}),
    (pass_on_referral, {"route_reason": ["May need care."]}),
    (bring_back_referral, {"because": rules.OTHERS_RETURN}),
    (leave_open_offer, {}),
    (close_referral, {"end_code": EndCode.values}),
    (void_referral, {"cause": ["mistake"]}),
    (record_persons_no, {}),
    (withdraw_brokering, {"because": rules.TAKEN_BACK}),
    (finish_brokering, {"how": [*EndCode.values, *rules.STOPPED_EARLY]}),
    (pause_clock, {"because": ["more-facts"]}),
    (resume_clock, {}),
    *[
        (
            broker_referral,
            {"organisation": ["citizens_advice"], "offer": ["PV-10"], "packet": ["A bill."], "person_agreed_on": TODAY},
        )
    ]
    * 3,
    *[
        (
            answer_brokering,
            {"answer": [rules.ACCEPTED, *rules.ANSWERED_NO], "answered_by": ["Duty"], "starts_on": TODAY},
        ),
    ]
    * 3,
)
