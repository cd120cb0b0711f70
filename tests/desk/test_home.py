"""Each role is told what to do next, and finds its first useful thing there."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from lynchpin.casework.models import Case
from lynchpin.kernel import clock
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Staff
from tests.casework.counting import statements
from tests.conftest import NOON
from tests.outcomes.bringing import csv_of, row_of, stage

HOME = "/desk/"
TUESDAY, SUNDAY = datetime(2026, 6, 9, 9, tzinfo=UTC), datetime(2026, 6, 14, 12, tzinfo=UTC)


def text(page) -> str:
    assert page.status_code == 200, page.status_code
    return page.content.decode()


def names(world, case: Case) -> str:
    person = world.resident_of(case)
    return f"{person.forename} {person.surname}"


@pytest.fixture
def three_weeks_ago():
    return NOON - timedelta(days=21)


def test_a_worker_sees_who_is_due_with_the_safe_way_and_records_a_contact_in_one_tap(world, as_, three_weeks_ago):
    world.colleagues_since(three_weeks_ago)
    case = world.case(worker=world.worker, at=three_weeks_ago)
    world.safe_contact(world.resident_of(case), channels=["phone"], when="after four", must_not_know="my brother")
    page = text(as_(world.worker).get(HOME))
    assert names(world, case) in page and "overdue" in page
    assert "Safe: phone call. When: after four." in page and "Must not know: my brother." in page
    assert reverse("casework:record_contact", args=[case.reference]) in page


def test_one_tap_rings_whoever_said_that_it_is_safe_and_nobody_else(world, as_):
    ringing = 'href="tel:07700900321"'
    safe, not_asked = (world.case(world.resident(phone="07700 900321"), worker=world.worker) for _ in range(2))
    world.safe_contact(world.resident_of(safe), channels=["phone"])
    assert text(as_(world.worker).get(HOME)).count(ringing) == 1
    world.contact_stopped(world.resident_of(safe))
    assert ringing not in text(as_(world.worker).get(HOME))
    assert world.resident_of(not_asked).phone == "07700 900321"


def test_a_person_with_whom_outreach_is_stopped_has_no_contact_button(world, as_):
    case = world.case(worker=world.worker)
    world.contact_stopped(world.resident_of(case))
    page = text(as_(world.worker).get(HOME))
    assert "Make no contact now. Ask the safeguarding lead first." in page
    assert reverse("casework:record_contact", args=[case.reference]) not in page


def test_a_worker_is_told_first_to_ask_how_it_is_safe(world, as_):
    world.case(worker=world.worker)
    assert "Nobody has asked yet how it is safe to reach them" in text(as_(world.worker).get(HOME))


def test_everybody_on_a_caseload_is_shown_once(world, as_):
    cases = [world.case(worker=world.worker) for _ in range(2)]
    world.contact(cases[0], world.worker)
    page = text(as_(world.worker).get(HOME))
    links = [reverse("desk:overview", args=[world.resident_of(case).reference]) for case in cases]
    assert [page.count(f'href="{link}"') for link in links] == [1, 1]


def test_a_worker_without_cases_is_told_where_they_come_from(world, as_):
    assert "Nobody is on your caseload yet." in text(as_(world.worker).get(HOME))


def test_another_workers_person_is_not_on_mine(world, as_):
    case = world.case(worker=world.worker)
    other = world.actor("engagement-worker", cluster="porth")
    assert names(world, case) not in text(as_(other).get(HOME))


def test_a_lead_worker_sees_referrals_to_open_and_cases_beside_headroom(world, as_):
    referral, case = world.referral_to_open(), world.case()
    worker = Staff.unscoped.get(pk=world.worker.staff_id).name
    page = text(as_(world.lead_worker).get(HOME))
    assert reverse("casework:open_case", args=[referral.reference]) in page
    assert reverse("casework:allocate_case", args=[case.reference]) in page
    assert worker in page and "of 100 points" in page


def test_a_referral_routed_to_a_colleague_is_not_mine_to_open(world, as_):
    referral = world.referral_to_open()
    other = world.actor("lead-worker", cluster="porth")
    assert reverse("casework:open_case", args=[referral.reference]) not in text(as_(other).get(HOME))


def test_the_centre_sees_what_breaches_today_by_name(world, as_):
    referral = world.referral()
    with clock.held(NOON + timedelta(days=30)):
        page = text(as_(world.central).get(HOME))
    assert referral.told_name in page and "Late by" in page


def test_nothing_breaches_while_time_is_left(world, as_):
    referral = world.referral()
    page = text(as_(world.central).get(HOME))
    assert "Nothing breaches today." in page and referral.told_name not in page


def test_the_centre_owns_those_outside_every_cluster(world, as_):
    referral = world.routed(area_code=world.OUTSIDE)
    page = text(as_(world.central).get(HOME))
    assert reverse("casework:open_case", args=[referral.reference]) in page


def test_a_cluster_manager_sees_two_clusters_side_by_side_in_alphabetical_order(world, as_):
    assert world.actor("engagement-worker", cluster="taf-west") and world.worker, "each cluster has a worker"
    page = text(as_(world.cluster_manager).get(HOME))
    assert page.index('id="cluster-porth"') < page.index('id="cluster-taf-west"')
    assert page.count("govuk-grid-column-one-half") >= 2 and "not spoken with for two weeks" in page


def test_an_administrative_officer_sees_letters_to_check(world, as_):
    notice = world.notice(world.reachable("letter"))
    page = text(as_(world.admin_officer).get(HOME))
    assert reverse("notices:notice", args=[notice.reference]) in page


def test_the_newest_letter_to_check_stands_first_and_the_number_leads_to_the_rest(world, as_):
    first = world.notice(world.reachable("letter"), at=NOON - timedelta(days=2))
    second = world.notice(world.reachable("letter"), at=NOON - timedelta(days=1))
    page = text(as_(world.admin_officer).get(HOME))
    assert page.index(second.reference) < page.index(first.reference)
    assert 'app-tile__value">2<' in page and "/notices/?state=waiting" in page


def test_a_letter_written_just_after_midnight_in_summer_has_the_day_it_had_here(world, as_):
    world.notice(world.reachable("letter"), at=datetime(2026, 6, 8, 23, 30, tzinfo=UTC))
    assert "written on 9 June 2026" in text(as_(world.admin_officer).get(HOME))


def test_the_centre_sees_a_file_that_was_brought_and_never_applied(world, as_):
    staged = stage(world, csv_of(row_of())).reference
    assert reverse("outcomes:apply_import", args=[staged]) in text(as_(world.central).get(HOME))
    assert reverse("outcomes:apply_import", args=[staged]) not in text(as_(world.admin_officer).get(HOME))


def test_at_a_weekend_the_numbers_of_the_queue_say_what_its_tags_say(world, as_):
    world.referral(at=TUESDAY)
    with clock.held(SUNDAY):
        page = text(as_(world.central).get(HOME))
    late, today = re.findall(r'app-tile__value">(\d+)<', page)[:2]
    assert (late, today) == (str(page.count("Late by")), str(page.count("Decide today")))
    assert late + today != "00", "something breaches"


def test_no_door_leads_where_the_menu_or_the_button_above_leads_already(world, as_):
    for actor in (world.admin_officer, world.lead_worker, world.referrer, world.data_protection_officer):
        page = text(as_(actor).get(HOME))
        menu, main = page[page.index("navigation") : page.index("<main")], page[page.index("<main") :]
        elsewhere = set(re.findall(r'href="(/[^"]+)"', menu))
        beside = re.findall(r'href="([^"]+)"', main[main.index("<aside") : main.index("</aside>")])
        assert beside and not elsewhere & set(beside)
        assert main.count(f'href="{reverse("frontdoor:send_referral")}"') <= 1


def test_the_centre_keeps_the_doors_that_its_menu_leaves_out(world, as_):
    page = text(as_(world.central).get(HOME))
    assert page.count(f'href="{reverse("profiles:feeds")}"') == 1


def test_the_number_of_colleagues_is_not_taken_for_those_without_a_role(world, as_):
    page = text(as_(world.actor("system-admin")).get(HOME))
    assert "app-tile__value" not in page and "at work</a>" in page


def test_a_concern_just_raised_is_pressing_and_not_overdue(world, as_):
    world.concern(world.resident())
    page = text(as_(world.safeguarding_lead).get(HOME))
    assert "Telephone now" in page and "Overdue" not in page


def test_a_referrer_sees_what_became_of_their_referral(world, as_):
    referral = world.referral(sent_by=world.referrer)
    page = text(as_(world.referrer).get(HOME))
    assert referral.told_name in page and "Received" in page
    assert reverse("frontdoor:send_referral") in page


def test_a_data_protection_officer_sees_agreements_that_end_and_who_looked(world, as_):
    resident = world.resident()
    agreement = world.agreement("education", ends_on=clock.today() + timedelta(days=20), review_on=clock.today())
    as_(world.central).get(reverse("people:resident", args=[resident.reference]))
    page = text(as_(world.data_protection_officer).get(HOME))
    assert reverse("organisations:agreement", args=[agreement]) in page
    assert resident.reference in page and resident.surname not in page


def test_a_head_of_service_sees_merges_to_decide(world, as_):
    kept, merged = world.resident(), world.resident(forename="Llŷr")
    proposal = world.proposed_merge(kept, merged)
    page = text(as_(world.head_of_service).get(HOME))
    assert reverse("people:merge_residents", args=[proposal]) in page
    assert f"Llŷr {merged.surname} into Gwenno {kept.surname}" in page


def test_a_safeguarding_lead_sees_concerns_by_what_is_due(world, as_):
    concern = world.concern(world.resident_of(world.case(worker=world.worker)))
    page = text(as_(world.safeguarding_lead).get(HOME))
    assert reverse("safeguarding:concern", args=[concern.reference]) in page and "Report it by telephone now." in page


def test_a_profile_owner_sees_a_feed_without_an_agreement(world, as_):
    key = world.feed(agreed=False)
    page = text(as_(world.actor("profile-owner")).get(HOME))
    assert reverse("profiles:feed", args=[key]) in page and "There is no sharing agreement for this feed." in page


def test_a_system_administrator_sees_who_waits_for_a_role(world, as_):
    from lynchpin.organisations.use_cases.add_account import add_account
    from tests.world.staff import machine

    given = {"name": "Heulwen Pryce", "email": "heulwen@example.org", "organisation": "council"}
    add_account(machine("system-admin"), at=clock.now(), **given)
    page = text(as_(world.system_admin).get(HOME))
    assert "Heulwen Pryce" in page and "No role yet" in page


def test_a_zone_coordinator_is_led_to_their_zone(world, as_):
    page = as_(world.actor("zone-coordinator", zone="gurnos")).get(HOME)
    assert page["Location"] == reverse("desk:zone", args=["gurnos"])


@pytest.mark.parametrize("role", ["analyst", "board-member", "scrutiny-member"])
def test_those_who_see_no_records_are_at_home_on_the_scorecard(world, as_, role):
    assert as_(world.actor(role)).get(HOME)["Location"] == reverse("outcomes:scorecard")


def test_whoever_has_chosen_no_role_is_asked_which(world, as_, client):
    lead = world.lead_worker
    world.assigned(lead.staff_id, "admin-officer")
    browser = as_(lead)
    session = browser.session
    del session["assignment"]
    session.save()
    assert browser.get(HOME)["Location"] == reverse("organisations:choose_role")


def test_a_visitor_is_sent_to_the_door(world, client):
    assert client.get(HOME)["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("role", Role.values)
def test_every_role_has_a_home(world, as_, role):
    reach = {"cluster": "porth"} if "worker" in role or "manager" in role else {}
    reach |= {"zone": "gurnos"} if role == "zone-coordinator" else {}
    page = as_(world.actor(role, **reach)).get(HOME, follow=True)
    assert page.status_code == 200 and "<h1" in page.content.decode()


@pytest.mark.parametrize(
    ("role", "most"),
    [("worker", 15), ("lead_worker", 40), ("cluster_manager", 40), ("central", 40), ("head_of_service", 40)],
)
def test_a_home_needs_as_many_statements_for_many_as_for_few(world, as_, role, most):
    browser = as_(getattr(world, role))
    few = _asked(world, browser)
    assert few == _asked(world, browser, more=3) and few <= most


def _asked(world, browser, more: int = 1) -> int:
    for _ in range(more):
        case = world.case(worker=world.worker)
        world.safe_contact(world.resident_of(case), channels=["phone"])
        world.case()
        world.referral_to_open()
    return statements(lambda: browser.get(HOME))
