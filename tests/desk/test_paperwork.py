"""One form for every partner: blank for everybody, filled for whoever may read the record, and never while contact is held."""

from __future__ import annotations

import re
from datetime import date

import pytest

from lynchpin.desk.paperwork.forms import EDITIONS, ORDER, Words, every_edition, in_use, shared
from lynchpin.desk.paperwork.sheets import LANGUAGES, VOCABULARIES, sheet_of
from lynchpin.desk.queries.paperwork import ANSWERS
from lynchpin.kernel.models import AccessEntry, AccessSubject
from tests.casework.counting import statements
from tests.conftest import NOON

TODAY = NOON.date()


def text(page) -> str:
    assert page.status_code == 200, page.status_code
    return page.content.decode()


def every_words(form) -> list[Words]:
    parts = [words for part in form.parts for words in (part.heading, *([part.note] if part.note else []))]
    asked = [
        words for part in form.parts for each in part.questions for words in (each.label, *each.ticks, *each.columns)
    ]
    return [form.title, form.purpose, *parts, *asked]


def printed(case, form: str, language: str = "en") -> str:
    return f"/desk/cases/{case.reference}/{form}/{language}/"


@pytest.mark.parametrize("form", every_edition(), ids=lambda form: f"{form.key}-{form.edition}")
def test_every_form_says_everything_in_both_languages(form):
    told = [*every_words(form), *shared().values()]
    assert all(words.en and words.cy and words.en != words.cy for words in told)


@pytest.mark.parametrize("form", every_edition(), ids=lambda form: f"{form.key}-{form.edition}")
def test_a_form_asks_each_thing_once_and_from_a_vocabulary_that_is_there(form):
    keys = [each.key for part in form.parts for each in part.questions]
    assert len(keys) == len(set(keys))
    assert {each.choices for part in form.parts for each in part.questions} - {""} <= set(VOCABULARIES)


def test_an_edition_is_a_file_of_its_own_and_numbered_once():
    told = {(form.key, form.edition) for form in every_edition()}
    assert len(told) == len(list(EDITIONS.glob("*-*.toml"))) and {key for key, _ in told} == set(ORDER)


def test_the_newest_edition_that_has_begun_is_used():
    assert in_use("plan", date(2015, 1, 1)) == in_use("plan", date(2026, 6, 1))
    with pytest.raises(LookupError):
        in_use("medical", TODAY)


def test_a_blank_sheet_has_room_to_write_and_in_both_languages_welsh_comes_first():
    sheet = sheet_of(in_use("referral", TODAY), "both")
    assert [language for language, _ in sheet.title] == ["cy", "en"]
    assert len(sheet.sections[2].lines[1].room) == 4 and not any(
        tick.ticked for section in sheet.sections for line in section.lines for tick in line.ticks
    )


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("form", ORDER)
def test_everybody_may_print_the_blank_forms(client, form, language):
    page = text(client.get(f"/forms/{form}/{language}/"))
    assert in_use(form, TODAY).title.said("cy" if language == "cy" else "en") in page


@pytest.mark.django_db(databases="__all__")
def test_the_list_of_forms_leads_to_each_and_stands_on_every_page(client):
    page = text(client.get("/forms/"))
    assert page.count('href="/forms/') >= len(ORDER) * len(LANGUAGES)
    assert 'href="/forms/"' in text(client.get("/privacy/"))


@pytest.mark.django_db(databases="__all__")
@pytest.mark.parametrize("address", ["/forms/medical/en/", "/forms/plan/fr/"])
def test_a_form_or_language_that_is_not_there_is_missing(client, address):
    assert client.get(address).status_code == 404


def test_what_matters_is_printed_in_the_language_it_was_said_in(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    page = text(as_(world.worker).get(printed(case, "assessment")))
    assert '<p class="app-sheet__answer" lang="cy">Mae fy chwaer yn helpu</p>' in page
    assert "Edition 1, 1 June 2026" in page and case.reference in page
    assert "no assessment under Part 3" in page


def test_a_plan_and_its_review_hold_the_goals_and_leave_room_for_today(world, as_):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    browser = as_(world.worker)
    plan, review = (text(browser.get(printed(case, form))) for form in ("plan", "review"))
    assert "Sleep better" in plan and "Ring the college" in plan
    assert "Sleep better" in review and "3 (10/06/2026)" in review


def test_a_case_without_a_plan_prints_an_empty_form_with_the_name(world, as_):
    case = world.case(worker=world.worker)
    page = text(as_(world.worker).get(printed(case, "plan", "cy")))
    assert world.resident_of(case).surname in page and "Cynllun" in page


def test_the_sheet_says_who_may_see_it_and_how_it_is_safe(world, as_):
    case = world.case(worker=world.worker)
    world.safe_contact(
        world.resident_of(case),
        channels=["phone"],
        when="after four",
        must_not_know="my brother",
        letters_discreet=True,
    )
    page = text(as_(world.worker).get(printed(case, "plan")))
    assert "Who may see this" in page and "Safe ways: Phone call." in page and "When: after four." in page
    assert "Must not know: my brother." in page and "Leave no message on the telephone." in page
    assert "Ni ddylai wybod: my brother." in text(as_(world.worker).get(printed(case, "plan", "cy")))


def test_a_sheet_says_that_nobody_has_asked(world, as_):
    case = world.case(worker=world.worker)
    assert "Nobody has asked yet" in text(as_(world.worker).get(printed(case, "plan")))


def test_nothing_is_printed_while_contact_is_held(world, as_):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    world.contact_stopped(world.resident_of(case))
    page = text(as_(world.worker).get(printed(case, "plan")))
    assert "Give nothing about this person out now." in page and "Sleep better" not in page


def test_whoever_is_not_shown_what_was_talked_about_prints_none_of_it(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    page = text(as_(world.central).get(printed(case, "assessment")))
    assert "Your role does not show what they talked about." in page and "chwaer" not in page


def test_a_case_out_of_sight_a_form_that_is_not_its_own_and_a_role_without_cases_are_kept_out(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    assert browser.get(printed(case, "referral")).status_code == 404
    assert browser.get(printed(case, "plan", "fr")).status_code == 404
    assert as_(world.admin_officer).get(printed(case, "plan")).status_code == 403
    world.restrict(world.resident_of(case), "sealed")
    assert as_(world.worker).get(printed(case, "plan")).status_code == 404


def test_printing_a_filled_form_is_a_look_that_is_logged(world, as_):
    case = world.case(worker=world.worker)
    as_(world.worker).get(printed(case, "plan"))
    entry = AccessEntry.unscoped.order_by("-pk").first()
    assert (entry.action, entry.route) == ("print", "desk:case_form")
    assert AccessSubject.unscoped.filter(entry_id=entry.pk, subject_id=case.resident_id).exists()


def test_a_referral_is_printed_as_it_was_told(world, as_):
    referral = world.referral(in_their_words="I cannot pay the gas", needs=["money"])
    page = text(as_(world.central).get(f"/desk/referrals/{referral.reference}/form/en/"))
    assert referral.told_name in page and "I cannot pay the gas" in page
    assert re.search(r'<strong><span lang="en">Money and debt</span>\s*</strong>', page)
    assert as_(world.referrer).get(f"/desk/referrals/{referral.reference}/form/en/").status_code == 403


def test_a_protected_address_is_on_no_paper(world, as_):
    resident = world.reachable("phone")
    world.restrict(resident, "protected-address")
    referral = world.referral_to_open(resident, address="7 Y Stryd", postcode="CF1 1AA")
    page = text(as_(world.central).get(f"/desk/referrals/{referral.reference}/form/en/"))
    assert "7 Y Stryd" not in page and "CF1 1AA" not in page


def test_a_referral_of_somebody_with_whom_contact_is_held_is_not_printed(world, as_):
    resident = world.resident()
    referral = world.referral_to_open(resident)
    world.contact_stopped(resident)
    page = text(as_(world.central).get(f"/desk/referrals/{referral.reference}/form/en/"))
    assert "Give nothing about this person out now." in page and resident.surname not in page


def test_the_forms_are_found_where_the_work_is(world, as_):
    case = world.case(worker=world.worker)
    page = text(as_(world.worker).get(f"/casework/{case.reference}/"))
    assert all(f"/desk/cases/{case.reference}/{form}/" in page for form in ANSWERS)
    referral = world.referral()
    page = text(as_(world.central).get(f"/frontdoor/referrals/{referral.reference}/"))
    assert f"/desk/referrals/{referral.reference}/form/" in page


def test_a_sheet_needs_few_statements_however_many_goals_there_are(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    world.plan(case, world.worker, "Sleep better")
    few = statements(lambda: browser.get(printed(case, "plan")))
    world.plan(case, world.worker, *[f"Goal {number}" for number in range(4)], version=1)
    assert statements(lambda: browser.get(printed(case, "plan"))) == few <= 30
