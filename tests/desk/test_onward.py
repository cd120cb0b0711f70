"""Whoever a person is handed to, and whoever is to ask whether it has lasted, is told so on their home."""

from datetime import UTC, datetime

import pytest

from lynchpin.kernel import clock
from tests.casework.counting import statements
from tests.pathways.coming_back import sent_to_a_colleague, sent_to_an_organisation

HOME = "/desk/"
SIX_WEEKS_ON = datetime(2026, 7, 22, 10, 0, tzinfo=UTC)


def ended(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    return world.closed(case, world.worker, reason="goals-reached", no_outcome_because="Too early to say")


def test_a_receiver_is_told_who_is_handed_to_them_and_the_sender_is_not(world, as_):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    sent = sent_to_a_colleague(world, colleague)
    address = f"/pathways/handovers/{sent.reference}/"
    assert address in as_(colleague).get(HOME).content.decode()
    assert address not in as_(world.worker).get(HOME).content.decode()


def test_what_goes_to_an_organisation_comes_to_nobodys_home(world, as_):
    sent = sent_to_an_organisation(world)
    assert sent.reference not in as_(world.worker).get(HOME).content.decode()


def test_no_check_in_comes_home_before_its_day(world, as_):
    ended(world)
    assert "/pathways/check-ins/Q-" not in as_(world.worker).get(HOME).content.decode()


@pytest.mark.parametrize("role", ["worker", "lead_worker"])
def test_a_check_in_comes_home_on_its_day(world, as_, role):
    first, *later = world.check_ins_of(ended(world))
    with clock.held(SIX_WEEKS_ON):
        shown = as_(getattr(world, role)).get(HOME).content.decode()
    assert f"/pathways/check-ins/{first.reference}/" in shown
    assert not any(each.reference in shown for each in later)


@pytest.mark.parametrize("role", ["worker", "lead_worker"])
def test_a_home_needs_as_many_statements_for_many_handed_over_as_for_one(world, as_, role):
    actor = getattr(world, role)
    few = asked(world, as_, actor)
    assert asked(world, as_, actor, more=2) == few <= 40


def asked(world, as_, actor, more=1):
    for _ in range(more):
        sent_to_a_colleague(world, actor, by=world.actor("engagement-worker", cluster="porth"))
        ended(world)
    with clock.held(SIX_WEEKS_ON):
        browser = as_(actor)
        assert browser.get(HOME).content.decode().count("/pathways/check-ins/Q-") >= more
        return statements(lambda: browser.get(HOME))
