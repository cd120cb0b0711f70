from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Absence, Case, Contact
from lynchpin.casework.models.cases import cases_in_sight
from lynchpin.casework.queries.absences import covered_cases
from lynchpin.casework.queries.case import case_page
from lynchpin.casework.queries.caseload import caseload
from lynchpin.casework.queries.headroom import headroom
from lynchpin.casework.queries.visits import own_visit
from lynchpin.casework.use_cases.agree_plan import agree_plan
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.end_visit import end_visit
from lynchpin.casework.use_cases.extend_visit import extend_visit
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.casework.use_cases.record_what_matters import record_what_matters
from lynchpin.desk.queries.overview import person_overview
from lynchpin.face.lists import ListQuery
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.people.models import Involvement
from tests.casework.counting import statements
from tests.casework.leaving import leave
from tests.casework.visiting import start, visitable
from tests.support import refused, trail

TODAY = date(2026, 6, 10)
FRIDAY = date(2026, 6, 12)
QUERY = ListQuery("next_contact_on", size=50)


@pytest.fixture
def cover(world):
    return world.actor("engagement-worker", cluster="porth", name="Carys Cover")


@pytest.fixture
def case(world):
    return world.case(worker=world.worker)


def away(world, cover, **facts):
    by, staff = facts.pop("by", world.lead_worker), facts.pop("staff", world.worker)
    given = {"from_on": TODAY, "to_on": FRIDAY, "reason": "leave", "at": clock.now()}
    return record_absence(by, staff_id=staff.staff_id, cover_id=cover.staff_id, **given | facts)


def on(actor, day):
    return replace(actor, on=day)


def listed(actor):
    return [row.reference for row in caseload(actor, QUERY).rows]


def test_on_those_days_whoever_covers_sees_the_cases_marked_as_cover(world, case, cover):
    assert listed(cover) == []
    away(world, cover)
    (row,) = caseload(cover, QUERY).rows
    assert (row.reference, bool(row.name), bool(row.cover_for)) == (case.reference, True, True)
    (covered,) = covered_cases(cover)
    assert (covered.row.reference, covered.until) == (case.reference, FRIDAY)
    assert world.again(case.reference).worker_id == world.worker.staff_id, "the case stays with its worker"
    assert listed(world.worker) == [case.reference]
    assert trail("casework.absence_recorded") == [{"staff": world.worker.staff_id, "cover": cover.staff_id, "cases": 1}]


def test_they_read_the_case_and_the_person_and_record_contacts(world, case, cover):
    away(world, cover)
    world.conversation(case, world.worker)
    facts = case_page(cover, case.reference)
    assert facts.told and facts.conversations and facts.head.cover_for
    assert person_overview(cover, world.resident_of(case).reference).case.reference == case.reference
    world.contact(case, cover, note="They asked for you")
    assert Contact.unscoped.get().recorded_by == cover.staff_id


def test_they_decide_nothing_else_about_it(world, case, cover):
    away(world, cover)
    given = {"reference": case.reference, "at": clock.now()}
    with pytest.raises(NotFound):
        agree_plan(cover, version=0, agreed_on=TODAY, goals=[], **given)
    with pytest.raises(NotFound):
        record_what_matters(cover, held_on=TODAY, language="cy", outcomes="x", **given)
    with pytest.raises(NotFound):
        close_case(cover, version=case.version, reason="moved-away", **given)


def test_they_go_on_a_visit_with_somebody_watching_the_time(world, as_, cover):
    case = visitable(world)
    away(world, cover)
    browser = as_(cover)
    assert f"/casework/{case.reference}/visit/" in browser.get(f"/casework/{case.reference}/").content.decode()
    visit = start(world, case, cover)
    assert (visit.worker_id, visit.lead_id) == (cover.staff_id, case.lead_id)
    mine = own_visit(cover, clock.now())
    assert mine.person and extend_visit(cover, visit_id=visit.pk, version=visit.version, at=clock.now())
    assert end_visit(cover, visit_id=visit.pk, at=clock.now())


@pytest.mark.parametrize("first", [Permission.READ_CASE, Permission.AGREE_PLAN])
def test_what_a_page_shows_of_a_covered_case_is_not_remembered_for_what_cover_does_not_allow(world, case, cover, first):
    away(world, cover)
    page = cover.afresh()
    seen = {code: cases_in_sight(page.bound_to(code)) for code in (first, Permission.READ_CASE, Permission.AGREE_PLAN)}
    shown = {code: case.pk in ids for code, ids in seen.items()}
    assert shown == {Permission.READ_CASE: True, Permission.AGREE_PLAN: False}


def test_a_team_that_whoever_covers_is_not_on_is_no_door_from_the_case(world, as_, case, cover):
    team = world.family_team(case, world.worker)
    away(world, cover)
    address = f"/casework/families/{team.reference}/"
    assert as_(cover).get(address).status_code == 404
    assert address not in as_(cover).get(f"/casework/{case.reference}/").content.decode()
    assert address in as_(world.worker).get(f"/casework/{case.reference}/").content.decode()


def test_it_begins_and_ends_by_itself_and_nothing_is_lost(world, case, cover):
    tomorrow = TODAY + timedelta(days=1)
    away(world, cover, from_on=tomorrow)
    resident = world.resident_of(case).reference
    assert listed(on(cover, TODAY)) == [] and listed(on(cover, FRIDAY)) == [case.reference]
    with pytest.raises(NotFound):
        person_overview(on(cover, TODAY), resident)
    with clock.held(datetime(2026, 6, 12, 9, 0, tzinfo=UTC)):
        world.contact(case, on(cover, FRIDAY), note="All well")
    after = FRIDAY + timedelta(days=1)
    assert listed(on(cover, after)) == []
    for question in (
        lambda: case_page(on(cover, after), case.reference),
        lambda: person_overview(on(cover, after), resident),
    ):
        with pytest.raises(NotFound):
            question()
    assert case_page(on(world.worker, after), case.reference).contacts[0].note == "All well"


def test_a_worker_records_their_own_and_nobody_elses(world, case, cover):
    away(world, cover, by=world.worker)
    assert Absence.unscoped.get().recorded_by == world.worker.staff_id
    with pytest.raises(NotFound):
        away(world, world.worker, by=world.worker, staff=cover)


def test_a_case_that_comes_meanwhile_waits_for_somebody_who_is_there(world, case, cover):
    away(world, cover)
    waiting = world.case()
    with refused("worker_is_away"):
        given = {"worker_id": world.worker.staff_id, "version": waiting.version, "at": clock.now()}
        allocate_case(world.lead_worker, reference=waiting.reference, **given)


def test_a_case_that_leaves_the_caseload_leaves_cover_too(world, case, cover):
    away(world, cover)
    world.allocated(case.reference, world.actor("engagement-worker", cluster="porth"))
    assert listed(cover) == []
    with pytest.raises(NotFound):
        person_overview(cover, world.resident_of(case).reference)


def test_a_closed_case_is_covered_no_more(world, case, cover):
    away(world, cover)
    world.closed(case, world.lead_worker)
    assert listed(cover) == []
    with pytest.raises(NotFound):
        person_overview(cover, world.resident_of(case).reference)


def test_somebody_whom_the_cover_must_not_see_stays_with_the_lead_worker(world, case, cover):
    world.restrict(world.resident_of(case), "exclusion", hidden_from=cover.staff_id)
    away(world, cover)
    assert listed(cover) == [] and covered_cases(cover) == ()
    assert not Involvement.unscoped.filter(room="cover").exists()


def test_the_board_states_cover_and_takes_nothing_off_their_room(world, case, cover):
    away(world, cover)
    rows = {row.staff_id: row for row in headroom(world.lead_worker)}
    (line,) = rows[cover.staff_id].covers
    assert (line.cases, line.load, line.until) == (1, case.weight, FRIDAY)
    assert rows[cover.staff_id].load == 0 and rows[world.worker.staff_id].away_until == FRIDAY


def test_who_covers_is_at_work_holds_cases_and_is_of_the_same_cluster(world, cover):
    with refused("cover_by_themselves"):
        away(world, world.worker)
    with refused("cover_holds_no_cases"):
        away(world, world.cluster_manager)
    with refused("cover_not_in_cluster"):
        away(world, world.actor("engagement-worker", cluster="taf-west"))
    away(world, world.actor("engagement-worker", cluster="porth"), staff=cover)
    with refused("cover_is_away"):
        away(world, cover)
    gone = world.actor("engagement-worker", cluster="porth")
    leave(gone, on=TODAY)
    with refused("cover_has_left"):
        away(world, gone)


def test_nobody_who_covers_goes_away_before_somebody_else_covers(world, cover):
    away(world, cover)
    with refused("absent_while_covering"):
        away(world, world.actor("engagement-worker", cluster="porth"), staff=cover)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ((FRIDAY, TODAY), "absence_ends_before_it_begins"),
        ((date(2026, 6, 1), date(2026, 6, 9)), "absence_over_already"),
        ((TODAY, date(2027, 6, 9)), "absence_too_long"),
    ],
)
def test_days_that_cannot_be(world, cover, days, code):
    with refused(code):
        away(world, cover, from_on=days[0], to_on=days[1])


def test_nobody_is_away_twice_on_a_day(world, cover):
    away(world, cover)
    with refused("absence_overlaps"):
        away(world, cover, from_on=FRIDAY, to_on=FRIDAY)


def test_whoever_holds_no_cases_needs_no_cover(world, cover):
    with refused("absence_of_nobody_with_cases"):
        away(world, cover, by=world.cluster_manager, staff=world.cluster_manager)


def test_a_double_click_keeps_one(world, cover):
    assert away(world, cover, form_key="once") == away(world, cover, form_key="once")
    assert Absence.unscoped.count() == 1


def test_a_worker_of_another_cluster_is_not_found(world, cover):
    with pytest.raises(NotFound):
        away(world, cover, by=world.actor("lead-worker", cluster="taf-west"))


def test_it_needs_its_permission(world, cover):
    with pytest.raises(NotPermitted):
        away(world, cover, by=world.without(world.lead_worker, "casework.record_absence"))


def test_the_page_keeps_it_and_offers_to_end_it(world, as_, case, cover):
    address = f"/casework/away/{world.worker.staff_id}/"
    days = {
        "from_on_day": 10,
        "from_on_month": 6,
        "from_on_year": 2026,
        "to_on_day": 12,
        "to_on_month": 6,
        "to_on_year": 2026,
    }
    told = {"cover_id": cover.staff_id, "reason": "leave"} | days
    assert as_(world.worker).post(address, told).status_code == 303
    page = as_(world.worker).get(address).content.decode()
    assert "Carys Cover covers." in page and "Back today, or not going" in page
    assert as_(world.admin_officer).get(address).status_code == 403
    marked = as_(cover).get(f"/casework/{case.reference}/").content.decode()
    assert "You cover for" in marked and "Record a contact" in marked and "Agree a plan" not in marked


def test_the_caseload_needs_no_more_statements_for_more_cover(world, as_, case, cover):
    away(world, cover)
    browser = as_(cover)
    few = statements(lambda: browser.get("/casework/"))
    for _ in range(2):
        other = world.actor("engagement-worker", cluster="porth")
        world.case(worker=other)
        away(world, cover, staff=other)
    assert statements(lambda: browser.get("/casework/")) == few <= 15
    assert Case.unscoped.count() == 3
