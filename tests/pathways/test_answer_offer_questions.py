"""What lines of the core offer ask of somebody is answered once, and the newest answer holds."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.pathways.models import OfferAnswer
from lynchpin.pathways.queries.offer import answers_about
from lynchpin.pathways.use_cases.answer_offer_questions import answer_offer_questions
from tests.support import refused, trail


@pytest.fixture
def resident(world):
    world.framework()
    world.pathways()
    someone = world.resident()
    world.case(someone, worker=world.worker)
    return someone


def answer(world, resident, *, by=None, **answers):
    given = {name.replace("_", ".", 1): so for name, so in answers.items()}
    return answer_offer_questions(by or world.worker, reference=resident.reference, answers=given, at=clock.now())


def test_the_newest_answer_holds_and_the_earlier_stays(world, resident):
    answer(world, resident, group_CG08=False)
    assert answer(world, resident, group_CG08=True, group_CG09=False) == resident.reference
    assert answers_about(world.worker, resident.pk) == {"group.CG08": True, "group.CG09": False}
    assert OfferAnswer.unscoped.filter(fact="group.CG08").count() == 2


def test_the_trail_says_which_facts_were_answered_and_never_how(world, resident):
    answer(world, resident, group_CG12=True)
    assert trail("pathways.offer_questions_answered")[-1] == {"facts": ["group.CG12"]}


def test_an_answer_on_a_step_of_a_pathway_counts_too(world, resident):
    case = world.case(world.resident(), worker=world.worker)
    world.place(case, world.worker)
    assert answers_about(world.worker, case.resident_id) == {"test.cfw_eligible": False}


def test_answering_nothing_is_refused(world, resident):
    with refused("offer_answer_missing"):
        answer(world, resident)


@pytest.mark.parametrize("fact", ["group_CG99", "cluster_porth", "group_SG10", "test_wants_to_start"])
def test_what_no_line_asks_of_a_person_is_refused(world, resident, fact):
    with refused("offer_question_unknown"):
        answer(world, resident, **{fact: True})


def test_a_colleagues_person_is_not_found(world, resident):
    with pytest.raises(NotFound):
        answer(world, resident, by=world.actor("engagement-worker", cluster="porth"), group_CG08=True)


def test_a_sealed_person_is_not_found(world, resident):
    world.restrict(resident, "sealed")
    with pytest.raises(NotFound):
        answer(world, resident, group_CG08=True)


def test_it_needs_its_permission(world, resident):
    with pytest.raises(NotPermitted):
        answer(world, resident, by=world.without(world.worker, "pathways.answer_offer_questions"), group_CG08=True)


def test_whoever_is_shown_no_needs_reads_no_answers(world, resident):
    answer(world, resident, group_CG12=True)
    head = world.actor("head-of-service")
    if head.may("pathways.read_place"):
        assert answers_about(head, resident.pk) in ({}, {"group.CG12": True})


def address(resident) -> str:
    return reverse("pathways:answer_offer_questions", args=[resident.reference])


def test_the_page_asks_only_what_was_wanted_and_leads_back_to_what_fits(world, as_, resident):
    browser = as_(world.worker)
    page = browser.get(f"{address(resident)}?ask=group.CG08").content.decode()
    assert "People who are socially isolated" in page and "People who are obese" not in page
    form_key = page.split('name="form_key" value="')[1].split('"')[0]
    said = browser.post(f"{address(resident)}?ask=group.CG08", {"form_key": form_key, "fact_group.CG08": "yes"})
    assert (said.status_code, said["Location"]) == (303, reverse("desk:what_fits", args=[resident.reference]))
    assert answers_about(world.worker, resident.pk) == {"group.CG08": True}


def test_sending_no_answer_says_what_to_do(world, as_, resident):
    browser = as_(world.worker)
    page = browser.get(address(resident)).content.decode()
    form_key = page.split('name="form_key" value="')[1].split('"')[0]
    again = browser.post(address(resident), {"form_key": form_key})
    assert again.status_code == 422 and "Answer at least one question" in again.content.decode()


def test_a_referrer_may_not_open_the_page(world, as_, resident):
    assert as_(world.referrer).get(address(resident)).status_code == 403
