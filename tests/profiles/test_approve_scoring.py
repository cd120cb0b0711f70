"""An edition holds once a second person approves it, who has seen what exactly it would do; runs follow it from its day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from lynchpin.kernel import clock, guard
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.profiles import editions, workspaces
from lynchpin.profiles.models import Contribution, ProfileRun, ScoringEdition
from lynchpin.profiles.queries.holding import scoring_of, scoring_on
from lynchpin.profiles.running import make_profile
from lynchpin_vrp import read_workspace
from tests.conftest import NOON
from tests.support import refused, trail
from tests.world.scoring import GROUNDS, LESS, SENSITIVE, scoring

TODAY = NOON.date()


def held(world, on):
    return scoring_on(world.commissioner.bound_to("profiles.read_scoring"), on)


def test_it_holds_from_its_day_on_and_not_before(world):
    edition = world.scoring_approved(valid_from=TODAY + timedelta(days=1))
    assert held(world, TODAY) == editions.shipped()
    assert held(world, TODAY + timedelta(days=1)) == scoring_of(edition)
    assert trail("profiles.scoring_approved") == [
        {"edition": 1, "valid_from": "2026-06-11", "content": edition.sha256, "switched_on": []}
    ]


def test_head_of_service_may_be_the_second_person(world):
    head = world.actor("head-of-service")
    assert world.scoring_approved(world.scoring_proposed(), head).approved_by == head.staff_id


def test_whoever_proposed_it_does_not_approve_it(world):
    edition = world.scoring_proposed()
    with refused("scoring_needs_a_second_person"):
        world.scoring_approved(edition, world.commissioner)


def test_whoever_drafted_what_another_proposed_does_not_approve_it(world):
    edition = world.scoring_proposed(world.scoring_draft(), world.approver)
    with refused("scoring_needs_a_second_person"):
        world.scoring_approved(edition, world.commissioner)


def test_the_database_refuses_the_proposer_too(world):
    edition = world.scoring_approved()
    with guard.resting(), transaction.atomic(), pytest.raises(IntegrityError):
        ScoringEdition.unscoped.filter(pk=edition.pk).update(approved_by=edition.proposed_by)


def test_a_draft_is_not_approved_before_it_is_proposed(world):
    with refused("scoring_not_proposed_yet"):
        world.scoring_approved(world.scoring_draft())


def test_it_is_approved_once_and_not_after_its_day(world):
    edition = world.scoring_proposed()
    with clock.held(NOON + timedelta(days=1)), refused("scoring_from_the_past"):
        world.scoring_approved(edition)
    with refused("scoring_settled_already"):
        world.scoring_approved(world.scoring_approved(edition))


def test_a_sensitive_factor_is_switched_on_by_two_named_people_and_the_trail_says_which(world):
    edition = world.scoring_approved(by=scoring({SENSITIVE: {"on": True, **GROUNDS}}))
    assert edition.proposed_by and edition.approved_by and edition.proposed_by != edition.approved_by
    assert trail("profiles.scoring_approved")[0]["switched_on"] == [SENSITIVE]
    assert held(world, TODAY).settings().factors != editions.shipped().settings().factors


def test_a_stale_form_approves_nothing(world):
    edition = world.scoring_proposed()
    edition.version += 1
    with pytest.raises(Stale):
        world.scoring_approved(edition)


def test_an_edition_that_never_was_is_missing(world):
    edition = world.scoring_proposed()
    edition.number = 9
    with pytest.raises(NotFound):
        world.scoring_approved(edition)


@pytest.mark.parametrize("role", ["central-support", "data-protection-officer", "system-admin"])
def test_approving_needs_its_permission(world, role):
    with pytest.raises(NotPermitted):
        world.scoring_approved(world.scoring_proposed(), world.actor(role))


# seen first

on_disk = pytest.mark.django_db(transaction=True, databases="__all__")


@on_disk
def test_it_is_not_approved_unseen_where_a_run_keeps_evidence(world):
    world.approved_run()
    edition = world.scoring_proposed()
    with refused("scoring_not_tried"):
        world.scoring_approved(edition)
    seen = world.scoring_tried(edition)
    with refused("scoring_not_tried"):
        world.scoring_approved(edition, seen="another")
    assert world.scoring_approved(edition, seen=seen).state == "approved"


@on_disk
def test_a_trial_of_what_the_draft_said_before_does_not_count(world):
    world.approved_run()
    edition = world.scoring_draft()
    seen = world.scoring_tried(edition)
    edition = world.scoring_proposed(world.scoring_redrafted(edition, by=scoring({"ED1": {"points": 3}})))
    with refused("scoring_not_tried"):
        world.scoring_approved(edition, seen=seen)


@on_disk
def test_a_run_follows_the_edition_of_its_day_and_says_which(world):
    edition = world.scoring_approved(by=scoring({"ED1": {"points": 2}, "HO2": {"on": False}}, {"near": 1}))
    world.street()
    reference = world.commissioned_run()
    make_profile(world.commissioner, reference=reference)
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.state, run.scoring_number, run.scoring_hash) == ("received", 1, edition.sha256)
    assert run.rules["near"] == 1
    told = dict(Contribution.unscoped.filter(kind="fact").values_list("factor", "full_points"))
    assert told["ED1"] == 200 and "HO2" not in told


@on_disk
def test_a_run_of_a_day_before_follows_what_held_then(world):
    world.scoring_approved(valid_from=date(2026, 12, 1))
    reference = world.received_run()
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.scoring_number, run.scoring_hash) == (0, editions.shipped().sha256)


def test_what_a_run_is_told_is_what_the_edition_says(world, tmp_path):
    drafted = scoring(
        {"ED1": {"points": 2, "to_on": date(2027, 1, 1)}, SENSITIVE: {"on": True, **GROUNDS}}, {"red": 31}
    )
    wanted = editions.Scoring(4, drafted.factors, drafted.rules)
    workspaces.write_profile(tmp_path / "run", [], date(2026, 11, 1), wanted)
    read = read_workspace(tmp_path / "run").settings
    assert (read.factors, read.rules) == (wanted.settings().factors, wanted.settings().rules)
    assert workspaces.scoring_of(tmp_path / "run") == (4, wanted.sha256)


def test_a_factor_that_came_after_an_edition_is_off_until_one_names_it():
    part = scoring(LESS)
    older = editions.Scoring(1, {key: terms for key, terms in part.factors.items() if key != "HO2"}, part.rules)
    assert [factor.key for factor in older.settings().factors if not factor.on and factor.key == "HO2"] == ["HO2"]
