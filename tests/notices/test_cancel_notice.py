import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.cancel_notice import cancel_notice
from tests.support import refused, trail


def cancel(actor, notice, **facts):
    given = {"version": notice.version, "at": clock.now()}
    return cancel_notice(actor, reference=notice.reference, **given | facts)


def test_a_cancelled_notice_does_not_leave(world):
    notice = world.notice(world.resident())
    cancel(world.admin_officer, notice)
    assert Notice.unscoped.get(pk=notice.pk).state == "cancelled"
    assert len(trail("notices.notice_cancelled")) == 1


def test_a_notice_is_cancelled_once(world):
    notice = world.notice(world.resident())
    cancel(world.admin_officer, notice)
    with refused("notice_moved_on"):
        cancel(world.admin_officer, notice, version=2)


def test_a_notice_to_a_sealed_resident_is_missing(world):
    resident = world.resident()
    notice = world.notice(resident)
    world.restrict(resident, "sealed")
    with pytest.raises(NotFound):
        cancel(world.admin_officer, notice)


def test_cancelling_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        cancel(world.worker, world.notice(world.resident()))
