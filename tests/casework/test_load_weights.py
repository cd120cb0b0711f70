import pytest

from lynchpin.casework.loading import FIRST_FORMULA, load
from lynchpin.casework.models import WeightFormula
from lynchpin.casework.use_cases.load_weights import load_weights
from lynchpin.kernel.errors import NotPermitted
from tests.support import recorded
from tests.world.staff import machine


def test_loading_the_formulas_again_changes_nothing(world):
    counts = load(None, machine("system-admin"))
    assert (counts["added"], counts["changed"]) == (0, 0)
    assert WeightFormula.unscoped.count() == 2 and "casework.weights_loaded" in recorded()


def test_loading_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_weights(world.lead_worker, formulas=[FIRST_FORMULA])
