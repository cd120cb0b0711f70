from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.pathways.use_cases.withdraw_handover import withdraw_handover
from lynchpin.people.use_cases.restrict_resident import restrict_resident
from tests.conftest import NOON
from tests.pathways.moving import today_typed
from tests.support import refused, trail


def test_a_pack_is_kept_with_the_story_and_the_consent(world):
    case = world.case(worker=world.worker)
    handover = world.handover(case, world.worker)
    assert (handover.state, handover.to_organisation_id, handover.sent_at) == ("prepared", "housing", None)
    assert (handover.agreed_on, handover.what_matters) == (clock.today(), "Cael gwaith yn agos i gartref")
    assert trail("pathways.handover_prepared") == [{"case": case.pk, "way": "down"}]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"to_organisation": ""}, "handover_to_nobody"),
        ({"contact_name": ""}, "handover_without_contact"),
        ({"contact_role": ""}, "handover_without_contact"),
        ({"what_matters": " "}, "handover_untold"),
        ({"what_was_tried": ""}, "handover_untold"),
        ({"agreed_by": ""}, "handover_without_consent"),
        ({"agreed_on": None}, "handover_without_consent"),
        ({"agreed_to": ""}, "handover_without_consent"),
        ({"agreed_on": NOON.date() + timedelta(days=1)}, "consent_in_future"),
    ],
)
def test_a_pack_that_lacks_something_is_refused(world, facts, code):
    with refused(code):
        world.handover(world.case(worker=world.worker), world.worker, **facts)


def to_colleague(world, colleague, case=None):
    case = case or world.case(worker=world.worker)
    return world.handover(case, world.worker, to_organisation="", to_staff_id=colleague.staff_id)


def test_it_goes_to_one_and_not_to_two(world):
    colleague = world.actor("engagement-worker", cluster="porth")
    with refused("handover_to_nobody"):
        world.handover(world.case(worker=world.worker), world.worker, to_staff_id=colleague.staff_id)


def test_nobody_hands_over_to_themselves(world):
    with refused("handover_to_oneself"):
        to_colleague(world, world.worker)


def test_a_colleague_who_holds_no_cases_cannot_take_it_on(world):
    with refused("handover_to_unsuitable"):
        to_colleague(world, world.referrer)


def test_a_colleague_who_must_not_see_the_person_cannot_take_it_on(world):
    case = world.case(worker=world.worker)
    colleague = world.actor("engagement-worker", cluster="porth")
    restrict_resident(
        world.data_protection_officer,
        reference=world.resident_of(case).reference,
        kind="exclusion",
        hidden_from=colleague.staff_id,
        reason="Asked for",
        at=clock.now(),
    )
    with refused("handover_to_unsuitable"):
        to_colleague(world, colleague, case)


def test_one_handover_of_a_case_at_a_time(world):
    case = world.case(worker=world.worker)
    first = world.handover(case, world.worker)
    with refused("handover_under_way"):
        world.handover(case, world.worker)
    world.handover_step(withdraw_handover, first, world.worker, because="They changed their mind")
    assert world.handover(case, world.worker).state == "prepared"


def test_who_prepares_another_is_led_to_the_one_under_way(world, as_):
    case = world.case(worker=world.worker)
    address = f"/pathways/handovers/prepare/{case.reference}/"
    browser = as_(world.worker)
    assert browser.get(address).status_code == 200
    first = world.handover(case, world.worker)
    answer = browser.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/pathways/handovers/{first.reference}/")


def test_a_closed_case_hands_nobody_over(world):
    case = world.closed(world.case(worker=world.worker), world.worker)
    with refused("handover_case_closed"):
        world.handover(case, world.worker)


def test_an_organisation_that_is_not_there_is_not_found(world):
    with pytest.raises(NotFound):
        world.handover(world.case(worker=world.worker), world.worker, to_organisation="invented")


def test_a_colleagues_case_is_not_found(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotFound):
        world.handover(case, world.actor("engagement-worker", cluster="porth"))


def test_preparing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.handover(world.case(worker=world.worker), world.without(world.worker, "pathways.prepare_handover"))


def test_the_form_begins_with_what_is_written_in_the_case(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.plan(case, world.worker, "Sleep better")
    browser, address = as_(world.worker), f"/pathways/handovers/prepare/{case.reference}/"
    text = browser.get(address).content.decode()
    assert "Cael gwaith yn agos i gartref" in text and "Sleep better: 3 → 3" in text
    sent = {
        "way": "up",
        "what_matters": "Gwaith",
        "language": "cy",
        "what_changed": "Much",
        "what_was_tried": "Much",
        "agreed_by": "The person",
        "agreed_to": "All of it",
        "to_organisation": "housing",
        "contact_name": "Invented Contact",
        "contact_role": "Worker",
    } | today_typed("agreed_on")
    refusal = browser.post(address, sent | {"contact_role": ""})
    assert refusal.status_code == 422 and "and their role" in refusal.content.decode()
    assert browser.post(address, sent).status_code == 303


def test_a_referrer_may_not_open_the_page(world, as_):
    assert as_(world.referrer).get(f"/pathways/handovers/prepare/{world.case().reference}/").status_code == 403
