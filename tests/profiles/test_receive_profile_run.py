"""Answers of a run come in for its own families, and nothing is kept of anybody else."""

from datetime import timedelta

import pytest
from django.db.models import Sum

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import Contribution, FamilyProfile, LinkedPerson, ProfileRun
from lynchpin.profiles.use_cases.receive_profile_run import receive_profile_run
from lynchpin.profiles.workspaces import folder_of
from tests.support import refused, trail
from tests.world import profiled


def test_families_of_the_population_come_in_and_others_are_only_counted(world):
    run = ProfileRun.unscoped.get(reference=world.received_run())
    assert (run.state, run.counts["outside"], run.counts["excluded"]) == ("received", 1, 1)
    assert run.counts["families"] == FamilyProfile.unscoped.count() == profiled.FAMILIES - 2
    assert run.counts["people"] == LinkedPerson.unscoped.count()
    assert not LinkedPerson.unscoped.filter(postcode=profiled.postcode(profiled.OUTSIDE)).exists()
    assert set(FamilyProfile.unscoped.values_list("cluster_key", flat=True)) == {"porth"}
    assert trail("profiles.profile_run_received")[0]["families"] == run.counts["families"]


def test_a_family_with_an_open_plan_has_no_score(world):
    world.received_run()
    assert not LinkedPerson.unscoped.filter(postcode=profiled.postcode(profiled.IN_CARE)).exists()


def test_every_score_is_the_sum_of_its_lines(world):
    world.received_run()
    for profile in FamilyProfile.unscoped.all():
        lines = Contribution.unscoped.filter(profile=profile)
        totals = dict(lines.order_by("axis").values_list("axis").annotate(Sum("points")))
        assert (totals.get("V", 0), totals.get("P", 0)) == (profile.vulnerability, profile.resilience)


def test_the_run_keeps_the_rules_and_the_hash_it_was_scored_by(world):
    run = ProfileRun.unscoped.get(reference=world.received_run())
    assert run.rules["amber"] == 15 and run.rules["red"] == 30 and len(run.content_hash) == 64 and run.catalogue


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_the_working_folder_keeps_the_manifest_and_evidence_without_names(world):
    reference = world.received_run()
    assert sorted(path.name for path in folder_of(reference).iterdir()) == ["kept", "manifest.json"]


def test_a_run_whose_assessment_lapsed_meanwhile_brings_nobody_in(world):
    reference = world.commissioned_run()
    profiled.copy_finished_run(folder_of(reference))
    with refused("assessment_lapsed"):
        receive_profile_run(world.commissioner, reference=reference, at=clock.now() + timedelta(days=180))
    assert not FamilyProfile.unscoped.exists() and not LinkedPerson.unscoped.exists()


def test_scores_that_led_to_no_action_go_at_the_next_run(world):
    first = world.received_run()
    kept_before = FamilyProfile.unscoped.exclude(route="no_action").count()
    assert FamilyProfile.unscoped.filter(route="no_action").exists() and kept_before
    world.received_run()
    old = FamilyProfile.unscoped.filter(run_id=ProfileRun.unscoped.get(reference=first).pk)
    assert old.count() == kept_before and not old.filter(route="no_action").exists()


def test_a_run_is_received_once(world):
    reference = world.received_run()
    with refused("run_is_not_waiting_for_results"):
        receive_profile_run(world.commissioner, reference=reference, at=clock.now())


def test_a_run_without_results_is_refused(world):
    reference = world.commissioned_run()
    with refused("run_results_missing"):
        receive_profile_run(world.commissioner, reference=reference, at=clock.now())


def test_an_unknown_run_is_not_found(world):
    with pytest.raises(NotFound):
        receive_profile_run(world.commissioner, reference="U-AAAA-AAAA", at=clock.now())


def test_a_reviewer_receives_no_runs(world):
    with pytest.raises(NotPermitted):
        receive_profile_run(world.central, reference="U-AAAA-AAAA", at=clock.now())
