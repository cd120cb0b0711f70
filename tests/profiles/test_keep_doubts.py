"""What a received run doubts is asked about, in place of what earlier ones did; decisions that it followed say so."""

import pytest

from lynchpin.profiles.models import LinkDecision, LinkDoubt, ProfileRun
from lynchpin.profiles.running import make_profile
from tests.support import trail


def keys():
    return {frozenset((each.record_id_l, each.record_id_r)) for each in LinkDoubt.unscoped.filter(is_open=True)}


CHILDREN = {frozenset(pair) for pair in (("EDX1", "CHX1"), ("EDX1", "HOX3"), ("CHX1", "HOX3"))}
GROWN_UP = frozenset(("HOX1", "HOX2"))


def test_a_run_says_what_it_doubts_by_keys_and_weights_alone(world):
    world.doubted_run()
    assert keys() == {*CHILDREN, GROWN_UP}
    doubt = world.doubt("EDX1", "CHX1")
    assert (doubt.kind, doubt.joined, doubt.child, doubt.contradiction) == ("parted", False, True, "unlike_forenames")
    assert [name for name, _level, _weight in doubt.weights][:3] == ["forename", "middle_names", "surname"]
    assert trail("profiles.doubts_kept")[0] == {"asked": 4, "followed": 0}
    told = str(LinkDoubt.unscoped.values())
    assert not any(value in told for value in ("Prydderch", "Gwenllian", "2015", "Heol y Bont"))


def test_earlier_questions_that_nobody_answered_are_gone_and_answered_pairs_are_not_asked_again(world):
    world.doubted_run()
    world.answered_link()
    world.doubted_run()
    assert keys() == CHILDREN and LinkDoubt.unscoped.count() == 4


def test_a_run_without_doubts_asks_nothing(world):
    world.doubted_run()
    world.received_run()
    assert keys() == set()


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_the_next_run_follows_what_was_decided_and_the_decision_says_so(world):
    """From the answer to the next run, really made."""
    decision = world.answered_link()
    reference = world.commissioned_run()
    make_profile(world.commissioner, reference=reference)
    assert ProfileRun.unscoped.get(reference=reference).state == "received"
    assert LinkDecision.unscoped.get(pk=decision.pk).used_run == reference
    assert keys() == CHILDREN
    counts = ProfileRun.unscoped.get(reference=reference).counts
    assert (counts["followed"], counts["doubted"]) == (1, 3)
