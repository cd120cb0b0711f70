"""From commission to answers, over the service's own kept extracts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Refused
from lynchpin.organisations.models import SharingAgreement
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from lynchpin.profiles.models import FamilyProfile, ProfileRun
from lynchpin.profiles.queries.inputs import inputs_of_run
from lynchpin.profiles.running import make_profile, run_profile
from lynchpin.profiles.use_cases.approve_profile_run import approve_profile_run
from lynchpin.reference import open_pack
from lynchpin_vrp import ROUTES
from tests.support import refused
from tests.world import profiled
from tests.world.profiles import ASSESSMENT

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


def test_a_run_goes_from_commission_to_waiting_for_approval(world):
    world.street()
    world.assessed()
    phases = []
    reference = run_profile(
        world.commissioner,
        purpose="Early help",
        impact_assessment=ASSESSMENT,
        cluster_keys=["porth"],
        as_at=profiled.AS_AT,
        progress=lambda done, total: phases.append(done),
    )
    assert ProfileRun.unscoped.get(reference=reference).state == "received"
    assert FamilyProfile.unscoped.order_by("-vulnerability").first().vulnerability_band != "green"
    assert phases == sorted(phases) and phases[0] == 0


def test_an_agreement_that_ended_meanwhile_takes_its_feed_out_of_the_run(world):
    world.street()
    reference = world.commissioned_run()
    agreement = SharingAgreement.unscoped.get(feed="housing")
    dpo = world.data_protection_officer
    revoke_agreement(dpo, reference=agreement.reference, version=agreement.version, reason="breach", at=clock.now())
    paths = {feed.key: feed.path for feed in inputs_of_run(world.commissioner, reference).feeds}
    assert paths["housing"] is None and paths["education"] is not None


def test_a_feed_that_no_partner_ever_agreed_to_is_no_part_of_a_run(world):
    world.street()
    world.feed("police", agreed=False)
    reference = world.commissioned_run()
    assert "police" not in {feed.key for feed in inputs_of_run(world.commissioner, reference).feeds}


def test_a_run_whose_files_are_gone_fails_with_its_reason(world, data_folder):
    world.street()
    reference = world.commissioned_run()
    for path in (data_folder / "feeds").rglob("*.parquet"):
        path.unlink()
    with pytest.raises(Refused):
        make_profile(world.commissioner, reference=reference)
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.state, run.failure_code) == ("failed", "run_could_not_link")


def test_a_run_whose_assessment_lapses_before_it_is_made_publishes_nothing(world):
    world.street()
    reference = world.commissioned_run()
    with clock.held(clock.now() + timedelta(days=180)), refused("assessment_lapsed"):
        make_profile(replace(world.commissioner, on=clock.today()), reference=reference)
    run = ProfileRun.unscoped.get(reference=reference)
    assert (run.state, run.failure_code) == ("failed", "assessment_lapsed") and not FamilyProfile.unscoped.exists()


def test_profiling_suggests_what_the_packs_matrix_says():
    rows = open_pack("cwm-taf").table("frontdoor", "band_routes")
    assert {(row["vulnerability"], row["resilience"]): row["route"] for row in rows} == ROUTES


def test_a_feed_that_has_not_come_shows_how_much_it_could_add(world, as_):
    world.street()
    agreement = SharingAgreement.unscoped.get(feed="childrens_services")
    dpo = world.data_protection_officer
    revoke_agreement(dpo, reference=agreement.reference, version=agreement.version, reason="breach", at=clock.now())
    reference = world.commissioned_run()
    make_profile(world.commissioner, reference=reference)
    version = ProfileRun.unscoped.get(reference=reference).version
    approve_profile_run(world.approver, reference=reference, version=version, at=clock.now())
    profile = world.profile_in_need()
    assert profile.vulnerability_upper_bound - profile.vulnerability == 800, "a recent closure, and a young carer"
    page = as_(world.central).get(reverse("profiles:family_profile", args=[profile.pk])).content.decode()
    assert "Feeds that have not come could add up to 8 points more." in page
