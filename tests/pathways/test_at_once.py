"""Two people who act on the same handover or place in the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, Stale
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.pathways.models import Handover, PlaceMove
from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover
from lynchpin.pathways.use_cases.step_up import step_up
from lynchpin.pathways.use_cases.withdraw_handover import withdraw_handover
from lynchpin.people.models import Involvement
from tests.pathways.coming_back import sent_to_a_colleague

AT_ONCE = pytest.mark.django_db(transaction=True, databases="__all__")


def at_once(*acts):
    """Runs every act in a thread of its own, begun together. Gives for each whether it came too late."""
    ready = Barrier(len(acts))

    def act(one):
        try:
            ready.wait(10)
            one()
            return False
        except (Stale, NotFound):  # a handover that was withdrawn is out of its receiver's sight
            return True
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, acts))


@AT_ONCE
def test_a_handover_is_taken_on_or_withdrawn_and_never_both(world):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    sent = sent_to_a_colleague(world, colleague)
    facts = {"reference": sent.reference, "version": sent.version, "at": clock.now()}
    taken, withdrawn = at_once(
        lambda: acknowledge_handover(colleague, **facts),
        lambda: withdraw_handover(world.worker, because="They said no", **facts),
    )
    assert taken is not withdrawn
    after = Handover.unscoped.get()
    assert after.state == ("withdrawn" if taken else "acknowledged") and after.version == sent.version + 1
    assert Involvement.unscoped.filter(reference=sent.reference, ended_on=None).exists() is withdrawn


@AT_ONCE
def test_nobody_stays_on_a_pathway_whose_case_closes_while_they_step_up(world):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    world.tested(place, world.worker, wants_to_start=True)
    version = Case.unscoped.get(pk=case.pk).version
    moved = {"to_step": "PH2", "version": place.version, "moved_on": clock.today()}
    at_once(
        lambda: step_up(world.worker, reference=place.reference, at=clock.now(), **moved),
        lambda: close_case(
            world.lead_worker, reference=case.reference, version=version, reason="moved-away", at=clock.now()
        ),
    )
    assert Case.unscoped.get(pk=case.pk).status == "closed"
    assert world.place_again(place.reference).state == "left"
    assert PlaceMove.unscoped.filter(place_id=place.pk).latest("pk").kind == "left"
