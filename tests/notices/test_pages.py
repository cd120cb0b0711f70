from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lynchpin.kernel import clock
from lynchpin.notices.models import Notice
from lynchpin.people.use_cases.form_family import form_family

RIGHTS = ("django_session", "organisations_", "kernel_", "SAVEPOINT")


def test_the_queue_and_a_notice_open_for_the_administrative_officer_and_for_no_worker(world, as_):
    notice = world.notice(world.reachable("letter"))
    for address in ("/notices/", f"/notices/{notice.reference}/", f"/notices/{notice.reference}/print/"):
        assert as_(world.admin_officer).get(address).status_code == 200
        assert as_(world.worker).get(address).status_code == 403


def test_a_letter_in_both_languages_stands_side_by_side(world, as_):
    notice = world.notice(world.reachable("letter"))
    page = as_(world.admin_officer).get(f"/notices/{notice.reference}/").content.decode()
    assert page.index('lang="cy">\n      <h2') < page.index('lang="en">\n      <h2')


def test_a_notice_about_one_person_names_nobody_else_of_the_household(world, as_):
    recipient, other = world.reachable("letter"), world.reachable("letter", forename="Tudur")
    members = [(recipient.reference, "adult"), (other.reference, "adult")]
    form_family(world.central, members=members, at=clock.now())
    notice = world.notice(recipient)
    page = as_(world.admin_officer).get(f"/notices/{notice.reference}/").content.decode()
    assert other.surname not in page and "Tudur" not in page


def test_a_letter_is_checked_printed_and_posted(world, as_):
    notice = world.notice(world.reachable("letter", language="en"))
    browser, address = as_(world.admin_officer), f"/notices/{notice.reference}/"
    assert "may not be printed" in browser.get(f"{address}print/").content.decode()
    assert browser.post(f"{address}check/", {"version": 1}).status_code == 303
    assert "7 Y Stryd" in browser.get(f"{address}print/").content.decode()
    assert browser.post(f"{address}post/", {"version": 2}).status_code == 303
    assert browser.post(f"{address}cancel/", {"version": 3}).status_code == 409
    assert Notice.unscoped.get().state == "sent"


def test_a_held_notice_says_why_beside_the_button(world, as_):
    notice = world.notice(world.resident())
    page = as_(world.admin_officer).get(f"/notices/{notice.reference}/").content.decode()
    assert "Nobody has asked them yet." in page


def test_a_plain_envelope_is_asked_for(world, as_):
    resident = world.reachable("letter")
    world.safe_contact(resident, channels=["letter"], letters_discreet=True)
    page = as_(world.admin_officer).get(f"/notices/{world.notice(resident).reference}/").content.decode()
    assert "plain envelope" in page


def test_the_list_filters_by_state_and_ignores_what_it_does_not_offer(world, as_):
    held, waiting = world.resident(), world.reachable("letter")
    world.notice(held)
    world.notice(waiting)
    page = as_(world.admin_officer).get("/notices/?state=held&sort=params").content.decode()
    assert held.surname in page and waiting.surname not in page


def test_a_letter_leads_to_the_next_one_to_check_and_the_last_to_the_first(world, as_):
    first, second = (world.notice(world.reachable("letter"), at=clock.now() - timedelta(days=ago)) for ago in (2, 1))
    browser = as_(world.admin_officer)
    for here, there in ((first, second), (second, first)):
        page = browser.get(f"/notices/{here.reference}/").content.decode()
        assert f'href="/notices/{there.reference}/">The next one to check' in page
    browser.post(f"/notices/{first.reference}/check/", {"version": 1})
    assert "The next one to check" not in browser.get(f"/notices/{second.reference}/").content.decode()


@pytest.mark.parametrize(("answer_by", "says"), [("2026-06-10", False), ("2026-06-09", True)])
def test_a_letter_that_names_a_past_day_says_so_before_it_is_checked(world, as_, answer_by, says):
    notice = world.notice(world.reachable("letter"), params={"answer_by": answer_by})
    page = as_(world.admin_officer).get(f"/notices/{notice.reference}/").content.decode()
    assert ("names a day that has passed" in page) is says


def test_a_held_notice_leads_to_the_person_whom_nobody_asked(world, as_):
    resident = world.resident()
    page = as_(world.admin_officer).get(f"/notices/{world.notice(resident).reference}/").content.decode()
    assert f'href="/people/{resident.reference}/"' in page


def test_a_decision_sent_twice_is_told_and_changes_nothing(world, as_):
    notice = world.notice(world.reachable("letter"))
    browser, address = as_(world.admin_officer), f"/notices/{notice.reference}/"
    sent = {"version": 1, "form_key": "once"}
    assert [browser.post(f"{address}check/", sent).status_code for _ in range(2)] == [303, 303]
    assert browser.post(f"{address}cancel/", {"version": 1}).status_code == 409
    assert Notice.unscoped.get().state == "checked"


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
def test_a_decision_without_a_version_that_can_be_read_is_refused(world, as_, version):
    notice = world.notice(world.reachable("letter"))
    answer = as_(world.admin_officer).post(f"/notices/{notice.reference}/check/", {"version": version})
    assert answer.status_code == 409 and Notice.unscoped.get().state == "waiting"


def test_statements_of_the_list_do_not_grow(world, as_):
    browser, counts = as_(world.admin_officer), []
    for _ in range(2):
        world.notice(world.reachable("letter"))
        with CaptureQueriesContext(connection) as seen:
            browser.get("/notices/")
        counts.append(sum(not any(word in query["sql"] for word in RIGHTS) for query in seen.captured_queries))
    assert counts[0] == counts[1] <= 15
