"""Every test: a held clock, a closed network, both databases open to it, and a world made by use cases."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from xdist.scheduler import LoadScopeScheduling

from lynchpin.kernel import clock, guard

pytest_plugins = ["tests.twenty_thousand"]

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)  # a Wednesday

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in the test's own thread

TOGETHER = (  # what takes long to make is made once for all of these, if they stay on one worker
    ("tests/vrp/test_linking_quality.py", "tests/synthetic/test_hardness.py"),
    ("tests/vrp/",),
    ("tests/synthetic/",),
    ("tests/journeys/",),
    ("tests/site/test_service.py",),
    ("tests/face/test_in_a_browser.py",),
)


class StayingTogether(LoadScopeScheduling):
    """Whichever worker is free takes the next test, or all tests of one kind in `TOGETHER`; the longest kinds go first.

    The distribution `loadgroup` is meant for this, but sees no group under pytest 9.2 (pytest-xdist, issue 1386).
    """

    def _split_scope(self, nodeid: str) -> str:
        return next((places[0] for places in TOGETHER if nodeid.startswith(places)), nodeid)


def pytest_xdist_make_scheduler(config, log) -> StayingTogether:
    return StayingTogether(config, log)


def pytest_configure() -> None:
    """Making and emptying test databases writes governed tables, as migrations do: the guard rests for just that."""
    from django.conf import settings
    from django.test import TransactionTestCase, utils

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there
    for owner, name in (
        (utils, "setup_databases"),
        (utils, "teardown_databases"),
        (TransactionTestCase, "_fixture_teardown"),
    ):
        setattr(owner, name, guard.resting()(getattr(owner, name)))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory) -> None:
    """Tests may lose their data: they need not wait for the disk. Each process has files of its own."""
    from django.conf import settings

    for alias, database in settings.DATABASES.items():
        options = database.get("OPTIONS", {})
        if "init_command" in options:
            options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
            database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("databases") / f"{alias}.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker) -> None:
    """Rows that tests make are numbered beyond those that are laid down for them."""
    from tests.world.beginning import KEPT_FREE, number_from

    with django_db_blocker.unblock():
        number_from(KEPT_FREE)


@pytest.fixture(scope="session", autouse=True)
def what_lives_on_is_not_looked_at_again() -> Iterator[None]:
    """Modules live to the end: the collector of garbage need not walk through them at every test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def held_clock():
    """It is noon on a Wednesday."""
    with clock.held(NOON):
        yield


@pytest.fixture(autouse=True)
def plain_static(settings):
    """Unhashed static files, found when they are asked for, a fast password hasher and no shared counters between tests."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = True  # or each test's browser would begin by reading the whole folder
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


@pytest.fixture
def world(db, django_db_blocker):
    """People, cases and plans made by calling use cases, so that every fixture is a state the service can reach."""
    from tests.world import World

    return World()


@pytest.fixture
def as_(client):
    """A browser signed in as an actor of the world: `as_(world.lead_worker).get(...)`."""
    from lynchpin.organisations.models import Account

    def sign_in(actor):
        client.force_login(
            Account.objects.get(pk=actor.user_id), backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        session = client.session
        session["assignment"] = actor.assignment_id
        session.save()
        return client

    return sign_in


def pytest_addoption(parser) -> None:
    parser.addoption(
        "--database-tests-only",
        action="store_true",
        help="leave out what pytest-django keeps from every database: it cannot come out otherwise on another one",
    )


def pytest_collection_modifyitems(config, items):
    """The access log is a database of its own on SQLite: whoever may use one database may use both."""
    from django.conf import settings

    for item in items:
        mark = item.get_closest_marker("django_db")
        if "world" in getattr(item, "fixturenames", ()) and mark is None:
            item.add_marker(pytest.mark.django_db(databases=list(settings.DATABASES)))
    if config.getoption("--database-tests-only"):
        left_out = [item for item in items if not may_reach_a_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if may_reach_a_database(item)]


OPENING = frozenset({"db", "transactional_db", "django_db_setup", "django_db_blocker", "live_server"})
ABOUT_DATABASES = (
    "tests/site/",
    "tests/kernel/",
)  # some start programs of their own, or ask what a connection is set to


def may_reach_a_database(item: pytest.Item) -> bool:
    """Whether a test is marked for a database, it or a fixture of ours asks for one, or it lives where tests reach one otherwise."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or bool(OPENING & set(_asked_by_us(item))) or item.nodeid.startswith(ABOUT_DATABASES)


def _asked_by_us(item: pytest.Item) -> Iterator[str]:
    """What a test asks for, and what each fixture asks for that comes from no plugin: those of pytest-django are with every test."""
    info = item._fixtureinfo
    yield from info.argnames
    for fixture in (each for several in info.name2fixturedefs.values() for each in several):
        if fixture.baseid.startswith("tests"):
            yield from fixture.argnames
