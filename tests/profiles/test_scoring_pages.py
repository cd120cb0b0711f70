"""Pages of how factors count: the catalogue, the form, the proposal with its dry run, and the history."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from lynchpin.face.forms import fields_without_a_sentence
from lynchpin.profiles import editions
from lynchpin.profiles.models import DryRun, ScoringEdition
from lynchpin.profiles.scoring_forms import ApproveScoringForm, DeclineScoringForm, ScoringForm
from lynchpin_vrp import CATALOGUE
from tests.conftest import NOON
from tests.world.scoring import GROUNDS, SENSITIVE, scoring

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30


@pytest.fixture(autouse=True)
def at_once(settings):
    """Background work is done where it is asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def page_of(client, name, *args):
    return client.get(reverse(f"profiles:{name}", args=args)).content.decode()


def answers(**changed):
    """The form as it is shown, unchanged, with what the caller changes."""
    form = ScoringForm(held=editions.shipped(), today=NOON.date())
    sent = {name: field.initial for name, field in form.fields.items() if field.initial not in (None, False, "")}
    sent = {name: "on" if value is True else str(value) for name, value in sent.items()}
    day = {"valid_from_day": "10", "valid_from_month": "6", "valid_from_year": "2026", "form_key": ""}
    return {
        name: value
        for name, value in {**sent, **day, "reason": "Too high before.", **changed}.items()
        if value is not None
    }


def test_the_catalogue_says_of_every_factor_what_it_means_and_why_it_may_count(
    world, as_, django_assert_max_num_queries
):
    world.street()
    client = as_(world.commissioner)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = page_of(client, "scoring")
    for factor in CATALOGUE:
        for words in (factor.label.en, factor.label.cy, factor.meaning.en):
            assert words.replace("'", "&#x27;") in page
    assert "The catalogue holds as it ships" in page and "Switched off" in page and "Education" in page


def test_the_catalogue_is_in_welsh_for_a_reader_of_welsh(world, as_):
    page = as_(world.commissioner).get(reverse("profiles:scoring"), {"language": "cy"}, follow=True).content.decode()
    assert "Absenoldeb cyson" in page


def test_a_factor_says_since_when_it_is_as_it_is_and_by_whom(world, as_):
    world.scoring_approved()
    page = page_of(as_(world.central), "scoring")
    assert "Edition 1 holds" in page
    section = page[page.index('id="ED1"') : page.index('id="ED2"')]
    assert (
        "Up to 2 points" in section
        and "10 June 2026" in section
        and "Commissioner" in section
        and "Approver" in section
    )


@pytest.mark.parametrize("role", ["profile-owner", "head-of-service", "data-protection-officer", "central-support"])
def test_who_answers_for_profiling_reads_it(world, as_, role):
    client = as_(world.actor(role))
    for name in ("scoring", "scoring_history"):
        assert client.get(reverse(f"profiles:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["scoring", "scoring_history", "draft_scoring"])
def test_a_lead_worker_sees_none_of_it(world, as_, name):
    assert as_(world.lead_worker).get(reverse(f"profiles:{name}")).status_code == 403


def test_the_form_begins_with_what_holds_and_keeps_a_draft(world, as_):
    client = as_(world.commissioner)
    page = page_of(client, "draft_scoring")
    assert 'name="ED1_points" value="6"' in re.sub(r"\s+", " ", page) and "Now: up to 6 points." in page
    sent = client.post(reverse("profiles:draft_scoring"), answers(ED1_points="2", rule_amber="14", HO2_on=None))
    assert (sent.status_code, sent["Location"]) == (303, reverse("profiles:scoring_edition", args=[1]))
    kept = ScoringEdition.unscoped.get()
    assert kept.factors["ED1"]["points"] == 2 and kept.rules["amber"] == 14 and kept.factors["HO2"]["on"] is False
    said = page_of(client, "scoring_edition", 1)
    assert "“Persistent absence” is worth at most 2 points instead of 6 points." in said
    assert "“Homelessness presentation” no longer counts." in said
    assert "Amber begins at this many points: 14 instead of 15." in said


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, "Nothing is different"),
        ({"ED1_points": "13"}, "Enter a number that is 12 or less."),
        ({"ED1_points": "many"}, "Enter a whole number"),
        ({"ED1_points": ""}, "Enter how many points"),
        ({"ED1_to": "2020-01-01"}, "would end before it begins"),
        ({"ED1_from": "soon"}, "Enter a day as year, month and day"),
        ({"rule_amber": "40"}, "has to begin above the lower one"),
        ({f"{SENSITIVE}_on": "on"}, "ships switched off"),
        ({"reason": ""}, "Give a reason"),
    ],
)
def test_what_cannot_be_kept_is_told_in_a_sentence_with_what_was_typed(world, as_, changed, sentence):
    answer = as_(world.commissioner).post(reverse("profiles:draft_scoring"), answers(rule_near="3", **changed))
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not ScoringEdition.unscoped.exists()
    assert changed.get("reason") == "" or "Too high before." in answer.content.decode()


def test_while_one_waits_no_other_is_drafted(world, as_):
    world.scoring_draft()
    page = page_of(as_(world.commissioner), "draft_scoring")
    assert "Another change waits already" in page and "ED1_points" not in page


def test_a_draft_is_changed_on_its_own_form(world, as_):
    edition = world.scoring_draft()
    client, address = as_(world.approver), reverse("profiles:redraft_scoring", args=[1])
    assert 'value="2"' in client.get(address).content.decode()
    sent = client.post(address, answers(ED1_points="4", version=str(edition.version)))
    assert sent.status_code == 303 and ScoringEdition.unscoped.get().factors["ED1"]["points"] == 4


def test_every_field_has_a_sentence_of_its_own():
    class Blank(ScoringForm):
        def __init__(self):
            super().__init__(held=editions.shipped(), today=NOON.date())

    for form in (Blank, ApproveScoringForm, DeclineScoringForm):
        assert fields_without_a_sentence(form) == []


def test_a_sensitive_factor_is_shown_with_what_it_rests_on(world, as_):
    world.scoring_proposed(by=scoring({SENSITIVE: {"on": True, **GROUNDS}}))
    page = page_of(as_(world.approver), "scoring_edition", 1)
    assert GROUNDS["power"] in page and GROUNDS["assessment"] in page


def test_the_history_keeps_what_was_declined_and_why(world, as_, django_assert_max_num_queries):
    world.scoring_declined(world.scoring_proposed())
    world.scoring_approved()
    client = as_(world.actor("data-protection-officer"))
    with django_assert_max_num_queries(LIST_STATEMENTS):
        page = page_of(client, "scoring_history")
    assert "It proxies for poverty." in page and "The board wished it." in page
    assert page.index("Edition 2") < page.index("Edition 1")


def test_whoever_proposed_it_reads_why_another_has_to_approve(world, as_):
    world.scoring_proposed()
    page = page_of(as_(world.commissioner), "scoring_edition", 1)
    assert "Someone else has to approve it" in page and "nothing to try it on" in page


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_from_proposal_to_approval_on_the_pages(world, as_, django_assert_max_num_queries):
    world.approved_run()
    edition = world.scoring_draft(by=scoring({"IN1": {"points": 12}}, {"amber": 8}))
    sent = as_(world.commissioner).post(
        reverse("profiles:propose_scoring", args=[1]), {"version": edition.version, "form_key": ""}
    )
    assert sent.status_code == 303 and DryRun.unscoped.exists(), "it is tried at once"
    client, address = as_(world.approver), reverse("profiles:approve_scoring", args=[1])
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = client.get(address).content.decode()
    assert "Families compared: 22." in page and "Families with another band of resilience: 0." in page
    assert "By cluster" in page and "Porth" in page and "[c]" in page
    seen = re.search(r'name="seen" value="(\w+)"', page)[1]
    told = {"version": ScoringEdition.unscoped.get().version, "form_key": "", "reason": "The board wished it."}
    assert client.post(address, told).status_code == 422, "unseen"
    assert client.post(address, {**told, "seen": seen}).status_code == 303
    assert ScoringEdition.unscoped.get().state == "approved"
    after = page_of(client, "scoring_edition", 1)
    assert "What it was tried to do" in after and "Families compared: 22." in after


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_the_dry_run_names_nobody(world, as_):
    world.approved_run()
    edition = world.scoring_draft(by=scoring({"IN1": {"points": 12}}, {"amber": 8}))
    client = as_(world.approver)
    assert "Try it out" in page_of(client, "scoring_edition", 1)
    assert client.post(reverse("profiles:record_dry_run", args=[1]), {"form_key": ""}).status_code == 303
    page = page_of(client, "scoring_edition", edition.number)
    for words in ("Abbot", "Bowen", "Heol y Bont", "CF40"):
        assert words not in page
    assert "Families compared" in page


def test_an_edition_is_declined_on_its_page(world, as_):
    edition = world.scoring_draft()
    address = reverse("profiles:decline_scoring", args=[1])
    client = as_(world.commissioner)
    assert client.get(address).status_code == 200
    assert client.post(address, {"version": edition.version, "reason": "On second thoughts."}).status_code == 303
    assert ScoringEdition.unscoped.get().state == "declined"


@pytest.mark.parametrize(
    "name", ["scoring_edition", "redraft_scoring", "propose_scoring", "approve_scoring", "decline_scoring"]
)
def test_an_edition_that_never_was_is_missing(world, as_, name):
    assert as_(world.commissioner).get(reverse(f"profiles:{name}", args=[9])).status_code == 404
