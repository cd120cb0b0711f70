"""One small region for the whole module tree: growing it is quick, and nothing can change it."""

import pytest

from lynchpin_world import extracts, grow
from lynchpin_world.feeds.extracts import Record
from lynchpin_world.region import Region


@pytest.fixture(scope="session")
def region() -> Region:
    return grow(3000, seed=7)


@pytest.fixture(scope="session")
def feeds(region: Region) -> dict[str, list[Record]]:
    return extracts(region)


@pytest.fixture(scope="session")
def records(feeds: dict[str, list[Record]]) -> list[Record]:
    return [record for feed in feeds.values() for record in feed]
