"""What is measured of a run is kept as numbers, and only of the very run."""

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import AssuranceReport, ProfileRun
from lynchpin.profiles.running import measure_run, run_profile
from lynchpin.profiles.use_cases.record_assurance import record_assurance
from tests.support import refused, trail
from tests.world import profiled
from tests.world.profiles import ASSESSMENT

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")  # a run's steps ask from threads of their own

PURPOSE = "Early help before the summer"


def report(run: ProfileRun, **given):
    return {"content_hash": run.content_hash, "measures": [], "left_out": []} | given


@pytest.fixture
def made(world):
    """A run over the street that was really made by the service."""
    world.street()
    world.assessed()
    facts = {"impact_assessment": ASSESSMENT, "purpose": PURPOSE, "cluster_keys": ["porth"], "as_at": profiled.AS_AT}
    return run_profile(world.commissioner, **facts)


def test_a_run_is_measured_as_it_is_made(made):
    kept = AssuranceReport.unscoped.get()
    assert kept.content_hash == ProfileRun.unscoped.get(reference=made).content_hash
    assert {"size", "link_certainty", "band_share"} <= {row["code"] for row in kept.report["measures"]}


def test_a_run_is_made_anew_measured_and_nothing_of_it_is_left_behind(world, made, data_folder):
    measure_run(world.commissioner, reference=made)
    first, again = AssuranceReport.unscoped.order_by("pk")
    assert again.report == first.report
    assert trail("profiles.assurance_recorded")[0]["run"] == made
    assert not list((data_folder / "scratch").iterdir())


def test_small_groups_come_without_a_number(made):
    hidden = [row for row in AssuranceReport.unscoped.get().report["measures"] if row["suppressed"]]
    assert hidden and all(row["value"] is None and row["count"] is None for row in hidden)


def test_what_is_not_the_same_run_is_not_kept(world):
    run = ProfileRun.unscoped.get(reference=world.received_run())
    with refused("run_cannot_be_made_again"):
        told = report(run, content_hash="another")
        record_assurance(world.commissioner, reference=run.reference, report=told, at=clock.now())


def test_a_run_without_answers_is_not_measured(world):
    run = ProfileRun.unscoped.get(reference=world.commissioned_run())
    with refused("run_not_there_to_measure"):
        record_assurance(world.commissioner, reference=run.reference, report=report(run), at=clock.now())


def test_nothing_is_measured_while_profiling_is_stopped(world):
    reference = world.received_run()
    world.stopped()
    with refused("profiling_is_stopped"):
        measure_run(world.commissioner, reference=reference)


def test_an_unknown_run_is_not_found(world):
    with pytest.raises(NotFound):
        record_assurance(world.commissioner, reference="U-AAAA-AAA2", report={"content_hash": ""}, at=clock.now())


def test_a_reviewer_measures_nothing(world):
    with pytest.raises(NotPermitted):
        record_assurance(world.central, reference="U-AAAA-AAA2", report={}, at=clock.now())
