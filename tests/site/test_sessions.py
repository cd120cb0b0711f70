"""When a session ends, and that none is taken over."""

from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.organisations.models import Account
from tests.conftest import NOON

DOOR = "/organisations/agreements/"


@pytest.fixture
def browser(as_, world):
    browser = as_(world.data_protection_officer)
    assert browser.get(DOOR).status_code == 200
    return browser


def at(browser, minutes):
    with clock.held(NOON + timedelta(minutes=minutes)):
        return browser.get(DOOR).status_code


def test_half_an_hour_without_use_ends_a_session(browser):
    assert at(browser, 29) == 200
    assert at(browser, 29 + 31) == 302
    assert at(browser, 29 + 32) == 302, "it does not come back"


def test_a_session_in_use_ends_after_eight_hours(browser):
    assert {at(browser, minutes) for minutes in range(0, 8 * 60 + 1, 20)} == {200}
    assert at(browser, 8 * 60 + 1) == 302


def test_a_session_given_by_another_is_not_kept_at_sign_in(client, world):
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    account = Account.objects.get(pk=world.worker.user_id)
    account.set_password("a long enough password")
    account.save()
    client.post("/sign-in/", {"login": account.email, "password": "a long enough password"})
    assert client.session.get("_auth_user_id") == str(account.pk) and client.session.session_key != planted


def test_a_cookie_kept_from_before_signing_out_opens_nothing(browser):
    kept = browser.cookies["sessionid"].value
    browser.post("/sign-out/")
    browser.cookies["sessionid"] = kept
    assert browser.get(DOOR).status_code == 302


@pytest.mark.parametrize("chosen", [0, -1, 10**30, "x", None, [1], {"a": 1}])
def test_an_assignment_that_is_not_ones_own_grants_nothing(browser, world, chosen):
    session = browser.session
    session["assignment"] = world.worker.assignment_id if chosen == 0 else chosen
    session.save()
    answer = browser.get(DOOR)
    if chosen is None:  # the only assignment
        assert answer.status_code == 200
    else:
        assert (answer.status_code, answer.url) == (302, reverse("organisations:choose_role"))


def test_a_page_that_asks_again_by_itself_keeps_no_session_alive(browser):
    with clock.held(NOON + timedelta(minutes=20)):
        assert browser.get(DOOR, headers={"X-Unattended": "yes"}).status_code == 200
    assert at(browser, 31) == 302


def test_a_page_that_asks_again_after_the_session_ended_is_opened_anew(browser):
    with clock.held(NOON + timedelta(minutes=31)):
        answer = browser.get(DOOR, headers={"X-Unattended": "yes", "HX-Request": "true"})
    assert answer.status_code == 204 and answer["HX-Refresh"] == "true"
