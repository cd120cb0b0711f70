"""A fact is contested on a person's behalf: it goes to its source with an owner and a day, and says nothing of anybody else."""

from datetime import date

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import Contribution, FactContest, LinkedPerson, ProfileRun
from lynchpin.profiles.rules import WITHHELD, answer_due, why_not_contest_fact
from lynchpin.profiles.use_cases.contest_fact import contest_fact
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run
from tests.support import refused, trail


def contest(actor, line_id, owner="S-AAAA-AAA2"):
    return contest_fact(actor, line_id=line_id, claim="not_so", words="No.", owner=owner, at=clock.now())


def test_it_keeps_the_fact_the_person_and_who_puts_it_to_the_source(world):
    world.approved_run()
    line = world.line_to_contest()
    kept = world.contested(line)
    person = LinkedPerson.unscoped.get(profile_id=line.profile_id, person_key=line.person_key)
    assert (kept.feed_id, kept.factor, kept.evidence_date) == ("education", "ED1", line.evidence_date)
    assert kept.person_name == f"{person.forename} {person.surname}" and kept.birth_date == person.birth_date
    assert (kept.owner_id, kept.due_on) == (world.central.staff_id, date(2026, 7, 10))
    facts = trail("profiles.fact_contested")[0]
    assert facts == {"feed": "education", "factor": "ED1", "claim": "not_so", "due_on": "2026-07-10"}


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2028, 1, 30), date(2028, 2, 29)),
    ],
)
def test_a_source_has_a_calendar_month(asked, due):
    assert answer_due(asked) == due


def test_one_fact_is_with_its_source_once(world):
    world.contested()
    with refused("fact_contested_already"):
        world.contested()


def test_a_line_that_no_partner_recorded_of_one_person_is_not_contested(world):
    world.approved_run()
    line = Contribution.unscoped.exclude(kind="fact").first() or world.line_to_contest()
    line.kind = "overlap"
    assert why_not_contest_fact(line, contested=False).code == "fact_is_no_fact"


@pytest.mark.parametrize("factor", sorted(WITHHELD))
def test_a_fact_that_never_leaves_the_reviewers_page_is_not_put_to_anybody_in_a_persons_name(world, factor):
    world.approved_run()
    line = world.line_to_contest()
    line.factor = factor
    assert why_not_contest_fact(line, contested=False).code == "fact_is_withheld"


def test_the_withheld_facts_are_those_of_the_catalogue():
    assert {"SA1", "SA3", "SA4", "HE1", "HE2", "FA1"} == WITHHELD


def test_a_fact_of_a_run_that_was_stopped_is_not_found(world):
    run = world.approved_run()
    line = world.line_to_contest()
    version = ProfileRun.unscoped.get(reference=run).version
    withdraw_profile_run(world.approver, reference=run, version=version, at=clock.now())
    with pytest.raises(NotFound):
        contest(world.central, line.pk)


def test_an_unknown_fact_or_colleague_is_not_found(world):
    world.approved_run()
    with pytest.raises(NotFound):
        contest(world.central, 0)
    with pytest.raises(NotFound):
        contest(world.central, world.line_to_contest().pk)
    assert not FactContest.unscoped.exists()


@pytest.mark.parametrize("role", ["profile-owner", "data-protection-officer", "head-of-service"])
def test_whoever_sees_no_score_contests_none(world, role):
    world.approved_run()
    with pytest.raises(NotPermitted):
        contest(world.actor(role), world.line_to_contest().pk)
