import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.check_notice import check_notice
from tests.support import recorded, refused


def check(actor, notice, **facts):
    given = {"version": notice.version, "at": clock.now()}
    return check_notice(actor, reference=notice.reference, **given | facts)


def test_a_notice_that_was_read_may_leave(world):
    notice = world.notice(world.reachable("letter"))
    check(world.admin_officer, notice)
    kept = Notice.unscoped.get(pk=notice.pk)
    assert (kept.state, kept.checked_by) == ("checked", world.admin_officer.staff_id)
    assert recorded().count("notices.notice_checked") == 1


def test_a_notice_that_became_unsafe_is_refused(world):
    resident = world.reachable("letter")
    notice = world.notice(resident)
    world.concern(resident)
    with refused("notice_contact_held"):
        check(world.admin_officer, notice)


def test_a_held_notice_goes_by_the_way_that_was_asked_for_since(world):
    resident = world.resident(email="a@example.org")
    notice = world.notice(resident)
    world.safe_contact(resident, channels=["email"])
    check(world.admin_officer, notice)
    assert Notice.unscoped.get(pk=notice.pk).channel == "email"


def test_a_notice_is_checked_once(world):
    notice = world.notice(world.reachable("letter"))
    check(world.admin_officer, notice)
    with refused("notice_moved_on"):
        check(world.admin_officer, notice, version=2)


def test_a_notice_to_a_sealed_resident_is_missing(world):
    resident = world.reachable("letter")
    notice = world.notice(resident)
    world.restrict(resident, "sealed")
    with pytest.raises(NotFound):
        check(world.admin_officer, notice)


def test_checking_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        check(world.central, world.notice(world.reachable("letter")))
