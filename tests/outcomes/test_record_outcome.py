from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.outcomes.models import Achievement
from tests.support import refused, trail


def test_an_outcome_is_kept_with_its_evidence(world):
    case = world.case(worker=world.worker)
    world.outcome(case, world.worker, evidence="document", evidence_note="Contract of work")
    kept = Achievement.unscoped.get()
    assert (kept.resident_id, kept.cluster_key, kept.measure_key) == (case.resident_id, "porth", "OM01")
    assert trail("outcomes.outcome_recorded")[-1] == {"case": case.pk, "measure": "OM01", "evidence": "document"}


def test_it_counts_once_a_measure_and_case(world):
    case = world.case(worker=world.worker)
    world.outcome(case, world.worker)
    with refused("outcome_already_counted"):
        world.outcome(case, world.worker)
    world.outcome(case, world.worker, measure="OM05")


def test_a_day_to_come_is_refused(world):
    with refused("outcome_in_future"):
        world.outcome(world.case(worker=world.worker), world.worker, achieved_on=clock.today() + timedelta(days=1))


def test_a_day_before_the_case_opened_is_refused(world):
    with refused("outcome_before_case"):
        world.outcome(world.case(worker=world.worker), world.worker, achieved_on=clock.today() - timedelta(days=1))


def test_a_document_has_to_be_named(world):
    with refused("evidence_not_described"):
        world.outcome(world.case(worker=world.worker), world.worker, evidence="document")


def test_an_unknown_measure_is_refused(world):
    with refused("measure_not_in_force"):
        world.outcome(world.case(worker=world.worker), world.worker, measure="OM99")


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        world.outcome(world.case(worker=world.worker), world.actor("engagement-worker", cluster="porth"))


def test_recording_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.outcome(world.case(worker=world.worker), world.without(world.worker, "outcomes.record_outcome"))


def test_the_worker_records_it_on_the_page_and_it_is_offered_no_more(world, as_):
    world.measures()
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/outcomes/{case.reference}/record/"
    assert "People entering work" in browser.get(address).content.decode()
    sent = {
        "measure_key": "OM01",
        "achieved_on_day": "10",
        "achieved_on_month": "6",
        "achieved_on_year": "2026",
        "evidence": "seen",
    }
    assert browser.post(address, sent).status_code == 303
    assert "People entering work" not in browser.get(address).content.decode()


def test_the_centre_may_not_open_the_page(world, as_):
    assert as_(world.central).get(f"/outcomes/{world.case().reference}/record/").status_code == 403
