from __future__ import annotations

import multiprocessing
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry
from lynchpin.organisations.models import Account, Staff

SIGN_IN, SIGN_OUT, DEMO = "/sign-in/", "/sign-out/", "/sign-in/demo/"
INSIDE = reverse("organisations:programmes")
PASSWORD = "croeso i'r cwm"
WRONG = "The e-mail address or the password is not right."


@pytest.fixture(autouse=True)
def nobody_has_tried_yet():
    """Wrong passwords of one test do not shut the door of the next."""
    cache.clear()


@pytest.fixture
def person(world):
    """A referrer with a password, and the address they sign in with."""
    return world.actor("referrer", email="person@example.org", password_hash=make_password(PASSWORD, hasher="md5"))


def sign_in(browser, email="person@example.org", password=PASSWORD, **more):
    return browser.post(SIGN_IN, {"login": email, "password": password} | more)


def inside(browser):
    return browser.get(INSIDE).status_code == 200


def test_the_door_stands_where_it_was_always_named():
    assert (reverse("account_login"), reverse("account_logout")) == (SIGN_IN, SIGN_OUT)


def test_the_right_password_opens_the_desk_under_the_only_role(person, client):
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, "/desk/")
    assert client.session["assignment"] == person.assignment_id and inside(client)


def test_signing_in_is_in_the_access_log(person, client):
    sign_in(client)
    entry = AccessEntry.unscoped.filter(action="sign_in").get()
    assert (entry.user_id, entry.role) == (person.user_id, "referrer")


def test_the_session_gets_a_new_key_at_sign_in(person, client):
    client.get(SIGN_IN)
    session = client.session
    session["before"] = True
    session.save()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = session.session_key
    sign_in(client)
    assert client.session.session_key != session.session_key


def test_who_was_going_somewhere_arrives_there(person, client):
    door = client.get(INSIDE)
    assert door.url == f"{SIGN_IN}?next={INSIDE}"
    assert sign_in(client, next=INSIDE).url == INSIDE


def test_nobody_is_sent_to_another_site(person, client):
    assert sign_in(client, next="https://elsewhere.example/").url == "/desk/"


def test_unknown_closed_and_wrong_all_get_the_same_answer(person, world, client):
    closed = world.actor("referrer", email="closed@example.org", password_hash=make_password(PASSWORD, hasher="md5"))
    Account.objects.filter(pk=closed.user_id).update(is_active=False)
    answers = {
        sign_in(client, email, password).content.decode().replace(email, "")
        for email, password in (
            ("person@example.org", "not the password"),
            ("nobody@example.org", PASSWORD),
            ("closed@example.org", PASSWORD),
        )
    }
    assert all(WRONG in answer for answer in answers)
    assert len({_without_tokens(answer) for answer in answers}) == 1
    assert not inside(client)


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line and "nonce" not in line)


def test_a_form_left_empty_is_answered_in_our_sentences(db, client):
    shown = client.post(SIGN_IN, {})
    assert shown.status_code == 422
    assert "Enter your e-mail address." in shown.content.decode()
    assert "Enter your password." in shown.content.decode()


def test_the_door_speaks_welsh_and_has_no_way_to_sign_up(db, client):
    shown = client.get(SIGN_IN, {"language": "cy"})
    assert shown["Content-Language"] == "cy"
    assert "signup" not in shown.content.decode() and client.get("/signup/").status_code == 404


def test_five_wrong_passwords_shut_the_door_even_for_the_right_one(person, client):
    for _ in range(5):
        assert WRONG in sign_in(client, password="wrong").content.decode()
    assert "too many wrong tries" in sign_in(client).content.decode()
    assert not inside(client)


def _wrong_once() -> None:
    sign_in(Client(), password="wrong")


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_wrong_passwords_are_counted_once_for_all_processes(world, person, client, settings):
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_rows"}}
    call_command("createcachetable")
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    for _ in range(5):
        process = fork.Process(target=_wrong_once)
        process.start()
        process.join(30)
        assert process.exitcode == 0
    assert "too many wrong tries" in sign_in(client).content.decode()
    assert sign_in(client, email="other@example.org").status_code == 422, "another account is not shut out"


def test_signing_out_asks_first_and_kills_the_cookie(person, client):
    sign_in(client)
    cookie = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    assert client.get(SIGN_OUT).status_code == 200 and inside(client), "an address alone signs nobody out"
    assert client.post(SIGN_OUT).url == "/"
    stolen = Client()
    stolen.cookies[django_settings.SESSION_COOKIE_NAME] = cookie
    assert not inside(stolen)


@pytest.mark.parametrize(("minutes", "still_in"), [(29, True), (31, False)])
def test_a_session_ends_after_half_an_hour_without_use(person, client, minutes, still_in):
    sign_in(client)
    assert inside(client)
    with clock.held(clock.now() + timedelta(minutes=minutes)):
        assert inside(client) is still_in


def test_a_session_in_use_ends_after_eight_hours(person, client):
    sign_in(client)
    start = clock.now()
    for step in range(0, 8 * 60 + 1, 20):
        with clock.held(start + timedelta(minutes=step)):
            assert inside(client), step
    with clock.held(start + timedelta(hours=8, minutes=1)):
        assert not inside(client)


def test_with_several_roles_one_is_chosen_for_the_session(world, person, client):
    lead = world.assigned(person.staff_id, "lead-worker", cluster="porth")
    answer = sign_in(client, next=INSIDE)
    choosing = reverse("organisations:choose_role")
    assert answer.url == choosing and not inside(client)
    shown = client.get(choosing).content.decode()
    assert "Lead worker – Porth" in shown and "Partner referrer" in shown
    before = client.session.session_key
    assert client.post(choosing, {"assignment_id": lead.assignment_id}).url == INSIDE
    assert client.session["assignment"] == lead.assignment_id
    assert client.session.session_key != before and inside(client)


def test_nobody_chooses_another_persons_role(world, person, client):
    sign_in(client)
    choosing = reverse("organisations:choose_role")
    assert client.post(choosing, {"assignment_id": world.lead_worker.assignment_id}).status_code == 422
    assert client.session["assignment"] == person.assignment_id


def test_without_a_role_a_person_is_told_whom_to_ask(world, client):
    person = world.actor("referrer", email="person@example.org", password_hash=make_password(PASSWORD, hasher="md5"))
    from lynchpin.organisations.use_cases.end_role import end_role

    end_role(world.system_admin, assignment_id=person.assignment_id, version=1, at=clock.now())
    assert (
        "Nobody has given you a role, or your role has ended."
        in sign_in(client).client.get(reverse("organisations:choose_role")).content.decode()
    )


class TestDemo:
    @pytest.fixture
    def invented(self, world):
        return world.actor("lead-worker", cluster="porth", name="Lead Invented", is_demo=True)

    def enter(self, browser, actor):
        return browser.post(DEMO, {"reference": Staff.unscoped.get(pk=actor.staff_id).reference})

    def test_the_door_of_a_demo_lists_its_people_by_role(self, world, invented, client, settings):
        world.actor("referrer", name="Somebody Real")
        settings.DEMO_MODE = True
        shown = client.get(SIGN_IN).content.decode()
        assert "Enter as Lead Invented (Porth)" in shown and "Lead worker" in shown
        assert "Somebody Real" not in shown

    def test_one_press_enters_a_demo_account(self, invented, client, settings):
        settings.DEMO_MODE = True
        assert self.enter(client, invented).url == "/desk/" and inside(client)

    def test_outside_a_demo_there_is_nothing_to_press_and_nothing_to_enter(self, invented, client):
        assert "Lead Invented" not in client.get(SIGN_IN).content.decode()
        assert self.enter(client, invented).status_code == 404 and not inside(client)

    def test_a_real_account_is_never_entered_by_a_press(self, person, client, settings):
        settings.DEMO_MODE = True
        assert self.enter(client, person).status_code == 404 and not inside(client)

    def test_an_address_alone_enters_nothing(self, invented, client, settings):
        settings.DEMO_MODE = True
        assert client.get(DEMO).status_code == 405
