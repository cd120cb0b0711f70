import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.use_cases.assign_role import assign_role
from tests.support import recorded, trail
from tests.world.staff import LONG_AGO


def test_an_assignment_grants_the_roles_permissions_within_its_reach(world):
    lead = world.actor("lead-worker", cluster="porth")
    assert lead.may("casework.allocate_case") and lead.reaches("cluster") == {"porth"}
    assert recorded()[-1] == "organisations.role_assigned"
    assert trail("organisations.role_assigned")[-1] == {"role": "lead-worker", "reach": ["porth"]}


def test_a_colleague_who_is_missing_gets_no_role(world):
    with pytest.raises(NotFound):
        assign_role(world.data_protection_officer, staff_id=0, role="referrer", from_on=LONG_AGO)


def test_a_lead_worker_grants_no_roles(world):
    with pytest.raises(NotPermitted):
        assign_role(world.lead_worker, staff_id=1, role="referrer", from_on=LONG_AGO)
