from datetime import date

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.profiles.models import Extract
from lynchpin.profiles.use_cases.refuse_feed import refuse_feed
from tests.support import trail

DAY = date(2026, 6, 10)


def refuse(actor, feed="education"):
    return refuse_feed(actor, feed=feed, sha256="", as_at=DAY, code="extract_empty", params={}, at=clock.now())


def test_a_refusal_is_kept_with_its_code(world):
    world.feed()
    reference = refuse(world.admin_officer)
    assert Extract.unscoped.get(reference=reference).refused_code == "extract_empty"
    assert trail("profiles.feed_refused") == [{"feed": "education", "code": "extract_empty"}]


def test_a_refusal_of_an_unknown_feed_is_not_found(world):
    with pytest.raises(NotFound):
        refuse(world.admin_officer, feed="rumours")


def test_a_lead_worker_keeps_no_refusals(world):
    with pytest.raises(NotPermitted):
        refuse(world.lead_worker)
