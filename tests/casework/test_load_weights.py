import pytest

from lynchpin.casework.loading import FIRST_FORMULA, load
from lynchpin.casework.models import WeightFormula
from lynchpin.casework.use_cases.load_weights import load_weights
from lynchpin.kernel.errors import NotPermitted
from tests.support import recorded
from tests.world.staff import machine


def test_loading_the_formulas_again_changes_nothing(world):
    assert load(None, machine("system-admin")) == {"added": 0, "changed": 0, "unchanged": 4}, (
        "two formulas and two rhythms"
    )
    assert WeightFormula.unscoped.count() == 2 and recorded()[-1] == "casework.weights_loaded"


def test_loading_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_weights(world.lead_worker, formulas=[FIRST_FORMULA])
