"""Pages of a frozen run: what differs, and two people who look."""

import pytest
from django.urls import reverse

from lynchpin.profiles.models import ProfileRun, RunFreeze


def page_of(client, name, *args):
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def press(client, name, **given):
    frozen = RunFreeze.unscoped.get()
    told = {"version": frozen.version, "form_key": ""} | given
    return client.post(reverse(f"profiles:{name}", args=[frozen.reference]), told)


def test_the_page_of_a_frozen_run_says_so_and_offers_no_approval(world, as_):
    frozen = world.frozen_run()
    run = ProfileRun.unscoped.get(pk=frozen.run_id).reference
    page = page_of(as_(world.approver), "profiles:profile_run", run)
    assert "This run is frozen" in page
    assert reverse("profiles:approve_profile_run", args=[run]) not in page
    assert reverse("profiles:freeze", args=[frozen.reference]) in page


def test_two_people_look_page_by_page(world, as_):
    frozen = world.frozen_run()
    first = as_(world.commissioner)
    assert "its file is 49 days overdue; 31 are allowed." in page_of(first, "profiles:freeze", frozen.reference)
    assert press(first, "look_into_freeze", words="").status_code == 422
    assert press(first, "look_into_freeze", words="It comes in autumn.").status_code == 303
    assert "You looked into this freeze first." in page_of(first, "profiles:freeze", frozen.reference)
    second = as_(world.data_protection_officer)
    assert press(second, "lift_freeze", words="Nothing else differs.").status_code == 303
    assert "Freeze lifted" in page_of(second, "profiles:freeze", frozen.reference)


def test_a_board_member_reads_of_it_and_changes_nothing(world, as_):
    client = as_(world.actor("board-member"))
    frozen = world.frozen_run()
    assert "Record what you found" not in page_of(client, "profiles:freeze", frozen.reference)
    assert press(client, "look_into_freeze", words="No.").status_code == 403


@pytest.mark.parametrize("role", ["profile-owner", "data-protection-officer", "head-of-service"])
def test_a_frozen_run_stands_on_the_homes_of_those_who_may_look(world, as_, role):
    world.frozen_run()
    page = as_(world.actor(role)).get("/desk/").content.decode()
    assert "differs from the one before by more than is allowed" in page and "Nobody has looked into it yet." in page
