import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.notices.choices import DigestKind, Pace
from lynchpin.notices.models import DigestSwitch
from lynchpin.notices.queries import own_switches
from lynchpin.notices.tellings import WORK, default_pace
from lynchpin.notices.use_cases.switch_digests import switch_digests
from lynchpin.organisations.policy import POLICY
from tests.support import refused, trail

PAGE = "/notices/told/"


def switch(actor, **paces):
    return switch_digests(actor, paces={kind.replace("_", "-"): pace for kind, pace in paces.items()}, at=clock.now())


def pace_of(actor, kind):
    return next(each.pace for each in own_switches(actor).switches if each.kind == kind)


def test_a_colleague_is_told_as_often_as_they_chose(world):
    assert switch(world.worker, contact_due="weekly", check_in_due="never") == 2
    assert pace_of(world.worker, "contact-due") == "weekly"
    assert trail("notices.digests_switched") == [{"kinds": ["check-in-due", "contact-due"]}]


def test_what_stays_as_it_was_is_not_kept(world):
    assert switch(world.worker, contact_due="daily") == 0
    assert not DigestSwitch.unscoped.exists()


def test_a_choice_is_changed_again_and_kept_once(world):
    switch(world.worker, contact_due="never")
    switch(world.worker, contact_due="daily")
    assert pace_of(world.worker, "contact-due") == "daily" and DigestSwitch.unscoped.count() == 1


@pytest.mark.parametrize("pace", ["never", "weekly"])
def test_timers_of_safeguarding_cannot_be_switched_off(world, pace):
    with refused("digest_timer_runs"):
        switch(world.safeguarding_lead, concern_due=pace)


def test_a_kind_that_is_not_ones_work_is_refused(world):
    with refused("digest_unknown_kind"):
        switch(world.worker, concern_due="daily")
    with refused("digest_unknown_kind"):
        switch(world.worker, contact_due="hourly")


def test_nobody_sees_anothers_switches(world):
    switch(world.worker, contact_due="never")
    assert pace_of(world.lead_worker, "contact-due") == "daily"


def test_switching_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        switch(world.without(world.worker, "notices.switch_digests"), contact_due="never")


def test_everything_is_gathered_by_default_but_a_colleague_who_has_not_come_back():
    assert {kind for kind in DigestKind if default_pace(kind) == Pace.AT_ONCE} == {DigestKind.VISIT_OVERDUE}
    assert Pace.NEVER not in {default_pace(kind) for kind in DigestKind}


def test_every_kind_is_somebodys_work():
    assert set(WORK) == set(DigestKind)
    held = {code for cells in POLICY.values() for code in cells}
    assert set(WORK.values()) <= held


def test_the_page_changes_what_one_is_told_and_stays_right_without_scripts(world, as_):
    browser = as_(world.safeguarding_lead)
    page = browser.get(PAGE).content.decode()
    assert "cannot be switched off" in page and 'value="never"' not in page
    assert browser.post(PAGE, {"concern-due": "at-once"}).status_code == 303
    assert pace_of(world.safeguarding_lead, "concern-due") == "at-once"


def test_the_page_says_what_is_missing(world, as_):
    page = as_(world.safeguarding_lead).post(PAGE, {"form_key": "k"})
    assert page.status_code == 422 and "Choose how often you are told of this." in page.content.decode()


def test_the_page_is_reached_from_the_home(world, as_):
    assert f'href="{PAGE}"' in as_(world.worker).get("/desk/").content.decode()


def test_who_has_no_work_waiting_is_told_so(world, as_):
    assert "Nothing is sent to your role" in as_(world.actor("analyst")).get(PAGE).content.decode()


def test_a_visitor_is_sent_to_the_door(world, client):
    assert client.get(PAGE).status_code in (302, 403)
