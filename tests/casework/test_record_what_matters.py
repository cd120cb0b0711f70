from datetime import timedelta

import pytest

from lynchpin.casework.models import WhatMatters
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.support import recorded, refused, trail


def test_what_matters_is_kept_in_the_language_it_was_said(world):
    world.conversation(world.case(worker=world.worker), world.worker)
    kept = WhatMatters.unscoped.get()
    assert (kept.language, kept.outcomes) == ("cy", "Cael gwaith yn agos i gartref")
    assert recorded()[-1] == "casework.what_matters_recorded"
    assert set(trail("casework.what_matters_recorded")[-1]) == {"case", "language"}, "no words in the trail"


def test_a_conversation_yet_to_come_is_refused(world):
    with refused("conversation_in_future"):
        world.conversation(world.case(worker=world.worker), world.worker, held_on=clock.today() + timedelta(days=1))


def test_a_closed_case_takes_no_more_conversations(world):
    case = world.case(worker=world.worker)
    world.closed(case, world.worker)
    with refused("case_closed"):
        world.conversation(case, world.worker)


def test_a_colleagues_case_is_not_found(world):
    with pytest.raises(NotFound):
        world.conversation(world.case(worker=world.worker), world.actor("engagement-worker", cluster="porth"))


def test_recording_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.conversation(world.case(worker=world.worker), world.without(world.worker, "casework.record_what_matters"))


def test_the_worker_records_it_on_the_page_and_reads_it_on_the_case(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/what-matters/"
    assert browser.get(address).status_code == 200
    sent = {"held_on_day": "9", "held_on_month": "6", "held_on_year": "2026", "language": "en", "outcomes": "To sleep"}
    assert browser.post(address, sent).status_code == 303
    assert "To sleep" in browser.get(f"/casework/{case.reference}/").content.decode()


def test_a_manager_may_not_open_the_form(world, as_):
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{world.case().reference}/what-matters/").status_code == 403
