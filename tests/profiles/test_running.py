"""From commission to answers, over the service's own kept extracts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Refused
from lynchpin.organisations.models import SharingAgreement
from lynchpin.organisations.use_cases.revoke_agreement import revoke_agreement
from lynchpin.profiles.models import FamilyProfile, ProfileRun
from lynchpin.profiles.queries.inputs import inputs_of_run
from lynchpin.profiles.running import make_profile, run_profile
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
