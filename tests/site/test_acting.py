"""A colleague who acts under no role is led to choose one, or told whom to ask: it is no role of theirs that says no."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.organisations.use_cases.end_role import end_role

WANTED = "/organisations/staff/?page=1"
CHOOSING = reverse("organisations:choose_role")


@pytest.fixture
def several(world, as_):
    """A browser signed in as somebody who may read the list of colleagues under one of two roles, with none chosen."""
    officer = world.assigned(world.data_protection_officer.staff_id, "referrer")
    browser = as_(officer)
    session = browser.session
    session.pop("assignment", None)
    session.save()
    return browser


def test_with_several_roles_and_none_chosen_a_page_asks_for_one_and_is_shown_afterwards(several, world):
    answer = several.get(WANTED)
    assert (answer.status_code, answer.url) == (302, CHOOSING)
    chosen = several.post(CHOOSING, {"assignment_id": world.data_protection_officer.assignment_id})
    assert chosen.url == WANTED and several.get(chosen.url).status_code == 200


def test_a_form_sent_under_no_role_changes_nothing_and_asks_for_one(several):
    answer = several.post("/organisations/agreements/sign/", {})
    assert (answer.status_code, answer.url) == (302, CHOOSING)
    assert "then" not in several.session


def test_a_role_that_the_chosen_one_lacks_is_still_refused(several, world):
    as_referrer = next(key for key in _offered(several) if key != str(world.data_protection_officer.assignment_id))
    several.post(CHOOSING, {"assignment_id": as_referrer})
    assert several.get(WANTED).status_code == 403


def _offered(browser) -> list[str]:
    return [key for key, _ in browser.get(CHOOSING).context["form"].fields["assignment_id"].choices]


def test_a_role_that_ended_meanwhile_asks_for_another(world, as_):
    browser = as_(world.worker)
    assert browser.get("/casework/").status_code == 200
    end_role(world.system_admin, assignment_id=world.worker.assignment_id, version=1, at=clock.now())
    browser = as_(world.worker)  # signed in again; the session still names the role
    told = browser.get("/casework/", follow=True)
    assert told.redirect_chain == [(CHOOSING, 302)]
    assert "Ask the data protection officer for one." in told.content.decode()


@pytest.mark.parametrize("address", ["/desk/", WANTED])
def test_with_no_role_at_all_every_way_leads_to_what_to_do(world, as_, address):
    end_role(world.system_admin, assignment_id=world.worker.assignment_id, version=1, at=clock.now())
    told = as_(world.worker).get(address, follow=True)
    assert told.status_code == 200 and "You have no role" in told.content.decode()
