"""What fits a person, and why not: each line by its rules, with a next step in the room that owns it."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from lynchpin.desk.queries.what_fits import what_fits
from lynchpin.framework.eligibility import Verdict
from lynchpin.kernel import clock
from lynchpin.pathways.use_cases.answer_offer_questions import answer_offer_questions
from tests.casework.counting import statements

GROUPS_OF_WORK = ("CG01", "CG02", "CG03", "CG04")


@pytest.fixture(autouse=True)
def offer(world):
    world.framework()
    world.pathways()


@pytest.fixture
def cadi(world):
    """Fifteen, in Porth, with a worker."""
    someone = world.resident(forename="Cadi", birth_date=date(2011, 3, 1))
    world.case(someone, worker=world.worker)
    return someone


def answered(world, resident, **answers):
    given = {name.replace("_", ".", 1): so for name, so in answers.items()}
    answer_offer_questions(world.worker, reference=resident.reference, answers=given, at=clock.now())


def line(actor, resident, key):
    return next(each for each in what_fits(actor, resident.reference).lines if each.key == key)


def opened(browser, resident):
    return browser.get(reverse("desk:what_fits", args=[resident.reference]))


def card(page: str, key: str) -> str:
    return page.split(f'id="{key}"')[1].split('<div class="app-card">')[0]


def test_every_line_of_the_offer_stands_in_one_of_the_three_parts(world, cadi):
    facts = what_fits(world.worker, cadi.reference)
    parts = [len(facts.of(each)) for each in Verdict]
    assert sum(parts) == len(facts.lines) == 33 and all(parts)


def test_someone_too_young_is_told_from_which_day_it_fits(world, as_, cadi):
    text = card(opened(as_(world.worker), cadi).content.decode(), "PV-08")
    assert "Not so of them:" in text and "For people aged 16 to 24." in text
    assert "from 1 March 2027, when Cadi is 16" in text


def test_a_group_that_nobody_asked_about_is_asked_with_just_its_questions(world, as_, cadi):
    page = opened(as_(world.worker), cadi).content.decode()
    address = reverse("pathways:answer_offer_questions", args=[cadi.reference])
    wanted = "&amp;".join(f"ask=group.{key}" for key in GROUPS_OF_WORK)
    assert f'{address}?{wanted}"' in page and "Unemployed people of working age" in page


def test_lines_that_the_same_answers_would_settle_are_asked_for_once(world, as_, cadi):
    page = opened(as_(world.worker), cadi).content.decode()
    assert page.count("ask=group.CG08&amp;ask=group.CG09") == 1
    assert "This would settle all of these:" in page


def test_an_answer_moves_a_line_to_what_fits(world, cadi):
    assert line(world.worker, cadi, "PV-04").verdict is Verdict.MAY_FIT
    answered(world, cadi, group_CG02=True)
    assert line(world.worker, cadi, "PV-04").verdict is Verdict.FITS


def test_where_nothing_would_help_the_page_says_so_and_never_names_a_place_or_a_group(world, as_, cadi):
    answered(world, cadi, **{f"group_{key}": False for key in GROUPS_OF_WORK})
    text = card(opened(as_(world.worker), cadi).content.decode(), "PV-04")
    assert "Nothing that can change would make it fit" in text and "It would fit" not in text


def test_somebody_from_another_cluster_is_not_told_to_move(world, as_, cadi):
    found = line(world.worker, cadi, "PV-26")
    assert (found.verdict, found.change) == (Verdict.DOES_NOT_FIT, None)


def test_somebody_whose_home_is_not_known_is_asked_and_not_refused(world):
    nowhere = world.resident(area_code="")
    assert "cluster" in line(world.central, nowhere, "PV-26").asks


def test_a_line_of_a_pathway_leads_to_starting_it_or_going_on_with_it(world, as_, cadi):
    answered(world, cadi, group_CG08=True)
    text = card(opened(as_(world.worker), cadi).content.decode(), "PV-19")
    assert "Start the pathway it belongs to: Connection pathway" in text


def test_a_provider_is_asked_from_the_referral_that_waits(world, as_):
    world.providers()
    referral = world.screened()
    resident = world.resident_behind(referral)
    page = opened(as_(world.central), resident).content.decode()
    asking = reverse("frontdoor:broker_referral", args=[referral.reference])
    assert f"{asking}?offer=PV-10&amp;organisation=citizens_advice" in page


def test_what_they_asked_for_comes_first(world):
    referral = world.screened(needs=["loneliness"])
    fits = what_fits(world.central, world.resident_behind(referral).reference).of(Verdict.MAY_FIT)
    wanted = [each.wanted for each in fits]
    assert any(wanted) and wanted == sorted(wanted, reverse=True)


def test_after_their_own_no_nothing_is_suggested_for_a_year(world, as_):
    referral = world.said_no(world.screened())
    page = opened(as_(world.central), world.resident_behind(referral)).content.decode()
    assert "They said no. Suggest nothing before" in page and "Send a referral" not in page


def test_help_that_was_had_counts_as_completed(world):
    world.providers()
    referral = world.screened()
    resident = world.resident_behind(referral)
    answer_offer_questions(
        world.central, reference=resident.reference, answers={"completed.PV-15": True}, at=clock.now()
    )
    rules = {each.rule.key: each.answer for each in line(world.central, resident, "PV-14").rules}
    assert rules["PV-14-skills"] == "passes"


def test_a_line_that_fits_says_why(world, as_, cadi):
    answered(world, cadi, group_CG02=True)
    text = card(opened(as_(world.worker), cadi).content.decode(), "PV-04")
    assert "For whom any of these is so:" in text and "Not so of them" not in text


def test_an_open_line_is_open_to_anybody(world, as_, cadi):
    assert "It is open to anybody." in card(opened(as_(world.worker), cadi).content.decode(), "PV-09")


def test_every_answer_can_be_looked_through_and_put_right(world, as_, cadi):
    answered(world, cadi, group_CG02=True)
    browser = as_(world.worker)
    address = reverse("pathways:answer_offer_questions", args=[cadi.reference])
    assert f'href="{address}"' in opened(browser, cadi).content.decode()
    every = browser.get(address).content.decode()
    assert "Families in work on low incomes" in every and "chosen by vulnerability profiling" not in every


def test_a_case_and_an_overview_lead_to_it(world, as_, cadi):
    browser, link = as_(world.worker), f'href="{reverse("desk:what_fits", args=[cadi.reference])}"'
    overview = browser.get(reverse("desk:overview", args=[cadi.reference])).content.decode()
    case = what_fits(world.worker, cadi.reference).work.case
    assert link in overview
    assert link in browser.get(reverse("casework:case", args=[case])).content.decode()


def test_while_outreach_is_stopped_nothing_is_suggested(world, as_, cadi):
    answered(world, cadi, group_CG08=True)
    world.concern(cadi)
    page = opened(as_(world.worker), cadi).content.decode()
    assert "outreach is stopped" in page
    assert "Start the pathway" not in page and "Prepare a handover" not in page


def test_place_and_timetable_are_said_to_be_left_out(world, as_, cadi):
    assert "Place, day and time are not known here yet" in opened(as_(world.worker), cadi).content.decode()


def test_on_paper_every_rule_is_open(world, as_, cadi):
    page = as_(world.worker).get(reverse("desk:what_fits", args=[cadi.reference]) + "?open=yes").content.decode()
    assert page.count('<details class="govuk-details" open>') == 33


def test_it_reads_in_welsh(world, as_, cadi):
    browser = as_(world.worker)
    page = browser.get(reverse("desk:what_fits", args=[cadi.reference]) + "?language=cy", follow=True).content.decode()
    assert "Clybiau Gwaith" in page


def test_somebody_elses_person_is_missing_and_a_sealed_one_too(world, as_, cadi):
    other = world.actor("engagement-worker", cluster="porth")
    assert opened(as_(other), cadi).status_code == 404
    world.restrict(cadi, "sealed")
    assert opened(as_(world.worker), cadi).status_code == 404


@pytest.mark.parametrize("role", ["referrer", "admin_officer", "system_admin"])
def test_other_roles_may_not_open_it(world, as_, cadi, role):
    assert opened(as_(getattr(world, role)), cadi).status_code == 403


@pytest.mark.parametrize("role", ["worker", "lead_worker", "central"])
def test_it_needs_thirty_statements_at_most_however_much_is_known(world, as_, cadi, role):
    browser = as_(getattr(world, role))
    few = statements(lambda: opened(browser, cadi))
    answered(world, cadi, group_CG08=True, group_CG09=False, test_skills_gathered=True)
    assert statements(lambda: opened(browser, cadi)) == few <= 30


def test_a_line_of_one_provider_begins_its_handover_with_that_provider(world, as_):
    world.providers()
    someone = world.resident(birth_date=date(1986, 3, 1))
    world.case(someone, worker=world.worker)
    facts = what_fits(world.worker, someone.reference)
    fitting = next(each for each in facts.of(Verdict.FITS) if len(each.providers) == 1)
    ((key, _),) = fitting.providers
    browser = as_(world.worker)
    asked = f"{reverse('pathways:prepare_handover', args=[facts.work.case])}?organisation={key}"
    assert asked in card(opened(browser, someone).content.decode(), fitting.key)
    assert f'<option value="{key}" selected' in browser.get(asked).content.decode()


def test_a_case_that_has_a_handover_under_way_leads_to_that_one(world, as_):
    world.providers()
    someone = world.resident(birth_date=date(1986, 3, 1))
    handover = world.handover(world.case(someone, worker=world.worker), world.worker)
    page = opened(as_(world.worker), someone).content.decode()
    assert reverse("pathways:handover", args=[handover.reference]) in page
    assert "Prepare a handover to whoever gives it" not in page


def test_a_group_known_by_age_alone_reads_as_one_sentence(world, as_, cadi):
    page = opened(as_(world.worker), cadi).content.decode()
    assert "For people aged 11 to 25." in page and "For whom this is so: For" not in page
