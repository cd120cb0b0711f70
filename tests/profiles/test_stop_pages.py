"""Pages of a stop: how profiling stands, and two people who let it go on."""

import pytest
from django.urls import reverse

from lynchpin.profiles.models import ProfilingStop

STANDS = "Profiling is stopped since 10 June 2026."


def page_of(client, name, *args):
    answer = client.get(reverse(f"profiles:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client, name, stop, **given):
    told = {"version": ProfilingStop.unscoped.get(pk=stop.pk).version, "form_key": ""} | given
    return client.post(reverse(f"profiles:{name}", args=[stop.reference]), told)


def test_how_profiling_stands_is_said_where_runs_are(world, as_):
    client = as_(world.commissioner)
    assert "Profiling is not stopped." in page_of(client, "profiling_stops")
    world.stopped()
    for name in ("profiling_stops", "runs"):
        assert STANDS in page_of(client, name)
    assert reverse("profiles:commission_profile_run") not in page_of(client, "runs")


def test_a_stop_opens_into_who_why_and_what(world, as_):
    page = page_of(as_(world.central), "profiling_stop", world.stopped().reference)
    assert "People may come to harm by it" in page and "A worker saw something that cannot be right." in page
    assert "Propose to go on" not in page


def test_two_people_let_it_go_on_page_by_page(world, as_):
    stop = world.stopped()
    first = as_(world.commissioner)
    assert press(first, "propose_resuming", stop, proposal="").status_code == 422
    assert press(first, "propose_resuming", stop, proposal="The feed was put right.").status_code == 303
    assert "You proposed to go on. Someone else has to agree." in page_of(first, "profiling_stop", stop.reference)
    second = as_(world.head_of_service)
    assert "The feed was put right." in page_of(second, "resume_profiling", stop.reference)
    assert press(second, "resume_profiling", stop).status_code == 303
    assert ProfilingStop.unscoped.get().state == "over"
    assert "Profiling is not stopped." in page_of(second, "profiling_stops")


def test_a_proposal_is_declined_on_its_page(world, as_):
    stop = world.proposed_to_go_on()
    client = as_(world.head_of_service)
    assert "Decline it" in page_of(client, "decline_resuming", stop.reference)
    assert press(client, "decline_resuming", stop).status_code == 303
    assert ProfilingStop.unscoped.get().proposal == ""


@pytest.mark.parametrize("name", ["propose_resuming", "resume_profiling", "decline_resuming"])
def test_a_reviewer_reads_of_a_stop_and_changes_nothing(world, as_, name):
    stop = world.proposed_to_go_on()
    assert as_(world.central).get(reverse(f"profiles:{name}", args=[stop.reference])).status_code == 403


@pytest.mark.parametrize("role", ["profile-owner", "data-protection-officer", "head-of-service"])
def test_a_stop_stands_first_on_the_homes_of_those_who_may_end_it(world, as_, role):
    world.proposed_to_go_on()
    page = as_(world.actor(role)).get("/desk/").content.decode()
    assert "Profiling is stopped since 10 June 2026" in page and "A second person is needed." in page
