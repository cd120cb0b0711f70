"""Every address names its permission, or is on the short public list."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest
from django.test import RequestFactory
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from lynchpin.organisations.policy import POLICY
from lynchpin.site.commands.routes import routes as listed
from tests.house.exemptions import PUBLIC_PAGES


def routes(patterns, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Name -> pattern of every route."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", pattern
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern.url_patterns, inner)


ROUTES = dict(routes(get_resolver().url_patterns))
TOLD = {row["name"]: row["methods"] for row in listed()}
SENT = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


def unmarked(found) -> set[str]:
    return {name for name, pattern in found.items() if not hasattr(pattern.callback, "permission")}


def test_every_route_names_its_permission_or_is_public():
    assert unmarked(ROUTES) - set(PUBLIC_PAGES) == set()
    planted = URLPattern(next(iter(ROUTES.values())).pattern, lambda request: None, name="planted")
    assert unmarked({"planted": planted}) == {"planted"}, "the check cannot fail"


def test_every_route_asks_for_something_that_someone_holds():
    held = {code for cells in POLICY.values() for code in cells}
    assert {str(p.callback.permission) for p in ROUTES.values() if hasattr(p.callback, "permission")} <= held


@pytest.mark.parametrize("name", [name for name, p in ROUTES.items() if hasattr(p.callback, "permission")])
def test_a_page_has_one_phrase(name):
    phrase = name.split(":")[-1]
    assert ROUTES[name].callback.__name__ == f"{phrase}_page", name


@pytest.mark.parametrize("name", [name for name, p in ROUTES.items() if hasattr(p.callback, "methods")])
def test_a_page_answers_405_to_every_method_that_the_route_list_does_not_tell(name):
    others = [method for method in SENT if method not in TOLD[name]]
    answers = [ROUTES[name].callback(RequestFactory().generic(method, "/")) for method in others]
    assert TOLD[name] and {answer.status_code for answer in answers} == {405}


def fills(page) -> bool:
    """Whether a handler itself reads what was posted."""
    return "POST" in inspect.unwrap(page).__code__.co_names


def test_no_page_reads_a_form_that_it_does_not_take():
    pages = {name: p.callback for name, p in ROUTES.items() if hasattr(p.callback, "permission")}
    assert [name for name, page in pages.items() if fills(page) and "POST" not in page.methods] == []
    assert sum(fills(page) for page in pages.values()) > 30, "the check cannot fail"
