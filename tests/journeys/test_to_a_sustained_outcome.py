"""Three ways in, and one way to the end: from a first word to a change that has lasted half a year."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lynchpin.casework.choices import EndReason
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.people.models import Resident
from tests.journeys import given, region

CLUSTER = "porth"
DAY_TRIP = "They went to the coast with the walking group, without us."


def weeks_ago(weeks: int):
    return clock.held(region.NOON - timedelta(weeks=weeks))


def a_partner_refers(arrive, name):
    partner = arrive("referrer")
    partner.follow("/frontdoor/send/")
    partner.answer(name=name, person_agrees="yes", needs=["loneliness"])
    partner.submit()


def they_ask_themselves(arrive, name):
    resident = arrive()
    resident.visit("/help/")
    resident.answer(name=name, needs=["loneliness"], channels=["phone"], phone="01443 000000")
    resident.submit()


def a_worker_meets_them(arrive, name):
    worker = arrive("engagement-worker-2")
    worker.visit("/frontdoor/met/")
    worker.answer(met_at="Coffee morning", name=name, person_agrees="yes", needs=["loneliness"])
    worker.answer(channels=["phone"], phone="01443 000000")
    worker.submit()


@pytest.mark.parametrize("way_in", [a_partner_refers, they_ask_themselves, a_worker_meets_them])
def test_by_whichever_way_somebody_comes_a_worker_has_them(arrive, way_in):
    name = " ".join(given.somebody().values())
    with weeks_ago(34):
        way_in(arrive, name)
        sent = Referral.unscoped.get(told_name=name)
        route_to_the_caseload(arrive("central-support"), sent)
        case = open_and_allocate(arrive("lead-worker"), sent)
        worker = arrive("engagement-worker")
        assert worker.page.locator(f"main a[href*='{case}']").count()


def test_what_changed_for_somebody_has_lasted_half_a_year(arrive):
    with weeks_ago(34):
        case = given.case(CLUSTER, "lead-worker", "engagement-worker", days_ago=3)
        person = Resident.unscoped.get(pk=case.resident_id)
        hear_and_plan(arrive("engagement-worker"), case.reference)
    with weeks_ago(28):  # along the pathway to its end, and to the end of the work
        worker = arrive("engagement-worker")
        walk_the_pathway(worker, case.reference)
        end_well(worker, case.reference)
    before = lasting(arrive)
    for weeks in (22, 16, 1):  # asked after six weeks, twelve weeks and six months
        with weeks_ago(weeks):
            say_that_it_lasts(arrive("engagement-worker"), f"{person.forename} {person.surname}")
    assert [after - first for first, after in zip(before, lasting(arrive), strict=True)] == [3, 0]


def route_to_the_caseload(centre, sent):
    forename, surname = sent.told_name.split()
    centre.visit(f"/frontdoor/referrals/{sent.reference}/")
    centre.follow("/screen/")
    if centre.page.locator("main [name=resident_reference][type=radio]").count():  # somebody known has a like name
        centre.answer(resident_reference="new")
    centre.answer(forename=forename, surname=surname, area_code=given.area_of(CLUSTER))
    centre.submit()
    centre.follow("/route/")
    centre.answer(route="caseload", route_reason="Would like company to begin with")
    centre.submit()


def open_and_allocate(lead, sent):
    lead.visit(f"/casework/open/{sent.reference}/")
    lead.submit()
    case, worker = lead.reference, given.staff("engagement-worker").pk
    lead.follow(f"/{case}/allocate/")
    lead.submit(lead.page.locator(f"form:has([name=worker_id][value='{worker}']) button"))
    return case


def hear_and_plan(worker, case):
    worker.visit(f"/casework/{case}/")
    worker.follow("/what-matters/")
    worker.answer(language=worker.language, outcomes="To have somebody to walk with.")
    worker.submit()
    worker.follow("/plan/")
    worker.answer(words_1="Walk with others every week", start_1="2", step_1="Go to the first walk together")
    worker.submit()
    worker.visit(f"/casework/{case}/")
    worker.follow(f"/pathways/start/{case}/")
    worker.follow("/isolation/")
    for answer in worker.page.locator("main form input[type=radio][name^=test_][value=yes]").all():
        answer.check()
    worker.answer(they_asked="yes")
    worker.submit()


def walk_the_pathway(worker, case):
    """Whatever the page says is needed next is done, until nothing more is."""
    worker.visit(f"/casework/{case}/")
    worker.follow(f"/pathways/start/{case}/")
    worker.follow(worker.page.locator("main a[href*='/pathways/places/']"))
    place = worker.path
    while (step := worker.section("next").locator("a.govuk-button:not([href$='/re-enter/'])")).count():
        worker.follow(step)
        if worker.page.locator("main [name=answer]").count():
            worker.answer(answer="yes")
        worker.submit()
        worker.visit(place)


def end_well(worker, case):
    worker.visit(f"/outcomes/{case}/record/")
    offered = worker.page.locator("[name=measure_key] option:not([value=''])").first.get_attribute("value")
    worker.answer(measure_key=offered, evidence="said")
    worker.submit()
    worker.visit(f"/outcomes/{case}/close/")
    worker.answer(reason=EndReason.GOALS_REACHED)
    worker.submit()


def say_that_it_lasts(worker, name):
    worker.visit("/pathways/check-ins/")
    worker.follow(worker.page.get_by_role("link", name=name))
    worker.answer(state="sustained", in_their_words=DAY_TRIP)
    worker.submit()


def lasting(arrive):
    """How many answers in a year say that it has lasted, and how many of those to be asked are silent."""
    lead = arrive("lead-worker")
    lead.visit(f"/pathways/sustained/?days=365&cluster={CLUSTER}")
    told = [int(word) for word in lead.text("main").split() if word.isdigit()]
    return told[0], told[2]
