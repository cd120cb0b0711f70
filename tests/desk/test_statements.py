"""Everybody may read how accessible the service is and what it keeps, with or without an account."""

from __future__ import annotations

import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["accessibility", "privacy"])
def test_a_visitor_and_every_colleague_may_read_it(world, as_, client, name):
    assert client.get(reverse(name)).status_code == 200
    assert as_(world.referrer).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["accessibility", "privacy"])
def test_every_page_leads_to_it(world, client, name):
    assert f'href="{reverse(name)}"' in client.get("/").content.decode()
