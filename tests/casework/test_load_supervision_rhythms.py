import pytest

from lynchpin.casework.loading import RHYTHMS
from lynchpin.casework.models import SupervisionRhythm
from lynchpin.casework.use_cases.load_supervision_rhythms import load_supervision_rhythms
from lynchpin.kernel.errors import NotPermitted
from tests.support import trail


def test_loading_again_changes_nothing(world):
    assert set(SupervisionRhythm.unscoped.values_list("role", "weeks")) == {
        ("engagement-worker", 4),
        ("lead-worker", 4),
    }
    counts = load_supervision_rhythms(world.system_admin, rhythms=RHYTHMS)
    assert counts["unchanged"] == 2
    assert trail("casework.supervision_rhythms_loaded")[-1] == counts


def test_it_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_supervision_rhythms(world.lead_worker, rhythms=RHYTHMS)
