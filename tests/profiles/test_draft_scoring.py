"""A change of the scoring is drafted whole, one at a time, and changes nothing by itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.profiles import editions
from lynchpin.profiles.models import ScoringEdition
from lynchpin.profiles.queries.holding import scoring_of, scoring_on
from tests.support import refused, trail
from tests.world.scoring import GROUNDS, LESS, SENSITIVE, scoring, told


def test_a_draft_is_kept_whole_and_recorded_by_what_it_changes(world):
    kept = world.scoring_draft()
    assert (kept.number, kept.state, kept.drafted_by) == (1, "drafted", world.commissioner.staff_id)
    assert scoring_of(kept).factors == scoring(LESS).factors
    assert kept.sha256 == scoring(LESS).sha256 != editions.shipped().sha256
    assert trail("profiles.scoring_drafted") == [{"edition": 1, "valid_from": "2026-06-10", "changes": 1}]


def test_a_draft_changes_nothing_that_holds(world):
    world.scoring_draft()
    reader = world.commissioner.bound_to("profiles.read_scoring")
    assert scoring_on(reader, date(2027, 1, 1)) == editions.shipped()


@pytest.mark.parametrize(
    ("by", "code"),
    [
        (scoring(), "scoring_same_as_now"),
        (scoring({"ED1": {"points": 13}}), "scoring_points_out_of_range"),
        (scoring({"ED3": {"points": 7}}), "scoring_points_out_of_range"),
        (scoring({"ED1": {"points": -1}}), "scoring_points_out_of_range"),
        (scoring({"ED1": {"to_on": date(2026, 1, 1)}}), "scoring_ends_before_it_begins"),
        (scoring({SENSITIVE: {"on": True}}), "scoring_without_grounds"),
        (scoring({SENSITIVE: {"on": True, "power": "A law"}}), "scoring_without_grounds"),
        (scoring({SENSITIVE: {"on": True, "assessment": "DPIA-1"}}), "scoring_without_grounds"),
        (scoring(rules={"amber": 30}), "scoring_bands_out_of_order"),
        (scoring(rules={"medium": 16}), "scoring_bands_out_of_order"),
        (scoring(rules={"near": 11}), "scoring_rule_out_of_range"),
        (scoring(rules={"least_coverage": 101}), "scoring_rule_out_of_range"),
    ],
)
def test_what_makes_no_edition_is_refused(world, by, code):
    with refused(code):
        world.scoring_draft(by=by)


def test_a_draft_that_leaves_a_factor_out_is_refused(world):
    part = scoring(LESS)
    less = editions.Scoring(0, {key: terms for key, terms in part.factors.items() if key != "HO2"}, part.rules)
    with refused("scoring_not_whole"):
        world.scoring_draft(by=less)


def test_a_draft_from_a_day_that_has_passed_is_refused(world):
    with refused("scoring_from_the_past"):
        world.scoring_draft(valid_from=clock.today() - timedelta(days=1))


def test_a_sensitive_factor_may_be_drafted_with_the_power_and_the_assessment_that_are_cited(world):
    kept = world.scoring_draft(by=scoring({SENSITIVE: {"on": True, **GROUNDS}}))
    assert scoring_of(kept).factors[SENSITIVE].power == GROUNDS["power"]


def test_one_draft_waits_at_a_time(world):
    edition = world.scoring_draft()
    with refused("scoring_open_already"):
        world.scoring_draft(by=scoring({"ED1": {"points": 1}}))
    world.scoring_declined(edition)
    assert world.scoring_draft().number == 2


def test_a_form_sent_twice_drafts_once(world):
    from lynchpin.profiles.use_cases.draft_scoring import draft_scoring

    facts = {"valid_from": clock.today(), "reason": "Too high before.", "at": clock.now(), "form_key": "once"}
    numbers = {draft_scoring(world.commissioner, **told(scoring(LESS)), **facts) for _ in "ab"}
    assert numbers == {1} and ScoringEdition.unscoped.count() == 1


@pytest.mark.parametrize("role", ["head-of-service", "central-support", "data-protection-officer"])
def test_drafting_needs_its_permission(world, role):
    with pytest.raises(NotPermitted):
        world.scoring_draft(world.actor(role))
