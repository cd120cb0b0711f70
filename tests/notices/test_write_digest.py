from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.notices.models import Digest
from lynchpin.notices.queries.digests import recipients
from lynchpin.notices.tellings import AT_ONCE_UNLESS_SWITCHED
from lynchpin.notices.use_cases.switch_digests import switch_digests
from lynchpin.notices.use_cases.write_digest import write_digest
from lynchpin.organisations.models import Account
from tests.conftest import NOON
from tests.notices.digesting import kept, waiting, write
from tests.support import refused, trail
from tests.world.staff import machine

SATURDAY, DAWN = datetime(2026, 6, 13, 12, tzinfo=UTC), datetime(2026, 6, 10, 5, 59, tzinfo=UTC)


def told_next(at):
    with clock.held(at):
        return {each.staff_id: {t.kind for t in each.tellings} for each in recipients(machine("clock"), at)}


def at_once(actor, kind="contact-due"):
    switch_digests(actor, paces={kind: "at-once"}, at=clock.now())


def test_a_digest_says_how_many_and_where_and_no_more(world):
    digest = kept(write(world.worker, contact_due=waiting(7, 9)))
    assert digest.lines == [["contact-due", 2, "/desk/"]] and digest.gathers and digest.week_on is None
    assert trail("notices.digest_written") == [{"kinds": ["contact-due"]}]


def test_a_day_has_one_digest(world):
    write(world.worker, contact_due=waiting(7))
    with refused("digest_told_already"):
        write(world.worker, contact_due=waiting(7, 8))
    with clock.held(NOON + timedelta(days=1)):
        write(world.worker, contact_due=waiting(7))
    assert Digest.unscoped.count() == 2


def test_weekly_lines_come_once_a_week_with_the_rest(world):
    first = kept(write(world.lead_worker, case_silent=waiting(1), case_waits=waiting(2)))
    with clock.held(NOON + timedelta(days=1)):
        second = kept(write(world.lead_worker, case_silent=waiting(1), case_waits=waiting(2)))
    with clock.held(NOON + timedelta(days=5)):
        third = kept(write(world.lead_worker, case_silent=waiting(1)))
    assert [len(each.lines) for each in (first, second, third)] == [2, 1, 1]


def test_the_database_keeps_a_second_digest_of_a_day_out(world):
    first = kept(write(world.worker, contact_due=waiting(7)))
    same = {"staff_id": first.staff_id, "language": "en", "told_on": first.told_on, "written_at": first.written_at}
    from lynchpin.kernel import window

    with pytest.raises(IntegrityError), window.work(machine("clock"), "notices"):
        Digest(reference="D-2222-2222", **same).save()


def test_what_was_told_at_once_is_told_once(world):
    at_once(world.worker)
    write(world.worker, contact_due=waiting(7))
    with refused("digest_told_already"):
        write(world.worker, contact_due=waiting(7))
    assert kept(write(world.worker, contact_due=waiting(7, 8))).lines[0][1] == 2


def test_a_message_at_once_does_not_use_up_the_days(world):
    at_once(world.worker)
    assert not kept(write(world.worker, contact_due=waiting(7))).gathers
    assert kept(write(world.worker, check_in_due=waiting(3))).gathers


def test_nothing_is_gathered_at_a_weekend_or_before_the_morning(world):
    at_once(world.worker)
    for moment in (SATURDAY, DAWN):
        assert told_next(moment)[world.worker.staff_id] == {"contact-due", *AT_ONCE_UNLESS_SWITCHED}
        with clock.held(moment), refused("digest_told_already"):
            write(world.worker, check_in_due=waiting(3))


def test_what_was_switched_off_is_not_told(world):
    switch_digests(world.worker, paces={"contact-due": "never"}, at=clock.now())
    with refused("digest_told_already"):
        write(world.worker, contact_due=waiting(7))


def test_who_has_left_or_whose_account_has_ended_is_nobody_to_tell(world):
    assert world.worker.staff_id in told_next(NOON)
    Account.objects.filter(pk=world.worker.user_id).update(is_active=False)
    assert world.worker.staff_id not in told_next(NOON)
    hired = world.actor("engagement-worker", cluster="porth", hired_at=NOON)
    assert hired.staff_id not in told_next(NOON - timedelta(days=1))


def test_who_is_to_be_told_is_found_with_as_few_statements_for_many(world, django_assert_num_queries):
    for _ in range(3):
        world.actor("admin-officer")
    with django_assert_num_queries(4):
        recipients(machine("clock"), NOON)


def test_nobody_unknown_is_written_to(world):
    with pytest.raises(NotFound):
        write_digest(machine("clock"), staff_id=999_999, found={}, at=NOON)


def test_writing_a_digest_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        write_digest(world.central, staff_id=world.worker.staff_id, found={}, at=NOON)
