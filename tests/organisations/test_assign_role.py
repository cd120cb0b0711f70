from datetime import date

import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.actors import acting
from lynchpin.organisations.models import Account
from lynchpin.organisations.policy import POLICY
from lynchpin.organisations.use_cases.assign_role import assign_role
from tests.support import recorded, refused, trail
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


@pytest.mark.parametrize(
    ("code", "given"),
    [
        ("role_not_offered", {"role": "volunteer"}),
        ("role_ends_before_it_starts", {"role": "analyst", "to_on": date(2016, 3, 31)}),
        ("role_already_held", {"role": "referrer"}),
    ],
)
def test_a_role_that_cannot_be_held_is_refused(world, code, given):
    with refused(code):
        assign_role(world.data_protection_officer, staff_id=world.referrer.staff_id, from_on=LONG_AGO, **given)


def test_the_same_role_in_another_cluster_is_another_role(world):
    lead = world.actor("lead-worker", cluster="porth")
    assert world.assigned(lead.staff_id, "lead-worker", cluster="taf-west").reaches("cluster") == {"taf-west"}


def test_nobody_gives_themselves_a_role(world):
    officer = world.data_protection_officer
    with refused("role_for_oneself"):
        assign_role(officer, staff_id=officer.staff_id, role="central-support", from_on=LONG_AGO)


def test_no_role_both_opens_accounts_and_gives_roles():
    both = {"organisations.add_account", "organisations.assign_role"}
    assert [role for role, grants in POLICY.items() if both <= set(grants)] == []


def test_two_assignments_are_never_added_together(world):
    lead = world.actor("lead-worker", cluster="porth")
    officer = world.assigned(lead.staff_id, "admin-officer")
    account = Account.objects.get(pk=lead.user_id)
    as_lead, as_officer = (acting(account, each.assignment_id) for each in (lead, officer))
    assert as_lead.may("casework.allocate_case") and not as_lead.may("notices.check_notice")
    assert as_officer.may("notices.check_notice") and not as_officer.may("casework.allocate_case")
    assert as_officer.reaches("cluster") == frozenset()
    unchosen = {
        "organisations.choose_role",
        "desk.open_home",
        "desk.read_statements",
        "desk.read_blank_forms",
        "notices.switch_digests",
        "profiles.read_public_record",
    }
    assert set(acting(account).grants) == unchosen, "nothing is chosen, so only choosing is granted, and the way to it"


def test_a_role_that_has_not_started_grants_nothing_yet(world):
    referrer = world.actor("referrer")
    later = world.assigned(referrer.staff_id, "central-support", from_on=date(2026, 6, 11))
    account = Account.objects.get(pk=referrer.user_id)
    assert acting(account, later.assignment_id).role == "unassigned"
