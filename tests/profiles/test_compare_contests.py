"""The next run tells whether a contested fact was corrected."""

from datetime import date

import pytest

from lynchpin.kernel import window
from lynchpin.kernel.errors import NestedUseCase
from lynchpin.profiles.models import Contribution, FactContest, LinkedPerson, ProfileRun
from lynchpin.profiles.use_cases.compare_contests import compare_contests
from tests.support import trail
from tests.world.people import inside_a_use_case
from tests.world.staff import machine


def kept():
    contest = FactContest.unscoped.get()
    return contest.next_fact, contest.compared_run


def changed(rows, **values):
    """Rows of a run as its files would have told them otherwise."""
    with window.work(machine("clock"), "profiles") as work:
        work.recorded.append("tests.changed")
        rows.update(**values)


def compare(reference):
    with inside_a_use_case():
        return compare_contests(machine("clock").bound_to("frontdoor.raise_candidates"), run_reference=reference)


def forget():
    changed(FactContest.unscoped.all(), next_fact="", compared_run="")


def test_a_fact_told_as_before_is_seen_when_the_next_run_comes_in(world):
    world.answered_contest()
    run = world.received_run()
    assert kept() == ("same", run)
    assert trail("profiles.contests_compared")[-1] == {"run": run, "same": 1}


def test_a_fact_that_is_gone_was_corrected_and_is_looked_for_no_more(world):
    contest = world.answered_contest()
    run = world.received_run()
    lines = Contribution.unscoped.filter(person_key=contest.person_key, factor=contest.factor)
    changed(lines, factor="ED2")
    assert compare(run) == {"gone": 1} and kept() == ("gone", run)
    assert compare(world.received_run()) == {} and kept() == ("gone", run)


def test_a_fact_of_another_day_has_changed(world):
    contest = world.answered_contest()
    run = world.received_run()
    changed(Contribution.unscoped.filter(person_key=contest.person_key), evidence_date=date(2001, 1, 1))
    assert compare(run) == {"changed": 1}


def test_a_person_whom_linking_gave_another_key_is_known_by_name_and_birth_date(world):
    contest = world.answered_contest()
    run = world.received_run()
    for model in (LinkedPerson, Contribution):
        changed(model.unscoped.filter(person_key=contest.person_key), person_key="P-ANOTHER")
    forget()
    assert compare(run) == {"same": 1}


def test_a_person_who_is_not_in_the_run_tells_nothing(world):
    contest = world.answered_contest()
    run = world.received_run()
    changed(LinkedPerson.unscoped.filter(person_key=contest.person_key), person_key="P-ANOTHER", birth_date=None)
    forget()
    assert compare(run) == {} and kept() == ("", "")


def test_it_is_a_part_of_receiving_a_run_and_nothing_by_itself(world):
    with pytest.raises(NestedUseCase):
        compare_contests(machine("clock"), run_reference=ProfileRun().reference)
