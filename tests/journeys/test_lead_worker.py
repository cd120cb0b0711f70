"""A lead worker shares out the cases of a cluster."""

from __future__ import annotations

from tests.journeys import given


def test_headroom_is_seen_at_once_and_a_case_is_allocated_from_it(arrive):
    # given an open case without a worker
    case, worker = given.case("porth", "lead-worker"), given.staff("engagement-worker-14")
    # when the lead worker signs in, sees who has room, and gives the case to one of them
    lead = arrive("lead-worker")
    assert worker.name in lead.section("headroom").inner_text()
    lead.follow(lead.section("to-allocate").locator(f"a[href$='/{case.reference}/allocate/']"))
    lead.submit(lead.page.locator(f"form:has([name=worker_id][value='{worker.pk}']) button"))
    # then the case has its worker, and waits no longer
    assert given.again(case).worker_id == worker.pk
    assert worker.name in lead.text()
    lead.visit("/desk/")
    assert not lead.page.locator(f"a[href$='/{case.reference}/allocate/']").count()
