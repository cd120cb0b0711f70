from lynchpin.casework.models import ApprovalRequirement, Plan
from lynchpin.kernel import clock
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.pathways.use_cases.leave_pathway import leave_pathway
from tests.casework.approving import approval_asked
from tests.support import trail


def test_whoever_leaves_the_pathway_has_plans_in_force_at_once(world):
    case = approval_asked(world, world.case(worker=world.worker))
    world.moved(leave_pathway, world.place_of(case), world.worker, because="persons-no")
    world.plan(case, world.worker)
    assert Plan.unscoped.get().state == "in-force"
    assert trail("casework.plan_approval_released")[-1] == {
        "case": case.pk,
        "asked_by": "pathways:parenting",
        "was": True,
    }


def test_an_edition_that_waits_goes_on_waiting(world):
    case = approval_asked(world, world.case(worker=world.worker))
    world.plan(case, world.worker)
    world.moved(leave_pathway, world.place_of(case), world.worker, because="persons-no")
    assert Plan.unscoped.get().state == "waiting"


def test_a_case_that_closes_is_asked_nothing_more(world):
    case = approval_asked(world, world.case(worker=world.worker))
    version = world.again(case.reference).version
    close_case(world.lead_worker, reference=case.reference, version=version, reason="moved-away", at=clock.now())
    assert ApprovalRequirement.unscoped.get().ended_on == clock.today()
