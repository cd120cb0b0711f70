"""Pages of the register: what each assessment holds up, who may do what, and a warning in good time."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.profiles.models import ImpactAssessment

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30
LIST = "profiles:impact_assessments"


def page_of(client, name, *args, **params):
    answer = client.get(reverse(f"profiles:{name}", args=args), params)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_register_says_how_long_each_holds_and_what_hangs_on_it(world, as_, django_assert_max_num_queries):
    world.commissioned_run()
    client = as_(world.commissioner)
    with django_assert_max_num_queries(LIST_STATEMENTS):
        page = page_of(client, "impact_assessments")
    assert "180 days" in page and "1 run under way" in page and "In force" in page


@pytest.mark.parametrize(
    ("days", "words"), [(61, ""), (60, "is reviewed within 60 days"), (1, "within 1 day."), (0, "has lapsed")]
)
def test_it_warns_from_sixty_days_before_the_review(world, as_, days, words):
    world.assessed()
    with clock.held(clock.now() + timedelta(days=180 - days)):
        page = page_of(as_(world.commissioner), "impact_assessments")
    assert (words in page) if words else "Nobody is profiled under it" not in page.split("<table")[0]


def test_one_opens_into_all_that_was_recorded(world, as_, django_assert_max_num_queries):
    run = world.commissioned_run()
    reference = ImpactAssessment.unscoped.get().reference
    client = as_(world.commissioner)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = page_of(client, "impact_assessment", reference)
    for words in ("Records, volume 4", "Early help before the summer", "Porth", "7 December 2026", run):
        assert words in page


def test_the_officer_confirms_on_a_page_that_shows_what_is_confirmed(world, as_):
    reference = world.assessment()
    client, address = (
        as_(world.data_protection_officer),
        reverse("profiles:confirm_impact_assessment", args=[reference]),
    )
    assert "Records, volume 4" in client.get(address).content.decode()
    assert client.post(address, {"version": 1, "form_key": ""}).status_code == 303
    assert ImpactAssessment.unscoped.get().confirmed_at


def test_one_is_ended_with_its_reason(world, as_):
    reference = world.assessed()
    client, address = as_(world.commissioner), reverse("profiles:end_impact_assessment", args=[reference])
    assert client.post(address, {"version": 2, "form_key": ""}).status_code == 422
    assert client.post(address, {"version": 2, "form_key": "", "ending": "use_ended"}).status_code == 303
    assert "What it was for is over" in page_of(client, "impact_assessment", reference)


def recorded(world, **changes):
    return {
        "number": " DPIA-9 ",
        "title": "A second use",
        "answerable": re.search(r'value="(S-[^"]+)"', changes.pop("page"))[1],
        "decided_on_day": "1",
        "decided_on_month": "6",
        "decided_on_year": "2026",
        "review_on_day": "1",
        "review_on_month": "12",
        "review_on_year": "2026",
        "purposes": "Early help\n\n Early  help \nA second  purpose",
        "everywhere": "no",
        "cluster_keys": ["porth"],
        "document_place": "Records, volume 5",
        "form_key": "",
    } | changes


def test_one_is_recorded_with_a_purpose_a_line(world, as_):
    client, address = as_(world.commissioner), reverse("profiles:record_impact_assessment")
    given = recorded(world, page=client.get(address).content.decode())
    assert client.post(address, given).status_code == 303
    kept = ImpactAssessment.unscoped.get()
    assert (kept.number, kept.purposes) == ("DPIA-9", ["Early help", "A second purpose"])


def test_a_purpose_too_long_for_a_run_keeps_what_was_typed(world, as_):
    client, address = as_(world.commissioner), reverse("profiles:record_impact_assessment")
    given = recorded(world, page=client.get(address).content.decode(), purposes="why " * 80)
    answer = client.post(address, given)
    assert answer.status_code == 422 and "at most 240 characters" in answer.content.decode()


def test_a_review_begins_with_what_was_assessed_before(world, as_):
    page = page_of(as_(world.commissioner), "record_impact_assessment", reviews=world.assessed())
    assert 'value="DPIA-2026-04"' in page and "Early help before the summer" in page
    assert re.search(r'value="porth"[^>]*checked', page)


@pytest.mark.parametrize("name", ["confirm_impact_assessment", "end_impact_assessment", "record_impact_assessment"])
def test_a_head_of_service_reads_and_changes_nothing(world, as_, name):
    reference = world.assessment()
    client = as_(world.head_of_service)
    assert "Early help by profiling" in page_of(client, "impact_assessment", reference)
    args = [] if name.startswith("record") else [reference]
    assert client.get(reverse(f"profiles:{name}", args=args)).status_code == 403


@pytest.mark.parametrize("role", ["profile-owner", "data-protection-officer"])
def test_the_homes_of_those_who_answer_tell_of_one_that_is_reviewed_soon(world, as_, role):
    world.assessed(review_on=clock.today() + timedelta(days=30))
    page = as_(world.actor(role)).get("/desk/").content.decode()
    assert "Impact assessments to look at" in page and "Review is due on 10 July 2026." in page


def test_a_run_leads_to_its_assessment(world, as_):
    page = page_of(as_(world.commissioner), "profile_run", world.commissioned_run())
    assert reverse("profiles:impact_assessment", args=[ImpactAssessment.unscoped.get().reference]) in page
