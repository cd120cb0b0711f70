from datetime import timedelta
from uuid import uuid4

import pytest

from lynchpin.casework.models import Contact, Goal
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.face.forms import Taps
from lynchpin.framework.loading import load as load_framework
from lynchpin.frontdoor.models import TimelineEntry
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.use_cases.record_safe_contact import record_safe_contact
from lynchpin.reference import open_pack
from tests.casework.counting import statements
from tests.support import recorded, refused
from tests.world.staff import machine


def ask(world, case, *channels, **said):
    """Record which ways are safe for the person of a case."""
    resident = world.resident_of(case)
    record_safe_contact(
        world.central,
        reference=resident.reference,
        version=resident.version,
        channels=channels,
        nobody=not channels,
        at=clock.now(),
        **said,
    )


def test_a_contact_is_kept_and_the_next_is_due_in_two_weeks(world):
    case = world.case(worker=world.worker)
    world.contact(case, world.worker, note="Aeth yn dda")
    after = world.again(case.reference)
    assert after.last_contact_at == clock.now()
    assert after.next_contact_on == clock.today() + timedelta(days=14)
    assert after.version == case.version, "a contact makes no open form stale"
    assert "casework.contact_recorded" in recorded()


def test_a_contact_sent_twice_is_kept_once(world):
    case = world.case(worker=world.worker)
    client_id = uuid4()
    first = world.contact(case, world.worker, client_id=client_id)
    assert world.contact(case, world.worker, client_id=client_id, minutes=90) == first
    assert Contact.unscoped.count() == 1
    assert recorded()[-1] == "casework.contact_came_again"


def test_a_double_press_is_one_contact(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/contact/"
    form = browser.get(address).context["form"]
    sent = {
        "form_key": form["form_key"].value(),
        "client_id": form["client_id"].value(),
        "kind": "venue",
        "minutes": "15",
        "happened_on_day": "10",
        "happened_on_month": "6",
        "happened_on_year": "2026",
        "next_in": "",
    }
    assert [browser.post(address, sent).status_code for _ in range(2)] == [303, 303]
    assert Contact.unscoped.count() == 1


def test_a_try_without_a_reply_is_no_contact_but_is_told_to_the_front_door(world):
    case = world.case(worker=world.worker)
    world.contact(case, world.worker, kind="no-reply", minutes=5)
    after = world.again(case.reference)
    assert after.last_contact_at is None and after.next_contact_on == clock.today() + timedelta(days=3)
    assert TimelineEntry.unscoped.filter(kind="approach").count() == 1


def test_the_first_meeting_is_told_to_the_front_door_once(world):
    case = world.case(worker=world.worker)
    world.contact(case, world.worker)
    world.contact(case, world.worker)
    assert TimelineEntry.unscoped.filter(kind="met").count() == 1


def test_a_way_that_is_not_safe_is_refused_unless_said_why(world):
    case = world.case(worker=world.worker)
    ask(world, case, "text")
    with refused("channel_not_safe"):
        world.contact(case, world.worker, kind="phone")
    world.contact(case, world.worker, kind="phone", made_despite="They rang me")
    assert Contact.unscoped.get().made_despite == "They rang me"


def test_nobody_rings_before_it_was_asked_what_is_safe(world):
    with refused("contact_not_asked"):
        world.contact(world.case(worker=world.worker), world.worker, kind="phone")


def test_a_contact_yet_to_come_is_refused(world):
    with refused("contact_in_future"):
        world.contact(
            world.case(worker=world.worker),
            world.worker,
            at=clock.now(),
            happened_at=clock.now() + timedelta(minutes=1),
        )


def test_a_contact_before_the_case_opened_is_refused(world):
    with refused("contact_before_case"):
        world.contact(
            world.case(worker=world.worker), world.worker, at=clock.now(), happened_at=clock.now() - timedelta(days=1)
        )


def test_one_client_id_cannot_belong_to_two_cases(world):
    client_id = uuid4()
    world.contact(world.case(worker=world.worker), world.worker, client_id=client_id)
    with refused("contact_kept_elsewhere"):
        world.contact(world.case(worker=world.worker), world.worker, client_id=client_id)


def test_a_colleagues_case_is_not_found(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotFound):
        world.contact(case, world.actor("engagement-worker", cluster="porth"))


def test_recording_a_contact_needs_its_permission(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotPermitted):
        world.contact(case, world.without(world.worker, "casework.record_contact"))


def test_safe_contact_and_the_visit_note_stand_before_the_form(world, as_):
    case = world.case(worker=world.worker)
    ask(world, case, "text", must_not_know="Her brother", visit_safety="Two of you, there is a dog")
    text = as_(world.worker).get(f"/casework/{case.reference}/contact/").content.decode()
    assert "Two of you, there is a dog" in text and "Her brother" in text
    assert text.index("Her brother") < text.index("What kind of contact")


def test_a_form_with_nothing_in_it_says_what_to_do(world, as_):
    case = world.case(worker=world.worker)
    page = as_(world.worker).post(f"/casework/{case.reference}/contact/", {"kind": ""})
    assert page.status_code == 422 and "Choose what kind of contact it was." in page.content.decode()


def test_a_manager_may_not_open_the_form(world, as_):
    manager = world.actor("cluster-manager", cluster="porth")
    assert as_(manager).get(f"/casework/{world.case().reference}/contact/").status_code == 403


def test_a_stop_is_shown_and_refuses_a_visit(world, as_):
    case = world.case(worker=world.worker)
    ask(world, case, "phone", "visit")
    world.concern(world.resident_of(case))
    text = as_(world.worker).get(f"/casework/{case.reference}/contact/").content.decode()
    assert "Do not approach this person now" in text
    with refused("contact_on_hold"):
        world.contact(case, world.worker, kind="visit")


def test_a_contact_costs_few_statements_as_it_is_what_workers_do_all_day(world):
    case = world.case(worker=world.worker)
    ask(world, case, "phone")
    first = statements(lambda: world.contact(case, world.worker, kind="phone"))
    later = statements(lambda: world.contact(case, world.worker, kind="phone"))
    assert first <= 17, "the first meeting is also a step of the referral's journey, and stops its clock"
    assert later <= 11


def test_what_was_said_under_another_record_of_the_person_counts(world):
    resident, double = world.resident(), world.resident()
    world.safe_contact(double, channels=["phone"])
    case = world.case(resident, worker=world.worker)
    with refused("contact_not_asked"):
        world.contact(case, world.worker, kind="phone")
    world.merged(resident, double)
    assert world.contact(case, world.worker, kind="phone")


def test_a_contact_asks_only_what_can_be_answered(world, as_):
    case = world.case(worker=world.worker)
    address = f"/casework/{case.reference}/contact/"
    ask(world, case, "phone", "text", "visit")
    fields = as_(world.worker).get(address).context["form"].fields
    assert not {"goal_id", "made_despite"} & fields.keys(), "no goal yet, and every way is safe"
    ask(world, case, "phone")
    world.plan(case, world.worker)
    fields = as_(world.worker).get(address).context["form"].fields
    assert {"goal_id", "made_despite"} <= fields.keys()


def test_nobody_is_likely_not_to_answer_again(world, as_):
    case = world.case(worker=world.worker)
    ask(world, case, "phone", "text")
    world.contact(case, world.worker, kind="phone")
    world.contact(case, world.worker, kind="no-reply")
    form = as_(world.worker).get(f"/casework/{case.reference}/contact/").context["form"]
    assert form["kind"].value() == "phone"


def tries(world, case, *weeks):
    for week in weeks:
        at = clock.now() + timedelta(weeks=week)
        with clock.held(at):
            world.contact(case, world.worker, kind="no-reply", at=at, minutes=5)


def unasked(world):
    """A case of somebody who was sent to us without having been asked."""
    referral = world.referral_to_open(person_agrees=False)
    return world.allocated(open_case(world.lead_worker, referral=referral.reference, at=clock.now()), world.worker)


def test_somebody_who_never_asked_is_tried_three_times_in_six_weeks_and_not_a_fourth(world):
    case = unasked(world)
    tries(world, case, 0, 1, 2)
    with refused("approached_three_times"):
        tries(world, case, 5)
    tries(world, case, 7, 7.2)
    with refused("approached_three_times"):
        tries(world, case, 7.4)


def test_a_try_that_is_kept_late_counts_from_when_it_was(world):
    case = unasked(world)
    tries(world, case, 1, 2, 3)
    with refused("approached_three_times"):
        tries(world, case, 0)


def test_whoever_asked_or_was_met_may_be_tried_again(world):
    asked, met = world.case(worker=world.worker), unasked(world)
    world.contact(met, world.worker)
    for case in (asked, met):
        tries(world, case, 0, 1, 2, 3)


def test_tries_of_every_referral_of_the_same_person_are_counted(world):
    case = unasked(world)
    for _ in range(3):
        before = world.screened(resident=world.resident_of(case), person_agrees=False)
        world.extended(before, "approach")
    with refused("approached_three_times"):
        tries(world, case, 1)


def sent(browser, address, **answers):
    form = browser.get(address).context["form"]
    told = {"client_id": form["client_id"].value(), "kind": "venue", "minutes": "15"}
    return browser.post(address, told | answers)


@pytest.mark.parametrize(
    ("answers", "days_ago"),
    [
        ({"day": "today"}, 0),
        ({"day": "yesterday"}, 1),
        ({"day": "other", "happened_on_day": "8", "happened_on_month": "6", "happened_on_year": "2026"}, 2),
        ({"day": "today", "happened_on_day": "8", "happened_on_month": "6", "happened_on_year": "2026"}, 2),
    ],
)
def test_a_day_is_one_tap_and_a_day_that_was_typed_counts_more(world, as_, answers, days_ago):
    case = world.case(worker=world.worker, at=clock.now() - timedelta(days=5))
    assert sent(as_(world.worker), f"/casework/{case.reference}/contact/", **answers).status_code == 303
    assert clock.local_date(Contact.unscoped.get().at) == clock.today() - timedelta(days=days_ago)


def test_another_day_that_is_not_told_is_asked_for(world, as_):
    case = world.case(worker=world.worker)
    page = sent(as_(world.worker), f"/casework/{case.reference}/contact/", day="other")
    assert page.status_code == 422 and "Enter the day on which the contact took place." in page.content.decode()


def test_kind_day_length_and_goal_are_one_tap_each(world, as_):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    form = as_(world.worker).get(f"/casework/{case.reference}/contact/").context["form"]
    assert all(isinstance(form.fields[name].widget, Taps) for name in ("kind", "day", "minutes", "goal_id"))


def test_a_contact_has_the_well_being_goal_of_its_goal(world, as_):
    case = world.case(worker=world.worker)
    load_framework(open_pack("cwm-taf"), machine("system-admin"))
    goals = [PlannedGoal("Sleep better", 3, wellbeing_goal_key="WG3")]
    on = {"agreed_on": clock.today(), "at": clock.now()}
    agree_plan(world.worker, reference=case.reference, version=0, goals=goals, **on)
    world.contact(case, world.worker, goal_id=Goal.unscoped.get().pk)
    text = as_(world.worker).get(f"/casework/{case.reference}/").content.decode()
    assert "About the goal “Sleep better”, for “A healthier Wales”." in text
