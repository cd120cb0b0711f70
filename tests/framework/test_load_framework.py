from datetime import date

import pytest

from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.loading import load
from lynchpin.framework.models import CoreOfferLine, Definition, Measure
from lynchpin.framework.queries import definitions, measure_names, names_of
from lynchpin.framework.use_cases.load_framework import load_framework
from lynchpin.kernel.errors import NotPermitted
from tests.support import recorded, trail
from tests.world.framework import pack

TODAY = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def loaded(world):
    world.framework()


def test_the_pack_brings_every_kind_of_definition(world):
    kept = Definition.unscoped.values_list("kind", flat=True)
    assert set(kept) == set(DefinitionKind.values)
    counts = {kind: list(kept).count(kind) for kind in ("strategic_outcome", "priority", "customer_group", "policy")}
    assert counts == {"strategic_outcome": 4, "priority": 10, "customer_group": 13, "policy": 30}
    assert (Measure.unscoped.count(), CoreOfferLine.unscoped.count()) == (19, 33)


def test_a_row_keeps_both_languages_its_parent_and_what_only_its_kind_has(world):
    priority = Definition.unscoped.get(key="PC1")
    assert (priority.parent_key, priority.details["printed_rank"]) == ("prosperous", 1)
    assert priority.details["groups"] == ["CG01", "CG02", "CG03", "CG04"]
    line = CoreOfferLine.unscoped.get(key="PV-03")
    assert line.label_cy == "Cronfa Rhwystrau i Waith" and line.measure_keys == ["OM01", "OM02"]
    assert line.details["last_resort"] is True and line.details["try_first"] == "communities_for_work"
    assert Measure.unscoped.get(key="OM01").programmes == ["CF", "SOF"]


def test_loading_again_changes_nothing(world):
    load(pack(), world.system_admin)
    assert trail("framework.framework_loaded")[-1] == {"added": 0, "changed": 0, "unchanged": 124 + 19 + 33 + 44}
    assert recorded()[-1] == "framework.framework_loaded"


def test_a_retired_definition_stays_for_records_and_leaves_the_forms(world):
    ended = {"key": "CG01", "valid_to": date(2026, 3, 31)}
    load_framework(world.system_admin, definitions=[ended])
    load_framework(world.system_admin, definitions=[])
    offered = dict(definitions(world.worker, DefinitionKind.CUSTOMER_GROUP, TODAY))
    assert "CG01" not in offered and "CG02" in offered
    assert names_of(world.worker, ["CG01"]) == {"CG01": "Unemployed people of working age"}


def test_measures_are_offered_in_the_order_of_the_framework(world):
    names = measure_names(world.worker, TODAY)
    assert [key for key, _ in names] == [f"OM{number:02}" for number in range(1, 20)]


def test_a_lead_worker_loads_no_framework(world):
    with pytest.raises(NotPermitted):
        load_framework(world.lead_worker)
