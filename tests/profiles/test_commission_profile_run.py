from datetime import date, timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.profiles.models import Extract, ProfileRun
from lynchpin.profiles.use_cases.commission_profile_run import commission_profile_run
from tests.support import refused, trail

TODAY = date(2026, 6, 10)


def test_a_run_names_its_population_and_the_newest_extracts(world):
    world.feed("housing", agreed=False)
    reference = world.commissioned_run() if world.feed() and world.extract() else ""
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.state, run.cluster_keys, run.absent_feeds) == ("commissioned", ["porth"], ["housing"])
    assert run.extract_ids == [Extract.unscoped.get().pk] and run.commissioned_by == world.commissioner.staff_id
    assert trail("profiles.profile_run_commissioned")[0]["clusters"] == ["porth"]


def test_a_run_over_everybody_is_refused(world):
    with refused("run_without_population"):
        world.commissioned_run(cluster_keys=[])


def test_a_run_over_an_unknown_place_is_refused(world):
    with refused("run_over_unknown_place"):
        world.commissioned_run(zone_keys=["atlantis"])


def test_a_run_without_an_impact_assessment_is_refused(world):
    with refused("run_without_assessment"):
        world.commissioned_run(impact_assessment=" ")


def test_a_run_whose_review_has_passed_is_refused(world):
    with refused("run_review_in_the_past"):
        world.commissioned_run(review_on=TODAY)


def test_a_run_is_reviewed_when_its_assessment_is_and_never_later(world):
    run = ProfileRun.unscoped.get(reference=world.commissioned_run())
    assert run.review_on == TODAY + timedelta(days=180)
    with refused("run_reviewed_too_late"):
        world.commissioned_run(review_on=TODAY + timedelta(days=181))


def test_the_only_purpose_of_an_assessment_is_taken_and_of_several_one_is_named(world):
    world.assessed(purposes=["Early help"])
    assert ProfileRun.unscoped.get(reference=world.commissioned_run(purpose="")).purpose == "Early help"
    world.assessed(number="DPIA-2")
    with refused("assessment_for_other_purposes"):
        world.commissioned_run(impact_assessment="DPIA-2", purpose="")


@pytest.mark.parametrize("purpose", ["Finding who to move out", "early help"])
def test_a_purpose_that_was_not_assessed_is_refused(world, purpose):
    with refused("assessment_for_other_purposes"):
        world.commissioned_run(purpose=purpose)


def test_a_place_that_was_not_assessed_is_refused(world):
    with refused("assessment_for_other_places"):
        world.commissioned_run(cluster_keys=["porth", "taf-west"])


def test_an_assessment_of_everywhere_covers_every_place(world):
    world.assessed(everywhere=True)
    assert world.commissioned_run(cluster_keys=["porth", "taf-west"])


def test_an_assessment_that_is_not_in_the_register_is_refused(world):
    with refused("assessment_not_registered"):
        world.commissioned_run(impact_assessment="DPIA-OF-SOMEONE-ELSE")


def test_an_unconfirmed_assessment_is_refused(world):
    world.assessment()
    with refused("assessment_unconfirmed"):
        world.commissioned_run()


def test_a_lapsed_assessment_is_refused_from_the_day_of_its_review(world):
    world.feed()
    world.extract()
    world.assessed(review_on=TODAY + timedelta(days=2))
    with clock.held(clock.now() + timedelta(days=1)):
        world.commissioned_run()
    with clock.held(clock.now() + timedelta(days=2)), refused("assessment_lapsed"):
        world.commissioned_run()


def test_an_assessment_that_ended_is_refused(world):
    world.ended_assessment(world.assessed())
    with refused("assessment_ended"):
        world.commissioned_run()


def test_a_run_without_any_readable_feed_is_refused(world):
    world.feed(agreed=False)
    with refused("run_without_feeds"):
        world.commissioned_run()


def test_a_feed_shared_for_another_purpose_is_not_read(world):
    world.feed(agreed=False)
    world.agreement(purposes=["evaluation"])
    world.extract()
    with refused("run_without_feeds"):
        world.commissioned_run()


def test_a_role_without_the_permission_commissions_nothing(world):
    with pytest.raises(NotPermitted):
        commission_profile_run(
            world.central,
            purpose="x",
            impact_assessment="x",
            review_on=TODAY + timedelta(days=9),
            at=clock.now(),
            cluster_keys=["porth"],
        )
