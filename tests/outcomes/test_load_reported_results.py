import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.outcomes.loading import load
from lynchpin.outcomes.models import ReportedResult
from lynchpin.reference import open_pack
from tests.world.staff import machine

PACK = open_pack("cwm-taf")


def test_the_packs_eight_results_come_once(world):
    assert load(PACK, machine("system-admin"))["added"] == 8
    assert load(PACK, machine("system-admin")) == {"added": 0, "changed": 0, "unchanged": 8}
    work = ReportedResult.unscoped.get(key="RR1")
    assert (work.value, work.measure_key, work.period_basis) == (123, "OM01", "stated")


def test_an_unknown_period_is_said_on_the_public_page(world, client):
    load(PACK, machine("system-admin"))
    text = client.get("/scorecard/").content.decode()
    assert text.count("It is not known which months the number covers.") == 6
    assert "This counts people taking part, before any result." in text


def test_loading_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load(PACK, world.lead_worker)
