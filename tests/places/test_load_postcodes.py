import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.places.models import PostcodeArea
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from tests.support import trail
from tests.world.staff import machine


def test_postcodes_are_kept_in_one_form_and_loaded_again_without_change(world):
    admin = machine("system-admin")
    assert load_postcodes(admin, areas={"cf40 1aa": world.OUTSIDE, "CF40 1AA": world.IN_PORTH})["added"] == 1
    assert load_postcodes(admin, areas={"CF401AA": world.IN_PORTH})["unchanged"] == 1
    assert PostcodeArea.unscoped.get().postcode == "CF401AA"
    assert trail("places.postcodes_loaded")[0]["added"] == 1


def test_a_lead_worker_loads_no_postcodes(world):
    with pytest.raises(NotPermitted):
        load_postcodes(world.lead_worker, areas={})
