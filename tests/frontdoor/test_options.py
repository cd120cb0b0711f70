"""What could come next is ranked by the rules of the core offer alone, says why, and is never nothing."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Need
from lynchpin.frontdoor.queries.options import next_options
from lynchpin.frontdoor.rules.options import NAMED_AS
from lynchpin.frontdoor.sentences import SENTENCES
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from tests.world.framework import pack
from tests.world.staff import machine

ADVICE = rules.Line("PV-10", ("citizens_advice",), frozenset({"income", "debt"}))
FUND = rules.Line("PV-03", ("adult_education",), frozenset({"income"}), last_resort=True)
YOUNG = rules.Line("PV-05", ("cultural_services",), frozenset({"income"}), age_from=16, age_to=25)
CLUB = rules.Line("PV-04", ("work_clubs",), frozenset({"income"}), groups=frozenset({"CG01"}))


def offered(person, *lines, **facts):
    return [option.line or option.step for option in rules.ranked_options(person, lines, **facts)]


def in_need(age=40, **facts):
    return rules.Person(age, ("money",), **facts)


def test_a_line_that_fits_stands_before_a_worker_and_a_statutory_service_is_last():
    assert offered(in_need(), ADVICE) == ["PV-10", "route_referral", "pass_on_referral"]


def test_nobody_is_ever_left_without_an_option():
    assert offered(rules.Person(None, ())) == ["route_referral", "pass_on_referral"]


def test_who_said_no_is_not_offered_again_and_another_who_gives_the_line_is():
    shared = rules.Line("PV-10", ("citizens_advice", "housing"), frozenset({"debt"}))
    options = rules.ranked_options(in_need(), [shared], said_no={("citizens_advice", "PV-10")})
    assert [option.provider for option in options if option.line] == ["housing"]


def test_a_last_resort_and_what_must_be_asked_first_stand_lower():
    assert offered(in_need(), FUND, CLUB, ADVICE)[:3] == ["PV-10", "PV-04", "PV-03"]


@pytest.mark.parametrize(("age", "code"), [(15, "line_from_age"), (26, "line_to_age"), (16, None), (25, None)])
def test_an_age_that_does_not_fit_says_why(age, code):
    no = rules.why_not_line(in_need(age), YOUNG)
    assert (no and no.code) == code


def test_what_is_not_known_of_somebody_never_stands_in_their_way():
    assert rules.why_not_line(in_need(age=None), YOUNG) is None
    assert rules.why_not_line(in_need(), CLUB) is None
    assert rules.why_not_line(in_need(groups=frozenset({"CG09"})), CLUB).code == "line_other_groups"


def test_a_lead_who_sent_them_back_is_spoken_with_first():
    worker = next(each for each in rules.ranked_options(in_need(), [], sent_back=True) if each.step == "route_referral")
    assert [why.code for why in worker.why] == ["option_worker_again"]


def test_every_reason_is_a_sentence():
    options = rules.ranked_options(in_need(age=None), [ADVICE, FUND, YOUNG, CLUB])
    assert {why.code for option in options for why in option.why} <= set(SENTENCES)


def test_each_need_is_one_that_the_core_offer_names():
    named = {row.key for row in pack().table("framework", "needs")}
    assert set(NAMED_AS) == set(Need)
    assert frozenset().union(*NAMED_AS.values()) <= named


def test_a_line_of_another_cluster_is_not_offered(world):
    world.framework()
    given = {"key": "yeps", "name_en": "YEPS", "name_cy": "YEPS", "kind": "provider", "valid_from": date(2016, 4, 1)}
    load_organisations(machine("system-admin"), organisations=[given])
    porth, elsewhere = (
        world.screened(needs=["health"], area_code=code) for code in (world.IN_PORTH, world.IN_TAF_WEST)
    )
    lines = [{each.line_key for each in next_options(world.central, one.reference)} for one in (porth, elsewhere)]
    assert ["PV-24" in each for each in lines] == [True, False]
