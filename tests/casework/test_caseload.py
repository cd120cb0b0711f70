import re
from datetime import UTC, datetime, timedelta

import pytest

from lynchpin.casework.queries.caseload import caseload_of, silent_cases, waiting_cases
from lynchpin.casework.queries.headroom import cluster_headroom, headroom
from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry
from lynchpin.people.use_cases.restrict_resident import restrict_resident
from tests.casework.counting import statements

ONE_TIME = re.compile(rb'(nonce|value)="[^"]*"')
LONG_BEFORE = datetime(2026, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def world(world):
    world.colleagues_since(LONG_BEFORE)
    return world


def references(rows):
    return [row.reference for row in rows]


def test_ones_own_caseload_has_whoever_is_due_first_and_nobody_elses_people(world):
    due = world.case(worker=world.worker, at=LONG_BEFORE)
    later = world.case(worker=world.worker)
    world.contact(later, world.worker)
    with clock.held(LONG_BEFORE):
        colleague = world.actor("engagement-worker", cluster="porth")
    other = world.case(worker=colleague, at=LONG_BEFORE)
    assert references(caseload_of(world.worker, world.worker.staff_id)) == [due.reference, later.reference]
    assert references(caseload_of(world.worker, colleague.staff_id)) == []
    assert references(caseload_of(world.lead_worker, colleague.staff_id)) == [other.reference]
    assert references(caseload_of(world.lead_worker, None)) == []


def test_a_case_is_silent_on_the_fifteenth_day_and_not_on_the_fourteenth(world):
    fifteenth = world.case(worker=world.worker, at=datetime(2026, 5, 26, 9, tzinfo=UTC))
    world.case(worker=world.worker, at=datetime(2026, 5, 27, 9, tzinfo=UTC))
    assert references(silent_cases(world.lead_worker)) == [fifteenth.reference]
    world.contact(fifteenth, world.worker)
    assert silent_cases(world.lead_worker) == ()


def test_a_case_waits_until_it_has_a_worker(world):
    case = world.case()
    assert references(waiting_cases(world.lead_worker)) == [case.reference]
    world.allocated(case.reference, world.worker)
    assert waiting_cases(world.lead_worker) == ()


def test_headroom_is_load_within_the_limit_by_worker_and_cluster(world):
    world.case(worker=world.worker, at=LONG_BEFORE)
    world.case()
    mine = next(row for row in headroom(world.lead_worker) if row.staff_id == world.worker.staff_id)
    assert (mine.load, mine.limit, mine.room, mine.cases, mine.silent) == (6, 100, 94, 1, 1)
    porth = next(row for row in cluster_headroom(world.actor("cluster-manager", cluster="porth")) if row.key == "porth")
    assert (porth.cases, porth.waiting, porth.silent, porth.load) == (2, 1, 1, 12)


def test_a_managers_own_cluster_is_shown_when_nobody_works_there_yet(world):
    manager = world.actor("cluster-manager", cluster="taf-west")
    assert [(row.key, row.cases, row.limit) for row in cluster_headroom(manager)] == [("taf-west", 0, 0)]


def test_a_list_leaves_out_what_its_reader_knows_of_every_row(world, as_):
    world.case(worker=world.worker)
    readers = (world.worker, world.lead_worker, world.central)
    own, leads, every = ([c.key for c in as_(one).get("/casework/").context["listing"].columns] for one in readers)
    assert ("worker" in own, "cluster" in own) == (False, False), "nor does a worker of one cluster need telling"
    assert ("worker" in leads, "cluster" in leads) == (True, False), "a lead of one cluster knows which it is"
    assert {"worker", "cluster"} <= set(every)


def test_a_case_opens_with_what_comes_next(world, as_):
    waiting, begun = world.case(), world.case(worker=world.worker)

    def steps(actor, case):
        page = as_(actor).get(f"/casework/{case.reference}/")
        return [link.href.split("/")[-2] for link in page.context["next_steps"]]

    assert steps(world.lead_worker, waiting) == ["allocate"]
    assert steps(world.worker, begun) == ["contact", "what-matters"]
    world.conversation(begun, world.worker)
    assert steps(world.worker, begun) == ["contact", "plan"]
    world.plan(begun, world.worker)
    assert steps(world.worker, begun) == ["contact"]


def test_a_plan_past_its_day_says_so_and_is_what_comes_next(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.plan(case, world.worker)
    with clock.held(clock.now() + timedelta(weeks=7)):
        page = as_(world.worker).get(f"/casework/{case.reference}/")
    assert "The day to look at it again has passed." in page.content.decode()
    assert page.context["next_steps"][1].href.endswith("/plan/")


def test_another_cluster_is_out_of_sight(world):
    world.case()
    other = world.actor("lead-worker", cluster="taf-west")
    assert waiting_cases(other) == () and silent_cases(other) == ()


def test_a_sealed_persons_case_is_missing_from_every_list(world, as_):
    case = world.case(worker=world.worker)
    restrict_resident(
        world.data_protection_officer,
        reference=world.resident_of(case).reference,
        kind="sealed",
        reason="Asked for",
        at=clock.now(),
    )
    browser = as_(world.lead_worker)
    assert case.reference not in browser.get("/casework/").content.decode()
    assert browser.get(f"/casework/{case.reference}/").status_code == 404


@pytest.mark.parametrize(("show", "shown"), [("", True), ("silent", True), ("due", True), ("waiting", False)])
def test_the_caseload_narrows_by_the_address(world, as_, show, shown):
    case = world.case(worker=world.worker, at=LONG_BEFORE)
    page = as_(world.worker).get("/casework/", {"show": show})
    assert page.status_code == 200 and (case.reference in page.content.decode()) is shown


@pytest.mark.parametrize("address", ["/casework/", "/casework/allocation/"])
def test_lists_need_as_many_statements_for_many_as_for_one(world, as_, address):
    world.case(worker=world.worker)
    world.case()
    browser = as_(world.lead_worker)
    few = statements(lambda: browser.get(address))
    for _ in range(3):
        world.case(worker=world.worker)
        world.case()
    assert statements(lambda: browser.get(address)) == few <= 15


def test_the_case_page_needs_thirty_statements_at_most(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.plan(case, world.worker, "Sleep better", "Find a course")
    browser = as_(world.worker)
    address = f"/casework/{case.reference}/"
    world.contact(case, world.worker)
    few = statements(lambda: browser.get(address))
    for _ in range(3):
        world.contact(case, world.worker)
    assert statements(lambda: browser.get(address)) == few <= 30


def test_another_clusters_reference_is_the_same_404_as_a_missing_one(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.actor("lead-worker", cluster="taf-west"))
    theirs, missing = browser.get(f"/casework/{case.reference}/"), browser.get("/casework/C-2222-2222/")
    assert theirs.status_code == missing.status_code == 404
    assert ONE_TIME.sub(b"", theirs.content) == ONE_TIME.sub(b"", missing.content)


def test_opening_a_case_is_logged_with_the_person(world, as_):
    case = world.case(worker=world.worker)
    as_(world.worker).get(f"/casework/{case.reference}/")
    assert AccessEntry.unscoped.order_by("-pk").first().route == "casework:case"


def test_the_centre_sees_that_a_case_exists_and_not_what_was_said(world, as_):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    text = as_(world.central).get(f"/casework/{case.reference}/").content.decode()
    assert "Cael gwaith" not in text and "not what they talked about" in text


def test_a_file_of_cases_needs_a_reason_that_is_kept(world, as_):
    case = world.case()
    browser = as_(world.actor("cluster-manager", cluster="porth"))
    assert browser.get("/casework/export/").status_code == 200
    assert browser.post("/casework/export/", {"reason": ""}).status_code == 422
    answer = browser.post("/casework/export/", {"reason": "supervision"})
    assert case.reference in answer.content.decode()
    entry = AccessEntry.unscoped.order_by("-pk").first()
    assert (entry.action, entry.reason_code) == ("export", "supervision")


def test_a_lead_worker_exports_nothing(world, as_):
    assert as_(world.lead_worker).get("/casework/export/").status_code == 403


def test_a_referrer_sees_no_cases(world, as_):
    browser = as_(world.actor("referrer"))
    assert [browser.get(a).status_code for a in ("/casework/", "/casework/allocation/")] == [403, 403]
