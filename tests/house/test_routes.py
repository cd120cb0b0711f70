"""Every address names its permission, or is on the short public list."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from lynchpin.organisations.policy import POLICY
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
