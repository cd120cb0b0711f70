from datetime import timedelta

import pytest

from lynchpin.casework.models import EarlierWording, WhatMatters
from lynchpin.casework.use_cases.correct_what_matters import correct_what_matters
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


def correct(actor, case, talk, **answers) -> int:
    given = {"held_on": clock.today(), "language": "cy", "outcomes": "Cael gwaith", "version": 1} | answers
    return correct_what_matters(actor, reference=case.reference, conversation_id=talk, at=clock.now(), **given)


def test_a_conversation_is_put_right_and_what_it_said_before_is_kept(world, case):
    talk = world.conversation(case, world.worker)
    correct(world.lead_worker, case, talk)
    assert WhatMatters.unscoped.get().outcomes == "Cael gwaith"
    before = EarlierWording.unscoped.get()
    assert (before.words["outcomes"], before.recorded_by) == ("Cael gwaith yn agos i gartref", world.worker.staff_id)
    assert trail("casework.what_matters_corrected")[-1] == {"case": case.pk, "version": 2}


def test_a_stale_page_shows_both_and_loses_neither(world, as_, case):
    talk = world.conversation(case, world.worker)
    correct(world.lead_worker, case, talk)
    browser, address = as_(world.worker), f"/casework/{case.reference}/what-matters/{talk}/"
    on = {"held_on_day": "10", "held_on_month": "6", "held_on_year": "2026"}
    typed = on | {"version": "1", "language": "en", "outcomes": "Gwaith yn y dref"}
    page = browser.post(address, typed)
    both = {each.label: (each.stored, each.typed) for each in page.context["form"].differences}
    assert page.status_code == 422 and both == {
        "In which language?": ("Welsh", "English"),
        "What matters to them?": ("Cael gwaith", "Gwaith yn y dref"),
    }
    assert browser.post(address, typed | {"version": "2"}).status_code == 303
    assert set(EarlierWording.unscoped.values_list("words__outcomes", flat=True)) == {
        "Cael gwaith yn agos i gartref",
        "Cael gwaith",
    }


def test_a_stale_draft_comes_back_with_the_version_it_was_typed_over(world, as_, case):
    talk = world.conversation(case, world.worker)
    browser, address = as_(world.worker), f"/casework/{case.reference}/what-matters/{talk}/"
    browser.post(address, {"version": "1", "outcomes": "Gwaith yn y dref", "draft": "keep"})
    correct(world.lead_worker, case, talk)
    form = browser.get(address).context["form"]
    assert (form["version"].value(), form["outcomes"].value()) == ("1", "Gwaith yn y dref")


def test_a_day_to_come_is_refused(world, case):
    talk = world.conversation(case, world.worker)
    with refused("conversation_in_future"):
        correct(world.worker, case, talk, held_on=clock.today() + timedelta(days=1))


def test_a_stale_correction_is_not_kept(world, case):
    talk = world.conversation(case, world.worker)
    correct(world.lead_worker, case, talk)
    with pytest.raises(Stale):
        correct(world.worker, case, talk)


def test_a_colleagues_case_is_not_found(world, case):
    talk = world.conversation(case, world.worker)
    with pytest.raises(NotFound):
        correct(world.actor("engagement-worker", cluster="porth"), case, talk)


def test_correcting_needs_its_permission(world, case):
    talk = world.conversation(case, world.worker)
    with pytest.raises(NotPermitted):
        correct(world.without(world.worker, "casework.correct_what_matters"), case, talk)


def test_a_manager_may_not_open_the_page(world, as_, case):
    talk = world.conversation(case, world.worker)
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{case.reference}/what-matters/{talk}/").status_code == 403
