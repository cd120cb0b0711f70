import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.check_notice import check_notice
from lynchpin.notices.use_cases.post_notice import post_notice
from tests.support import recorded, refused


def post(actor, notice, version=2):
    return post_notice(actor, reference=notice.reference, version=version, at=clock.now())


def checked(world, resident):
    notice = world.notice(resident)
    check_notice(world.admin_officer, reference=notice.reference, version=1, at=clock.now())
    return notice


def test_a_checked_letter_goes_to_the_post(world):
    notice = checked(world, world.reachable("letter"))
    post(world.admin_officer, notice)
    assert Notice.unscoped.get(pk=notice.pk).state == "sent"
    assert recorded()[-1] == "notices.notice_posted"


def test_an_unchecked_letter_is_not_posted(world):
    with refused("notice_not_checked"):
        post(world.admin_officer, world.notice(world.reachable("letter")), version=1)


def test_what_is_no_letter_is_not_posted(world):
    with refused("notice_is_no_letter"):
        post(world.admin_officer, checked(world, world.reachable("email")))


def test_a_letter_is_not_posted_once_letters_are_no_longer_safe(world):
    resident = world.reachable("letter")
    notice = checked(world, resident)
    world.safe_contact(resident, channels=["email"])
    with refused("notice_way_changed"):
        post(world.admin_officer, notice)


def test_a_letter_is_not_posted_while_contact_is_held(world):
    resident = world.reachable("letter")
    notice = checked(world, resident)
    world.concern(resident)
    with refused("notice_contact_held"):
        post(world.admin_officer, notice)


def test_a_letter_to_a_sealed_resident_is_missing(world):
    resident = world.reachable("letter")
    notice = checked(world, resident)
    world.restrict(resident, "sealed")
    with pytest.raises(NotFound):
        post(world.admin_officer, notice)


def test_posting_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        post(world.central, checked(world, world.reachable("letter")))
