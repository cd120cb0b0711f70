"""An answer is undone with a reason: it stays readable, binds nothing, and the pair is asked about again."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.queries.inputs import inputs_of_run
from lynchpin.profiles.use_cases.undo_link import undo_link
from tests.support import refused, trail


def undo(actor, decision):
    facts = {"reference": decision.reference, "version": decision.version, "at": clock.now()}
    return undo_link(actor, undone_words="The school corrected its record.", **facts)


def test_it_binds_nothing_from_then_on(world):
    decision = world.answered_link()
    assert len(inputs_of_run(world.commissioner, world.commissioned_run()).decisions) == 1
    undo(world.second_central, decision)
    assert inputs_of_run(world.commissioner, world.commissioned_run()).decisions == ()
    kept = LinkDecision.unscoped.get(pk=decision.pk)
    assert (kept.state, kept.undone_by, kept.words) == ("undone", world.second_central.staff_id, decision.words)
    assert trail("profiles.link_undone") == [{"answer": "different"}]


def test_the_pair_is_asked_about_again(world):
    decision = world.answered_link()
    undo(world.central, decision)
    assert LinkDoubt.unscoped.get(pk=decision.doubt_id).is_open
    assert world.answered_link(world.doubt(), answer="same").state == "stands"


def test_what_is_undone_is_not_undone_again(world):
    decision = world.answered_link()
    undo(world.central, decision)
    with refused("link_answer_not_in_force"):
        undo(world.central, LinkDecision.unscoped.get(pk=decision.pk))


def test_an_answer_that_is_not_there_is_not_found(world):
    decision = world.answered_link()
    decision.reference = "Y-AAAA-AAA2"
    with pytest.raises(NotFound):
        undo(world.central, decision)


def test_whoever_sees_no_person_undoes_nothing(world):
    with pytest.raises(NotPermitted):
        undo(world.approver, world.answered_link())
