import pytest

from lynchpin.casework.models import Plan
from lynchpin.casework.queries.case import case_page
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.approve_plan import approve_plan
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.casework.approving import approval_asked
from tests.support import refused, trail


@pytest.fixture
def case(world):
    return approval_asked(world, world.case(worker=world.worker))


def approve(actor, case, edition=1, version=1, **words) -> int:
    return approve_plan(actor, reference=case.reference, edition=edition, version=version, at=clock.now(), **words)


def test_a_plan_waits_where_the_pathway_asks_for_it_and_is_in_force_once_approved(world, case):
    world.plan(case, world.worker, "Sleep better")
    assert case_page(world.worker, case.reference).plan is None
    assert approve(world.lead_worker, case, decided_words="Da iawn") == 1
    plan = Plan.unscoped.get()
    assert (plan.state, plan.decided_by, plan.decided_words) == ("in-force", world.lead_worker.staff_id, "Da iawn")
    assert case_page(world.worker, case.reference).plan.edition == 1
    written_by = world.worker.staff_id
    assert trail("casework.plan_approved")[-1] == {"case": case.pk, "edition": 1, "written_by": written_by}


def test_where_nobody_asks_a_plan_is_in_force_at_once(world):
    world.plan(world.case(worker=world.worker), world.worker)
    assert Plan.unscoped.get().state == "in-force"


def test_the_edition_before_stays_in_force_while_the_next_waits(world, case):
    world.plan(case, world.worker, "Sleep better")
    approve(world.lead_worker, case)
    world.plan(case, world.worker, "Find a course", version=1)
    facts = case_page(world.worker, case.reference)
    assert (facts.plan.edition, facts.undecided.edition) == (1, 2)
    goal = facts.plan.goals[0]
    about = {"reference": case.reference, "goal_id": goal.id, "version": goal.version}
    assert rate_goal(world.worker, rating=5, at=clock.now(), **about) == 5, "its goals are still rated"


def test_where_nobody_else_could_look_a_plan_does_not_wait_for_good(world, case):
    world.plan(case, world.lead_worker)
    assert Plan.unscoped.get().state == "in-force", "she is the only lead worker here"


def test_nobody_approves_what_they_wrote(world, case):
    other = world.actor("lead-worker", cluster="porth")
    agreed = {"version": 0, "agreed_on": clock.today(), "goals": [PlannedGoal("Sleep better", 3)], "at": clock.now()}
    agree_plan(world.lead_worker, reference=case.reference, **agreed)
    with refused("plan_is_your_own"):
        approve(world.lead_worker, case)
    assert approve(other, case) == 1


def test_a_plan_is_approved_once(world, case):
    world.plan(case, world.worker)
    approve(world.lead_worker, case)
    with refused("plan_not_waiting"):
        approve(world.lead_worker, case, version=2)


def test_an_edition_that_was_replaced_while_somebody_looked_at_it_is_not_approved(world, case):
    world.plan(case, world.worker, "Sleep better")
    world.plan(case, world.worker, "Find a course", version=1)
    with pytest.raises(Stale):
        approve(world.lead_worker, case)
    assert list(Plan.unscoped.order_by("edition").values_list("state", flat=True)) == ["replaced", "waiting"]


def test_a_case_of_another_cluster_is_not_found(world, case):
    world.plan(case, world.worker)
    with pytest.raises(NotFound):
        approve(world.actor("lead-worker", cluster="taf-west"), case)


def test_an_engagement_worker_may_not_approve(world, case):
    world.plan(case, world.worker)
    with pytest.raises(NotPermitted):
        approve(world.worker, case)


def test_a_lead_worker_sees_what_changed_and_approves_on_its_page(world, as_, case):
    world.plan(case, world.worker, "Sleep better")
    approve(world.lead_worker, case)
    world.plan(case, world.worker, "Find a course", version=1)
    browser = as_(world.lead_worker)
    assert "/plan/2/approve/" in browser.get(f"/casework/{case.reference}/").content.decode()
    address = f"/casework/{case.reference}/plan/2/approve/"
    text = browser.get(address).content.decode()
    assert "New goal" in text and "No longer a goal" in text
    assert browser.post(address, {"version": 1}).status_code == 303
    assert case_page(world.worker, case.reference).plan.edition == 2


def test_whoever_wrote_it_is_told_why_they_cannot_approve_it(world, as_, case):
    world.actor("lead-worker", cluster="porth")
    world.plan(case, world.lead_worker, "Sleep better")
    browser = as_(world.lead_worker)
    assert "/plan/1/approve/" not in browser.get(f"/casework/{case.reference}/").content.decode()
    assert "You wrote this edition" in browser.get(f"/casework/{case.reference}/plan/1/approve/").content.decode()


def test_a_worker_may_not_open_the_page(world, as_, case):
    world.plan(case, world.worker)
    assert as_(world.worker).get(f"/casework/{case.reference}/plan/1/approve/").status_code == 403


def test_whoever_can_look_at_a_plan_finds_it_at_home_and_whoever_wrote_it_does_not(world, as_, case):
    world.plan(case, world.worker, "Sleep better")
    address = f"/casework/{case.reference}/plan/1/approve/"
    assert address in as_(world.lead_worker).get("/desk/").content.decode()
    approve(world.lead_worker, case)
    assert address not in as_(world.lead_worker).get("/desk/").content.decode()
    world.plan(case, world.lead_worker, "Find a course", version=1)
    assert address.replace("/1/", "/2/") not in as_(world.lead_worker).get("/desk/").content.decode()


def test_whoever_may_approve_is_led_there_first_and_may_send_it_back_instead(world, as_, case):
    world.plan(case, world.worker, "Sleep better")
    address = f"/casework/{case.reference}/"
    browser = as_(world.lead_worker)
    assert next(step.href for step in browser.get(address).context["next_steps"]) == f"{address}plan/1/approve/"
    assert f"{address}plan/1/send-back/" in browser.get(f"{address}plan/1/approve/").content.decode()
    assert f"{address}plan/1/approve/" in browser.get(f"{address}plan/1/send-back/").content.decode()
    steps = as_(world.worker).get(address).context["next_steps"]
    assert f"{address}plan/1/approve/" not in [step.href for step in steps]
