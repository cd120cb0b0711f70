"""A run that lies too far from the one before is frozen as it is received."""

from __future__ import annotations

from lynchpin.kernel import clock
from lynchpin.profiles.models import ProfileRun, RunFreeze
from lynchpin.profiles.use_cases.approve_profile_run import approve_profile_run
from tests.support import refused, trail
from tests.world import profiled


def approve(world, reference: str) -> str:
    version = ProfileRun.unscoped.get(reference=reference).version
    return approve_profile_run(world.approver, reference=reference, version=version, at=clock.now())


def test_a_run_whose_files_are_late_is_frozen_and_nobody_approves_it(world):
    frozen = world.frozen_run()
    run = ProfileRun.unscoped.get(pk=frozen.run_id).reference
    assert {each["of"] for each in frozen.findings} == set(profiled.TOLD)
    assert trail("profiles.profile_run_frozen") == [{"run": run, "feed_late": 3}]
    with refused("run_is_frozen"):
        approve(world, run)


def test_a_run_like_the_one_before_is_not(world):
    world.approved_run()
    second = world.received_run()
    assert not RunFreeze.unscoped.exists()
    assert approve(world, second)


def test_a_feed_of_half_the_rows_freezes_the_next_run_beside_the_one_before(world):
    first = world.approved_run()
    same = {name: name for name in (*profiled.WHO, *profiled.TOLD["education"])}
    world.sent("education", list(same), profiled.rows("education")[:12])
    world.received_run()
    frozen = RunFreeze.unscoped.get()
    assert frozen.before == first
    assert frozen.findings == [{"bound": "feed_rows", "of": "education", "measured": -50, "limit": 30}]


def test_another_population_is_not_compared(world):
    world.approved_run()
    same = list(dict.fromkeys((*profiled.WHO, *profiled.TOLD["education"])))
    world.sent("education", same, profiled.rows("education")[:12])
    world.assessed(everywhere=True, number="DPIA-ALL")
    world.received_run(impact_assessment="DPIA-ALL", cluster_keys=["taf-west"])
    assert not RunFreeze.unscoped.exists()


def test_a_lifted_freeze_lets_the_run_be_approved(world):
    frozen = world.freeze_lifted()
    assert approve(world, ProfileRun.unscoped.get(pk=frozen.run_id).reference)
