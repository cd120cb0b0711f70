import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.outcomes.models import StagedImport
from lynchpin.outcomes.use_cases.map_import import map_import
from tests.outcomes.bringing import csv_of, row_of, stage
from tests.support import recorded, refused


def mapped(world, staged, **changes):
    mapping = {ours: theirs for ours, theirs in (staged.mapping | changes).items() if theirs}
    return map_import(world.central, reference=staged.reference, version=staged.version, mapping=mapping)


def test_another_column_can_be_chosen(world):
    staged = stage(world, csv_of(row_of()))
    mapped(world, staged, complexity="", stated_reason="Complexity")
    assert StagedImport.unscoped.get().mapping["stated_reason"] == "Complexity"
    assert recorded()[-1] == "outcomes.import_mapped"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"surname": "Nowhere"}, "import_column_unknown"),
        ({"surname": "First name"}, "import_column_twice"),
        ({"surname": ""}, "import_column_missing"),
    ],
)
def test_columns_must_exist_once_and_suffice(world, changes, code):
    with refused(code):
        mapped(world, stage(world, csv_of(row_of())), **changes)


def test_a_stale_choice_is_not_kept(world):
    staged = stage(world, csv_of(row_of()))
    mapped(world, staged)
    with pytest.raises(Stale):
        mapped(world, staged)


def test_a_missing_import_is_not_found(world):
    with pytest.raises(NotFound):
        map_import(world.central, reference="J-2222-2222", version=1, mapping={})


def test_mapping_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        map_import(world.lead_worker, reference="J-2222-2222", version=1, mapping={})


def test_the_centre_chooses_columns_on_the_page(world, as_):
    staged = stage(world, csv_of(row_of()))
    browser = as_(world.central)
    address = f"/outcomes/bring/{staged.reference}/columns/"
    assert "Case ID" in browser.get(address).content.decode()
    sent = {f"column_{ours}": theirs for ours, theirs in staged.mapping.items()} | {"version": staged.version}
    assert browser.post(address, sent).status_code == 303
    assert as_(world.lead_worker).get(address).status_code == 403
