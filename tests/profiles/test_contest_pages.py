"""Pages of contested facts, from the reviewer's page of a family to the answer that was told."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.profiles.models import FactContest, FamilyProfile

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30


def page_of(client, name, *args, **params):
    answer = client.get(reverse(f"profiles:{name}", args=args), params)
    assert answer.status_code == 200
    return answer.content.decode()


def main_of(page):
    return page[page.index("<main") : page.index("</main")]


def test_a_reviewer_contests_a_fact_from_the_family_page(world, as_, django_assert_max_num_queries):
    world.approved_run()
    line, client = world.line_to_contest(), as_(world.central)
    address = reverse("profiles:contest_fact", args=[line.pk])
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        assert address in page_of(client, "family_profile", line.profile_id)
    page = client.get(address).content.decode()
    assert "Persistent absence" in page and "10 July 2026" in page
    owner = re.search(r'value="(S-[^"]+)" selected', page)[1]
    assert client.post(address, {"claim": "not_so", "words": "", "owner": owner, "form_key": ""}).status_code == 422
    told = {"claim": "not_so", "words": "She was in hospital.", "owner": owner, "form_key": ""}
    assert client.post(address, told).status_code == 303
    page = page_of(client, "family_profile", line.profile_id)
    assert "Contested: with its source" in page and address not in page


def test_what_the_source_is_asked_tells_no_points_and_nobody_else(world, as_, django_assert_max_num_queries):
    contest, client = world.contested(), as_(world.central)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = main_of(page_of(client, "contest", contest.reference))
    assert contest.person_name in page and "She was in hospital that term." in page
    asked = page[page.index("What the source is asked") : page.index("What has become of it")]
    profile = FamilyProfile.unscoped.get(pk=contest.profile_id)
    others = profile.linkedperson_set.model.unscoped.filter(profile_id=profile.pk)
    names = {f"{each.forename} {each.surname}" for each in others} - {contest.person_name}
    assert not any(name in asked for name in names) and "oints" not in asked.replace("no points", "")


def test_the_list_says_with_whom_each_is(world, as_, django_assert_max_num_queries):
    world.contested()
    client = as_(world.central)
    with django_assert_max_num_queries(LIST_STATEMENTS):
        assert "With its source" in main_of(page_of(client, "contests"))


def test_what_is_overdue_is_said_in_the_list_and_at_home(world, as_):
    world.contested()
    with clock.held(clock.now() + timedelta(days=33)):
        client = as_(world.central)
        assert "3 days overdue" in page_of(client, "contests")
        assert "Contested facts without an answer" in client.get("/desk/").content.decode()


def test_an_answer_is_kept_and_told_page_by_page(world, as_):
    contest, client = world.contested(), as_(world.central)
    day = {"answered_on_day": "10", "answered_on_month": "6", "answered_on_year": "2026"}
    told = {"answer": "partly", "answer_words": "One day was wrong.", "answerer": "Attendance officer", **day}
    address = reverse("profiles:answer_contest", args=[contest.reference])
    assert client.post(address, {"version": 1, "form_key": ""}).status_code == 422
    assert client.post(address, told | {"version": 1, "form_key": ""}).status_code == 303
    day = {"told_on_day": "10", "told_on_month": "6", "told_on_year": "2026"}
    address = reverse("profiles:close_contest", args=[contest.reference])
    assert client.post(address, day | {"told_how": "letter", "version": 2, "form_key": ""}).status_code == 303
    page = page_of(client, "contest", contest.reference)
    assert "Corrected in part" in page and "By letter" in page and "Record the answer" not in main_of(page)
    assert contest.person_name not in main_of(page_of(client, "contests"))
    assert contest.person_name in page_of(client, "contests", state="closed")


def test_the_next_run_is_said_beside_the_answer(world, as_):
    contest = world.answered_contest()
    run = world.received_run()
    page = page_of(as_(world.central), "contest", contest.reference)
    assert "It is told as before" in page and run in page


@pytest.mark.parametrize("role", ["profile-owner", "head-of-service", "data-protection-officer", "lead-worker"])
def test_whoever_sees_no_score_sees_no_contest(world, as_, role):
    contest = world.contested()
    client = as_(world.actor(role, cluster="porth" if role == "lead-worker" else ()))
    for name, args in (("contests", []), ("contest", [contest.reference]), ("answer_contest", [contest.reference])):
        assert client.get(reverse(f"profiles:{name}", args=args)).status_code == 403
    assert FactContest.unscoped.count() == 1
