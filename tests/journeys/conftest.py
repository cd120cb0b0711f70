"""A lived region, its site and a browser, once for all journeys; a visitor for whoever walks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from lynchpin.kernel import clock
from tests import chromium
from tests.journeys import given, region
from tests.journeys.databases import own_databases
from tests.journeys.walking import AXE, Visitor

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.journey)


def lacking(sentence: str) -> None:
    """What is not there is a failure where journeys must be walked, and elsewhere a reason to skip them."""
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    program = chromium.program()
    if not program:
        lacking("No Chromium is installed: apt-get install chromium-headless-shell")
    if not AXE.is_file():
        lacking("axe-core is not installed: npm ci")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=chromium.FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def lived(browser, django_db_modify_db_settings, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The region, in databases of its own."""
    folder = tmp_path_factory.mktemp("journeys")
    with django_db_blocker.unblock(), own_databases(folder), region.as_a_demo(folder):
        region.live()
        yield


@pytest.fixture(scope="package")
def address(lived) -> Iterator[str]:
    """Where the region's site answers."""
    server = LiveServer("127.0.0.1")
    yield server.url
    server.stop()


@pytest.fixture(autouse=True)
def held_clock() -> Iterator[None]:
    """It is noon on the day until which the region was lived."""
    with clock.held(region.NOON):
        yield


@pytest.fixture(autouse=True)
def plain_static() -> None:
    """The region's own settings hold, from its beginning to its end."""


@pytest.fixture
def arrive(browser, address) -> Iterator[Callable[..., Visitor]]:
    """`arrive("lead-worker")`: a colleague at their own home; `arrive()`: somebody at the front page. Gone at the end."""
    here: list[Visitor] = []

    def come(code: str = "", **how: object) -> Visitor:
        visitor = Visitor(browser, address, **how)
        here.append(visitor)
        if code:
            visitor.enter(given.staff(code).reference)
        return visitor

    yield come
    for visitor in here:
        visitor.leave()
