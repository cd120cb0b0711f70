from datetime import date, timedelta

import pytest

from lynchpin.casework import family_rules as rules
from lynchpin.casework.models import FamilyMeeting, FamilyTeam, FamilyTeamMember
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def test_a_meeting_says_who_came_what_was_agreed_and_when_next(world):
    team, _, mother, _ = world.agreed_team()
    assert world.family_met(team, world.worker, family=[mother.pk]) == "2026-07-22"
    met = FamilyTeam.unscoped.get(pk=team.pk)
    assert (met.status, met.review_on) == ("meeting", date(2026, 7, 22))
    assert trail("casework.family_meeting_held")[-1]["family"] == 1


@pytest.mark.parametrize(
    ("met", "next_on"),
    [
        (date(2026, 6, 10), date(2026, 7, 22)),
        (date(2026, 6, 13), date(2026, 7, 24)),  # a Saturday: the Friday before it
        (date(2026, 7, 20), date(2026, 8, 28)),  # six weeks on is the bank holiday of 31 August
        (date(2026, 11, 13), date(2026, 12, 24)),  # Christmas Day
    ],
)
def test_the_next_review_is_the_last_working_day_within_six_weeks(met, next_on):
    assert rules.within_six_weeks(met) == next_on


def test_a_closed_day_of_the_service_is_no_working_day():
    assert rules.within_six_weeks(date(2026, 6, 10), frozenset({date(2026, 7, 22)})) == date(2026, 7, 21)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"held_on": date(2026, 6, 11)}, "family_meeting_in_future"),
        ({"held_on": date(2026, 6, 9)}, "family_meeting_too_early"),
        ({"members": []}, "family_meeting_of_nobody"),
        ({"review_on": date(2026, 7, 23)}, "family_review_too_late"),
        ({"review_on": date(2026, 6, 10)}, "family_review_too_late"),
    ],
)
def test_a_meeting_that_cannot_have_been_is_refused(world, given, code):
    team, *_ = world.agreed_team()
    with refused(code):
        world.family_met(team, world.worker, **given)


def test_nobody_of_the_family_sits_there_who_did_not_agree(world):
    team, _, _, daughter = world.agreed_team()
    with refused("about_without_consent"):
        world.family_met(team, world.worker, family=[daughter.pk])
    unasked = world.family_team(world.case(worker=world.worker), world.worker)
    with refused("nobody_agreed"):
        world.family_met(unasked, world.worker)


def test_a_member_of_another_team_did_not_come(world):
    team, *_ = world.agreed_team()
    other = world.family_team(world.case(worker=world.worker), world.worker)
    with pytest.raises(NotFound):
        world.family_met(team, world.worker, members=[FamilyTeamMember.unscoped.get(team=other).pk])


def test_two_who_record_a_meeting_at_once_keep_one(world):
    team, *_ = world.agreed_team()
    world.family_met(team, world.worker)
    with pytest.raises(Stale):
        world.family_met(team, world.worker, version=team.version)
    assert FamilyMeeting.unscoped.count() == 1


def test_a_late_review_is_said_on_the_page_and_at_home(world, as_):
    team, *_ = world.agreed_team()
    world.family_assessed(team, world.worker)
    world.family_met(team, world.worker)
    with clock.held(clock.now() + timedelta(days=60)):
        browser = as_(world.worker)
        assert "is late" in browser.get(f"/casework/families/{team.reference}/").content.decode()
        home = browser.get("/desk/from-colleagues/").content.decode()
        assert team.reference in home


def test_meeting_needs_its_permission(world):
    team, *_ = world.agreed_team()
    with pytest.raises(NotPermitted):
        world.family_met(team, world.without(world.worker, "casework.hold_family_meeting"))


def test_a_meeting_is_recorded_on_its_page(world, as_):
    team, _, mother, _ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/meetings/new/"
    assert browser.get(address).status_code == 200
    sent = {"held_on_day": "10", "held_on_month": "6", "held_on_year": "2026", "agreed": "A quiet room", "version": "1"}
    assert browser.post(address, sent).status_code == 422
    came = {"members": [FamilyTeamMember.unscoped.get(team=team).pk], "family": [mother.pk]}
    assert browser.post(address, sent | came).status_code == 303


def test_the_form_as_a_browser_sends_it_is_kept_once(world, as_):
    team, *_ = world.agreed_team()
    browser, address = as_(world.worker), f"/casework/families/{team.reference}/meetings/new/"
    key = browser.get(address).context["form"]["form_key"].value()
    sent = {"held_on_day": "10", "held_on_month": "6", "held_on_year": "2026", "agreed": "A quiet room", "version": "1"}
    came = {"members": [FamilyTeamMember.unscoped.get(team=team).pk], "form_key": key}
    assert browser.post(address, sent | came).status_code == 303
    twice = browser.post(address, sent | came, follow=True)
    assert "Meet again by 22 July 2026" in twice.content.decode()
    assert FamilyMeeting.unscoped.count() == 1
