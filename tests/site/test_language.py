"""The language of a request, and addresses meant to lead astray."""

import pytest

from lynchpin.organisations.models import Account

DOOR = "/organisations/agreements/"


@pytest.fixture
def browser(client, world):
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    "value", ["cy%0d%0aSet-Cookie:%20x=y", "fr", "CY", "en-GB", "cy;Path=/x", "", "cy&language=xx"]
)
def test_a_language_that_is_not_ours_is_not_remembered(browser, value):
    answer = browser.get(f"/sign-in/?language={value}")
    assert answer["Content-Language"] == "en" and "language" not in answer.cookies


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_language_chosen_is_remembered_however_the_page_was_asked_for(browser, method):
    answer = getattr(browser, method)("/sign-in/?language=cy")
    assert answer["Content-Language"] == "cy" and answer.cookies["language"].value == "cy"
    assert browser.get("/sign-in/")["Content-Language"] == "cy"


@pytest.mark.parametrize("cookie", ["xx", "cy-evil", "../../etc", "cy\\r\\nX: y"])
def test_a_language_cookie_made_up_falls_back(browser, cookie):
    browser.cookies["language"] = cookie
    assert browser.get("/sign-in/")["Content-Language"] == "en"


@pytest.mark.parametrize(
    "path",
    [
        "/cy//evil.example/",
        "/cy//evil.example",
        "/cy///evil.example/%2e%2e",
        "/cy/\\evil.example/",
        "//evil.example/",
        "/cycling/",
    ],
)
def test_no_address_leads_to_another_site(browser, path):
    answer = browser.get("/", PATH_INFO=path)
    assert answer.status_code == 404
    assert 'href="//' not in answer.content.decode() and 'action="//' not in answer.content.decode()


def test_the_welsh_tree_is_left_and_entered_again_by_every_address(browser):
    answer = browser.get(f"/cy{DOOR}")
    assert answer["Content-Language"] == "cy"
    assert answer["Location"].startswith("/cy/sign-in/?next=/cy/")
    assert browser.get(DOOR)["Location"].startswith("/sign-in/?next=/organisations/")


def test_a_missing_slash_keeps_the_tree(browser):
    assert browser.get(f"/cy{DOOR.rstrip('/')}")["Location"] == f"/cy{DOOR}"


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(browser, world, to):
    account = Account.objects.get(pk=world.worker.user_id)
    account.set_password("a long enough password")
    account.save()
    sent = {"login": account.email, "password": "a long enough password", "next": to}
    answer = browser.post("/sign-in/", sent)
    assert answer.status_code in (302, 303) and answer["Location"] == "/desk/"
