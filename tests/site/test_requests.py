"""Requests that no page of ours could have asked for, and what they are answered."""

import pytest
from django.db import DatabaseError, DataError, InterfaceError, OperationalError
from django.test import RequestFactory

from lynchpin.organisations.models import Account
from lynchpin.site.middleware import actors, refusals

DOOR = "/organisations/agreements/"


@pytest.fixture
def ask(client, world):
    """Send a request as bytes would arrive, and never let a fault reach the test."""
    client.raise_request_exception = False
    return lambda path=DOOR, query="", **extra: client.generic(
        "GET", "/", **({"PATH_INFO": path, "QUERY_STRING": query} | extra)
    )


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=a%00b", "%00=1", "q=\x00", "q=%C0%80", "q=%ED%A0%80", "q=%FF", "q=%e2%82", "language=%00", "next=%C0"],
)
def test_a_query_that_is_no_text_is_refused(ask, query):
    assert ask(query=query).status_code == 400


@pytest.mark.parametrize("path", ["/\x00", "/desk/\x00/", "/\xc0\x80/", "/\xed\xa0\x80/", "/\xff", "/cy/\xff/"])
def test_a_path_that_is_no_text_is_refused(ask, path):
    assert ask(path).status_code in (400, 404)


def test_a_path_may_have_letters_of_any_language(ask):
    assert ask("/Tŷ-Ŵyl/".encode().decode("latin-1")).status_code == 404


@pytest.mark.parametrize("query", ["q=Si%C3%A2n", "q=%25%30%30", "q=%F0%9F%8F%A1", "q=a+b", "q=100%"])
def test_a_query_that_is_text_is_asked_of_the_page(ask, query):
    assert ask(query=query).status_code == 302


@pytest.mark.parametrize("name", ["sessionid", "csrftoken", "language", "messages"])
def test_a_nul_in_a_cookie_reaches_no_database(ask, name):
    assert ask(HTTP_COOKIE=f'{name}="abcdefghij\\000"').status_code == 400


@pytest.mark.parametrize("value", ["x", "x" * 4000, '"\\377\\376abcdefgh"', "'; drop table", "é" * 40, "a=b;;;="])
def test_a_session_made_up_is_nobody(ask, value):
    answer = ask(HTTP_COOKIE=f"sessionid={value}")
    assert answer.status_code == 302 and answer["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver@evil.example", "a b", "[::1"])
def test_a_host_that_is_not_ours_is_refused(ask, settings, host):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert ask(HTTP_HOST=host).status_code == 400


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_HOST", "HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_X_ORIGINAL_URL"])
def test_a_header_that_claims_another_address_or_method_has_no_effect(ask, header):
    assert ask(**{header: "evil.example"})["Location"] == ask()["Location"]


def test_a_sign_in_with_a_nul_is_no_fault(client, world):
    client.raise_request_exception = False
    for field in ("login", "password", "next", "language"):
        sent = {"login": "x@example.org", "password": "wrong", field: "a\x00b@example.org"}
        assert client.post("/sign-in/", sent).status_code < 500, field


AWAY = [OperationalError, InterfaceError, DatabaseError]


@pytest.mark.parametrize("fault", AWAY)
def test_a_database_that_is_away_is_a_page_that_asks_to_come_back(fault):
    answer = refusals.RefusalsMiddleware(lambda request: None).process_exception(RequestFactory().get("/"), fault())
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Nothing that you saved is lost" in answer.content.decode()


def test_a_question_that_the_database_finds_wrong_is_a_fault_of_ours():
    middleware = refusals.RefusalsMiddleware(lambda request: None)
    assert middleware.process_exception(RequestFactory().get("/"), DataError()) is None


class Addresses:
    """The service's addresses, with the last word on what nothing else caught."""

    from lynchpin.site.urls import urlpatterns

    handler500 = staticmethod(refusals.last_word)


@pytest.mark.parametrize(("fault", "status"), [(OperationalError, 503), (ZeroDivisionError, 500)])
def test_a_database_that_is_away_before_any_page_is_reached_is_no_plain_fault(
    ask, settings, monkeypatch, fault, status
):
    def away(*_):
        raise fault

    settings.ROOT_URLCONF = Addresses
    monkeypatch.setattr(actors, "acting", away)
    assert ask().status_code == status


def test_no_page_is_kept_by_a_browser(ask, as_, world):
    assert ask()["Cache-Control"] == "no-store"
    assert as_(world.data_protection_officer).get(DOOR)["Cache-Control"] == "no-store"


def test_who_may_not_write_is_told_so_and_not_sent_to_sign_in(ask, client, as_, world):
    assert client.post(f"{DOOR}sign/").status_code == 403
    assert as_(world.worker).post(f"{DOOR}sign/").status_code == 403


def test_an_account_that_was_closed_is_nobody_at_its_next_request(as_, world):
    browser = as_(world.data_protection_officer)
    assert browser.get(DOOR).status_code == 200
    Account.objects.filter(pk=world.data_protection_officer.user_id).update(is_active=False)
    assert browser.get(DOOR).status_code == 302
