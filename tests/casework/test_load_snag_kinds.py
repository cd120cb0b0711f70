import pytest

from lynchpin.casework.loading import SNAG_KINDS
from lynchpin.casework.use_cases.load_snag_kinds import load_snag_kinds
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from tests.casework.telling import tell
from tests.support import recorded, refused
from tests.world.staff import machine


def test_loading_again_changes_nothing(world):
    assert load_snag_kinds(machine("system-admin"), kinds=SNAG_KINDS)["unchanged"] == len(SNAG_KINDS)
    assert recorded()[-1] == "casework.snag_kinds_loaded"


def test_a_kind_that_ended_is_offered_no_more_and_stays_readable(world, as_):
    tell(world, kind="rule")
    ended = [SNAG_KINDS[2] | {"valid_to": clock.today().replace(day=1)}]
    load_snag_kinds(machine("system-admin"), kinds=ended)
    with refused("snag_kind_unknown"):
        tell(world, kind="rule")
    assert "A rule gets in the way" in as_(world.cluster_manager).get("/casework/missing/").content.decode()


def test_loading_kinds_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_snag_kinds(world.lead_worker, kinds=())
