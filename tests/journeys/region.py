"""The region that the journeys walk in: small, lived by use cases as a demo is, with people outside every cluster."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import override_settings

from lynchpin.demo.region import make
from lynchpin.kernel import clock

NOON = datetime(2026, 11, 4, 12, 0, tzinfo=UTC)  # a Wednesday, when the catalogue of factors is in force

RESIDENTS = 400
SEED = 1
PASSWORD = "journeys-are-made-on-foot"
WALKED = {
    "DEMO_MODE": True,
    "TASKS": {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}},  # done while one waits
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
}
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@contextmanager
def as_a_demo(folder: Path) -> Iterator[None]:
    """The settings of a demo at noon, with its files in a folder of its own."""
    with override_settings(**WALKED, DATA_DIR=folder, STORAGES=settings.STORAGES | PLAIN), clock.held(NOON):
        yield


def live() -> None:
    """Two years of service; everybody in it has the one password."""
    make(RESIDENTS, SEED, NOON, MD5PasswordHasher().encode(PASSWORD, "salt"), lambda _: None)
