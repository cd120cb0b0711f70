from lynchpin.casework.models import ApprovalRequirement, Plan
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from tests.casework.approving import approval_asked
from tests.support import trail


def test_a_pathway_that_asks_for_it_says_so_under_its_own_code(world):
    case = approval_asked(world, world.case(worker=world.worker))
    assert ApprovalRequirement.unscoped.get().asked_by == "pathways:parenting"
    assert trail("casework.plan_approval_required") == [
        {"asked_by": "pathways:parenting", "new": True},
    ]
    world.plan(case, world.worker)
    assert Plan.unscoped.get().state == "waiting"


def test_a_pathway_that_does_not_ask_changes_nothing(world):
    case = world.case(worker=world.worker)
    world.place(case, world.worker)
    world.plan(case, world.worker)
    assert Plan.unscoped.get().state == "in-force" and trail("casework.plan_approval_required") == []


def test_what_is_in_force_stays_so_when_approval_begins_to_be_asked(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    approval_asked(world, case)
    assert Plan.unscoped.get().state == "in-force"


def test_after_leaving_and_coming_back_it_is_asked_again(world):
    case = approval_asked(world, world.case(worker=world.worker))
    place = world.moved(leave_pathway, world.place_of(case), world.worker, because="persons-no")
    assert place.state == "left" and not ApprovalRequirement.unscoped.standing().exists()
