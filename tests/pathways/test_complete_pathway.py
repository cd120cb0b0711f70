from datetime import timedelta

from lynchpin.kernel import clock
from lynchpin.pathways.models import Guarantee
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.pathways.use_cases.step_up import step_up
from tests.pathways.moving import refuses_what_no_move_allows, works_on_its_page
from tests.support import refused, trail


def test_completing_the_course_brings_a_guaranteed_interview(world):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    after = world.moved(complete_pathway, place, world.worker)
    assert (after.state, after.ended_on, after.left_because) == ("completed", clock.today(), "")
    owed = Guarantee.unscoped.get()
    assert (owed.kind, owed.owed_from, owed.due_on) == ("interview", clock.today(), clock.today() + timedelta(weeks=4))
    assert trail("pathways.pathway_completed")[0]["promises"] == ["interview", "work_experience"]


def test_a_course_that_is_not_done_completes_nothing(world):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    world.tested(place, world.worker, course_completed=False)
    with refused("step_test_not_met"):
        world.moved(complete_pathway, place, world.worker)


def test_a_pathway_is_not_completed_from_its_middle(world):
    place = world.place(world.case(worker=world.worker), world.worker)
    with refused("step_ends_nothing"):
        world.moved(complete_pathway, place, world.worker)


def test_the_connection_pathway_promises_nothing(world):
    place = world.place(world.case(worker=world.worker), world.worker, "isolation")
    world.tested(
        place,
        world.worker,
        agrees_to_contact=True,
        what_matters_heard=True,
        activity_chosen=True,
        first_visit_made=True,
        attends_regularly=True,
        own_contacts=True,
    )
    for to_step in ("IS2", "IS3", "IS4", "IS5"):
        place = world.moved(step_up, place, world.worker, to_step=to_step)
    assert world.moved(complete_pathway, place, world.worker).state == "completed"
    assert not Guarantee.unscoped.exists()


def test_what_no_move_allows_is_refused(world):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    refuses_what_no_move_allows(world, complete_pathway, place)


def test_the_worker_does_it_on_the_page(world, as_):
    works_on_its_page(world, as_, "complete", world.at_last_step(world.case(worker=world.worker), world.worker))
