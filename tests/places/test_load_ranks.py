import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.places.loading import load_file
from lynchpin.places.models import DeprivationRank
from lynchpin.places.use_cases.load_ranks import load_ranks
from tests.places.samples import RANKS, needs_samples
from tests.places.test_reading_ranks import FIRST, SECOND, file
from tests.support import refused, trail


@pytest.fixture
def ranks(tmp_path):
    path = tmp_path / "ranks.csv"
    path.write_text(file(FIRST, SECOND), "utf-8")
    return path


def test_each_rank_is_kept_with_its_edition_and_how_many_were_ranked(world, ranks):
    assert load_file("ranks", ranks, world.admin_officer) == {"added": 18, "changed": 0, "unchanged": 0}
    row = DeprivationRank.unscoped.get(area_code="W01000001", domain="overall")
    assert (row.edition, row.rank, row.out_of) == (2025, 2, 2)


def test_loading_again_changes_only_what_differs(world, ranks):
    load_file("ranks", ranks, world.admin_officer)
    ranks.write_text(file(FIRST.replace(",2,1,", ",1,1,"), SECOND), "utf-8")
    load_file("ranks", ranks, world.admin_officer)
    assert trail("places.ranks_loaded")[-1] == {"editions": [2025], "added": 0, "changed": 1, "unchanged": 17}


def test_a_wrong_file_leaves_nothing_behind(world, ranks):
    ranks.write_text(file(FIRST, "W01000002,C,D,x"), "utf-8")
    with refused("ranks_wrong_row"):
        load_file("ranks", ranks, world.admin_officer)
    assert not DeprivationRank.unscoped.exists()


def test_a_lead_worker_loads_no_ranks(world):
    with pytest.raises(NotPermitted):
        load_ranks(world.lead_worker, ranks=[])


@needs_samples
def test_the_published_file_of_2025_loads(world):
    assert load_file("ranks", RANKS, world.system_admin)["added"] == 1917 * 9
