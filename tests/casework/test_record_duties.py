from datetime import date, timedelta

import pytest

from lynchpin.casework.models import WorkerDuties
from lynchpin.casework.queries.headroom import headroom
from lynchpin.casework.use_cases.record_duties import record_duties
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from tests.support import refused, trail


def record(world, worker=None, by=None, **told):
    given = {"from_on": clock.today(), "version": 0, "at": clock.now(), "group_hours": 6, "universal_hours": 4}
    worker = worker or world.worker
    return record_duties(by or world.lead_worker, staff_id=worker.staff_id, **given | told)


def line_of(world, worker):
    return next(row for row in headroom(world.lead_worker) if row.staff_id == worker.staff_id)


def made_up(row):
    return {line.part: line.points for line in row.capacity}


def test_hours_beside_cases_come_off_what_a_worker_can_carry_line_by_line(world):
    record(world)
    row = line_of(world, world.worker)
    assert made_up(row) == {"full-time": 100, "group": -12, "universal": -4} and row.limit == 84
    assert trail("casework.duties_recorded")[-1] == {"staff": world.worker.staff_id, "group": 6, "universal": 4}


def test_part_time_and_the_first_year_come_off_before_the_hours(world):
    new = world.actor("engagement-worker", cluster="porth", works_percent=60, hired_at=clock.now())
    row = line_of(world, new)
    assert made_up(row) == {"full-time": 100, "part-time": -40, "first-year": -6} and row.limit == 54
    record(world, new, group_hours=0, universal_hours=0, experienced=True)
    assert line_of(world, new).limit == 60, "they came with experience"


def test_the_first_year_ends_after_365_days(world):
    begun = clock.now() - timedelta(days=364)
    still = world.actor("engagement-worker", cluster="porth", hired_at=begun)
    over = world.actor("engagement-worker", cluster="porth", hired_at=begun - timedelta(days=1))
    assert [line_of(world, each).limit for each in (still, over)] == [90, 100]


def test_nobody_carries_less_than_nothing(world):
    slight = world.actor("engagement-worker", cluster="porth", caseload_limit=10)
    record(world, slight, group_hours=20)
    assert line_of(world, slight).limit == 0


def test_duties_from_a_later_day_leave_today_as_it_is_and_end_those_before(world):
    record(world)
    later = clock.today() + timedelta(days=30)
    record(world, version=1, from_on=later, group_hours=0, universal_hours=0)
    assert [row.to_on for row in WorkerDuties.unscoped.order_by("from_on")] == [later - timedelta(days=1), None]
    assert line_of(world, world.worker).limit == 84


def test_from_the_same_day_the_new_stand_in_their_place(world):
    record(world)
    record(world, version=1, group_hours=0)
    assert WorkerDuties.unscoped.get().group_hours == 0


def test_days_before_those_recorded_last_and_hours_over_a_week_are_refused(world):
    record(world)
    with refused("duties_before_last"):
        record(world, version=1, from_on=date(2026, 6, 9))
    with refused("duties_over_a_week"):
        record(world, version=1, group_hours=30, universal_hours=8)


def test_a_slip_in_the_year_is_refused_as_nothing_could_be_recorded_before_it(world):
    with refused("duties_too_far_ahead"):
        record(world, from_on=date(2062, 6, 10))
    record(world, from_on=clock.today() + timedelta(days=365))


def test_a_stale_form_changes_nothing(world):
    record(world)
    with pytest.raises(Stale):
        record(world, group_hours=1)


def test_a_colleague_of_another_cluster_is_not_found(world):
    with pytest.raises(NotFound):
        record(world, world.actor("engagement-worker", cluster="taf-west"))


def test_recording_duties_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        record(world, by=world.worker)


def test_the_lead_records_them_on_the_page_and_the_board_shows_how_it_is_made_up(world, as_):
    browser = as_(world.lead_worker)
    address = f"/casework/allocation/duties/{world.worker.staff_id}/"
    assert browser.get(address).status_code == 200
    day = {"from_on_day": 10, "from_on_month": 6, "from_on_year": 2026}
    told = day | {"version": 0, "group_hours": 6, "universal_hours": 4, "skills": ["money"]}
    answer = browser.post(address, told)
    assert answer.status_code == 303
    board = browser.get("/casework/allocation/").content.decode()
    assert "Hours a week with groups: 6" in board and "-12" in board
    assert as_(world.worker).get(address).status_code == 403
