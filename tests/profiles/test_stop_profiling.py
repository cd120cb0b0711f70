"""Profiling stops at once, whole, and goes no further until two people let it."""

import pytest

from lynchpin.kernel import audit, clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import FamilyProfile, ProfileRun, ProfilingStop
from lynchpin.profiles.queries import family_profile
from lynchpin.profiles.running import make_profile
from lynchpin.profiles.use_cases.receive_profile_run import receive_profile_run
from lynchpin.profiles.use_cases.stop_profiling import stop_profiling
from lynchpin.profiles.workspaces import folder_of
from tests.profiles.test_approve_profile_run import approve
from tests.support import recorded, refused, trail
from tests.world import profiled
from tests.world.staff import machine


def states():
    return set(ProfileRun.unscoped.values_list("state", flat=True))


def test_every_run_is_withdrawn_and_what_follows_each_happens_with_it(world):
    told, before = [], dict(audit._followers)
    audit.wire({"profiles.profile_run_withdrawn": (lambda **facts: told.append(facts["run_reference"]),)})
    runs = {world.approved_run(), world.received_run(), world.commissioned_run()}
    world.stopped()
    audit.wire(before)
    assert states() == {"withdrawn"} and set(told) == runs
    assert recorded().count("profiles.profile_run_withdrawn") == 3


def test_it_keeps_who_stopped_it_why_and_what_it_took(world):
    world.approved_run()
    stop = world.stopped()
    assert (stop.reason, stop.stopped_by, stop.runs_stopped) == ("harm", world.head_of_service.staff_id, 1)
    assert stop.families_hidden == FamilyProfile.unscoped.count() > 0
    assert trail("profiles.profiling_stopped")[0]["reason"] == "harm"


def test_families_are_shown_no_longer(world):
    world.approved_run()
    profile = world.profile_in_need()
    assert family_profile(world.central, profile.pk)
    world.stopped()
    with pytest.raises(NotFound):
        family_profile(world.central, profile.pk)


def test_nothing_is_commissioned_received_or_approved_while_it_stands(world):
    received = world.received_run()
    version = ProfileRun.unscoped.get().version
    world.stopped()
    with refused("profiling_is_stopped"):
        world.commissioned_run()
    with refused("profiling_is_stopped"):
        receive_profile_run(world.commissioner, reference=received, at=clock.now())
    with refused("profiling_is_stopped"):
        approve(world.approver, received, version=version)


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_run_that_is_being_made_breaks_off_and_leaves_nothing_of_its_people(world):
    world.street()
    reference, phases = world.commissioned_run(), []

    def stop_in_the_middle(done, _total):
        phases.append(done)
        if done == 2:
            world.stopped()

    with refused("profiling_is_stopped"):
        make_profile(world.commissioner, reference=reference, progress=stop_in_the_middle)
    assert phases == [0, 1, 2] and states() == {"withdrawn"} and not FamilyProfile.unscoped.exists()
    assert not list(folder_of(reference).rglob("*.parquet"))


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_commissioned_run_is_not_made_once_it_is_stopped(world):
    world.street()
    reference = world.commissioned_run()
    world.stopped()
    with refused("profiling_is_stopped"):
        make_profile(world.commissioner, reference=reference)
    assert not folder_of(reference).exists()


def test_it_is_stopped_once(world):
    world.stopped()
    with refused("profiling_stopped_already"):
        world.stopped(world.commissioner)


def test_of_two_who_stop_it_in_one_moment_the_later_is_refused(world, monkeypatch):
    world.stopped()
    monkeypatch.setattr(
        "lynchpin.profiles.use_cases.stop_profiling.why_stopped", lambda actor: None
    )  # asked before that
    with refused("profiling_stopped_already"):
        world.stopped(world.data_protection_officer)
    assert ProfilingStop.unscoped.count() == 1


def test_it_is_stopped_by_a_named_person(world):
    with refused("stop_needs_a_named_person"):
        stop_profiling(machine("profile-owner"), reason="harm", words="Nobody", at=clock.now())


@pytest.mark.parametrize("role", ["profile-owner", "head-of-service", "data-protection-officer"])
def test_any_of_three_roles_stops_it(world, role):
    assert world.stopped(world.actor(role)).state == "stands"


@pytest.mark.parametrize("role", ["central-support", "lead-worker", "system-admin"])
def test_no_other_role_does(world, role):
    with pytest.raises(NotPermitted):
        world.stopped(world.actor(role, cluster="porth" if role == "lead-worker" else ()))
    assert not ProfilingStop.unscoped.exists()


def test_stopping_and_going_on_brings_nothing_back_and_lets_new_runs_be_made(world):
    world.approved_run()
    world.resumed()
    assert states() == {"withdrawn"}
    reference = world.commissioned_run()
    profiled.copy_finished_run(folder_of(reference))
    assert receive_profile_run(world.commissioner, reference=reference, at=clock.now())
