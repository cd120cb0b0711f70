"""A person says whether two records are of one person: with a reason, once, and so that all answers can hold together."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused, Stale
from lynchpin.profiles.link_rules import ANSWER_TRANSITIONS
from lynchpin.profiles.link_terms import DecisionState
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.use_cases.confirm_link import confirm_link
from tests.support import refused, trail


def test_an_answer_is_kept_with_its_reason_and_closes_the_question(world):
    doubt = world.doubt()
    kept = world.answered_link(doubt)
    assert (kept.state, kept.answer, kept.joined, kept.child) == ("stands", "different", True, False)
    assert not LinkDoubt.unscoped.get(pk=doubt.pk).is_open
    facts = trail("profiles.link_decided")[0]
    assert facts == {"answer": "different", "why": "records", "state": "stands", "run_had_joined": True}


def test_joining_two_children_waits_for_a_second_person(world):
    assert world.child_joined().state == "waits"


def test_keeping_two_children_apart_stands_at_once(world):
    assert world.answered_link(world.doubt("EDX1", "CHX1")).state == "stands"


def test_what_cannot_be_told_binds_nothing(world):
    kept = world.answered_link(world.doubt("EDX1", "CHX1"), answer="cannot_tell", why="too_little")
    assert kept.state == "unsure"
    world.answered_link(world.doubt("EDX1", "HOX3"), answer="same")


def test_whoever_answers_second_is_told_and_the_first_answer_stands(world):
    doubt = world.doubt()
    first = world.answered_link(doubt)
    with refused("link_answered_already"):
        world.answered_link(doubt, by=world.second_central, answer="same")
    assert list(LinkDecision.unscoped.values_list("pk", flat=True)) == [first.pk]


def test_an_answer_that_cannot_be_so_together_with_others_is_refused_and_names_them(world):
    one = world.child_joined()
    version = one.version
    confirm_link(
        world.second_central, reference=one.reference, version=version, looked_words="So it is.", at=clock.now()
    )
    other = world.answered_link(world.doubt("CHX1", "HOX3"), answer="same")
    with pytest.raises(Refused, match="link_answer_contradicts") as no:
        world.answered_link(world.doubt("EDX1", "HOX3"), answer="different")
    assert set(no.value.reason.params["decisions"].split(", ")) == {one.reference, other.reference}


def test_an_old_form_is_told_so(world):
    doubt = world.doubt()
    doubt.version += 1
    with pytest.raises(Stale):
        world.answered_link(doubt)


def test_a_question_that_is_not_there_is_not_found(world):
    doubt = world.doubt()
    doubt.reference = "Y-AAAA-AAA2"
    with pytest.raises(NotFound):
        world.answered_link(doubt)


def test_a_run_that_was_stopped_asks_nothing(world):
    doubt = world.doubt()
    world.stopped()
    with pytest.raises(NotFound):
        world.answered_link(doubt)


@pytest.mark.parametrize(
    "role", ["profile-owner", "lead-worker", "engagement-worker", "cluster-manager", "admin-officer", "head-of-service"]
)
def test_only_the_centre_answers_and_never_a_practitioner(world, role):
    scoped = role in ("lead-worker", "engagement-worker", "cluster-manager")
    with pytest.raises(NotPermitted):
        world.answered_link(by=world.actor(role, cluster="porth") if scoped else world.actor(role))


def test_every_state_has_its_ways():
    assert set(ANSWER_TRANSITIONS) == set(DecisionState)
