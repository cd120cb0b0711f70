"""The source's answer is kept with who gave it and when."""

from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles.use_cases.answer_contest import answer_contest
from tests.support import refused, trail


def answer(actor, reference, version=1, **given):
    facts = {"answer": "stands", "answer_words": "It is so.", "answerer": "A clerk", "answered_on": clock.today()}
    return answer_contest(actor, reference=reference, version=version, at=clock.now(), **facts | given)


def test_it_is_kept_and_the_person_is_told_next(world):
    kept = world.answered_contest()
    assert (kept.state, kept.answer, kept.answerer) == ("answered", "corrected", "Attendance officer")
    assert kept.answered_by == world.central.staff_id
    assert trail("profiles.contest_answered") == [{"answer": "corrected", "answered_on": "2026-06-10"}]


def test_the_same_fact_may_be_contested_again_after_its_answer(world):
    world.answered_contest()
    assert world.contested().state == "open"


def test_it_is_answered_once(world):
    kept = world.answered_contest()
    with refused("contest_answered_already"):
        answer(world.central, kept.reference, kept.version)


@pytest.mark.parametrize(("days", "code"), [(1, "contest_day_ahead"), (-1, "contest_day_before_asked")])
def test_an_answer_of_an_impossible_day_is_refused(world, days, code):
    kept = world.contested()
    with refused(code):
        answer(world.central, kept.reference, answered_on=clock.today() + timedelta(days=days))


def test_one_that_changed_meanwhile_is_stale_and_an_unknown_one_not_found(world):
    with pytest.raises(Stale):
        answer(world.central, world.contested().reference, version=7)
    with pytest.raises(NotFound):
        answer(world.central, "G-AAAA-AAA2")


def test_a_profile_owner_answers_none(world):
    with pytest.raises(NotPermitted):
        answer(world.approver, world.contested().reference)
