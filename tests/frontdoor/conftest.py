"""A referral about which a provider was asked, for every test that begins there."""

from __future__ import annotations

import pytest


@pytest.fixture
def asked(world):
    world.providers()
    return world.brokered()
