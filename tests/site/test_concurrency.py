"""Four writers at once, on whichever database the suite runs: nothing is lost, nothing is locked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from lynchpin.kernel.models import AuditEvent
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.organisations.use_cases.add_account import add_account
from tests.conftest import NOON
from tests.world.staff import StaffWorld, machine

WRITERS, EACH = 4, 200


def write(writer: int) -> list[int]:
    try:
        return [
            add_account(
                machine("system-admin"), email=f"w{writer}-{n}@example.org", name="W", organisation="council", at=NOON
            )
            for n in range(EACH)
        ]
    finally:
        connections.close_all()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_four_writers_of_two_hundred_use_cases_each_lose_nothing(record_property):
    StaffWorld()
    with ThreadPoolExecutor(WRITERS) as pool:
        made = [staff_id for ids in pool.map(write, range(WRITERS)) for staff_id in ids]
    assert len(set(made)) == WRITERS * EACH
    assert Staff.unscoped.filter(pk__in=made).count() == WRITERS * EACH
    assert AuditEvent.unscoped.filter(verb="organisations.account_added").count() == WRITERS * EACH
    assert Organisation.unscoped.count() == 3
