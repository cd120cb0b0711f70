"""Runs at the same moment tell a colleague once, on whichever database the suite runs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.kernel.errors import Refused
from lynchpin.kernel.models import AuditEvent
from lynchpin.notices.models import Digest
from lynchpin.notices.use_cases.switch_digests import switch_digests
from lynchpin.notices.use_cases.write_digest import write_digest
from tests.conftest import NOON
from tests.notices.digesting import waiting
from tests.world.staff import StaffWorld, machine

RUNS = 4


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases="__all__")
@pytest.mark.parametrize("pace", ["daily", "at-once"])
def test_runs_at_the_same_moment_tell_a_colleague_once(pace):
    worker = StaffWorld().worker
    switch_digests(worker, paces={"contact-due": pace}, at=NOON)
    together = Barrier(RUNS)

    def tell(_run: int) -> bool:
        try:
            together.wait()
            found = {"contact-due": waiting(7)}
            write_digest(machine("clock"), staff_id=worker.staff_id, found=found, at=NOON)
            return True
        except Refused:
            return False
        finally:
            connections.close_all()

    with ThreadPoolExecutor(RUNS) as pool:
        told = list(pool.map(tell, range(RUNS)))
    assert told.count(True) == 1 and Digest.unscoped.count() == 1
    assert AuditEvent.unscoped.filter(verb="notices.digest_written").count() == 1
