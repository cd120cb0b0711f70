from datetime import timedelta

import pytest

from lynchpin.casework.loading import FIRST_VISIT_TERMS
from lynchpin.casework.queries.visits import alarms_for_manager
from lynchpin.casework.use_cases.load_visit_terms import load_visit_terms
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from tests.casework.visiting import start, visitable
from tests.support import recorded
from tests.world.staff import machine


def load(**changed):
    return load_visit_terms(machine("system-admin"), terms=(FIRST_VISIT_TERMS | changed,))


def test_loading_again_changes_nothing(world):
    assert load() == {"added": 0, "changed": 0, "unchanged": 1}
    assert recorded()[-1] == "casework.visit_terms_loaded"


def test_an_edition_of_a_councils_own_moves_the_alarm_and_what_is_offered(world, as_):
    load(edition=2, manager_after=2, offered=[20, 40])
    visit = start(world)
    assert len(alarms_for_manager(world.cluster_manager, visit.due_at + timedelta(minutes=2))) == 1
    other = world.actor("engagement-worker", cluster="porth")
    page = as_(other).get(f"/casework/{visitable(world, other).reference}/visit/").content.decode()
    assert "In 40 minutes" in page and "In 60 minutes" not in page


def test_terms_that_ended_leave_nobody_unwatched(world):
    load(valid_to=clock.today() - timedelta(days=1))
    visit = start(world)
    assert len(alarms_for_manager(world.cluster_manager, visit.due_at + timedelta(minutes=15))) == 1


def test_loading_terms_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        load_visit_terms(world.lead_worker, terms=())
