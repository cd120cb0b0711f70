import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from lynchpin.casework.models import Supervision, SupervisionAction
from lynchpin.casework.queries.supervision import actions_to_do, supervision_list, supervision_page
from lynchpin.casework.supervising import AgreedAction, CaseLine
from lynchpin.casework.use_cases.load_supervision_rhythms import load_supervision_rhythms
from lynchpin.casework.use_cases.record_supervision import record_supervision
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.approving import approval_asked
from tests.casework.counting import statements
from tests.support import refused, trail

TODAY = date(2026, 6, 10)
LATER = datetime(2026, 7, 20, 10, 0, tzinfo=UTC)


def keep(world, **facts):
    by, staff = facts.pop("by", world.lead_worker), facts.pop("staff", world.worker)
    given = {"held_on": TODAY, "next_on": TODAY + timedelta(weeks=4), "at": clock.now()}
    return record_supervision(by, staff_id=staff.staff_id, **given | facts)


def action(owner, what="Ring housing", due_on=TODAY + timedelta(days=7)):
    return AgreedAction(what, owner.staff_id, due_on)


def boxes(name, day):
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def line(world, by=None):
    return supervision_list(by or world.lead_worker)


def test_the_worker_reads_what_was_agreed_and_sees_their_own_action(world):
    case = world.case(worker=world.worker)
    keep(world, actions=[action(world.worker)], talks=[CaseLine(case.pk, "Visit together next time")])
    page = supervision_page(world.worker, world.worker.staff_id)
    (held,) = page.held
    assert held.actions[0].what == "Ring housing" and held.actions[0].mine
    assert held.talks[0][1] == "Visit together next time"
    assert page.cases == () and not page.leads
    assert [each.what for each in actions_to_do(world.worker)] == ["Ring housing"]
    assert trail("casework.supervision_recorded") == [{"staff": world.worker.staff_id, "actions": 1, "cases": 1}]


def test_the_list_says_when_each_is_due_by_name_and_counts_their_cases(world):
    second = world.actor("engagement-worker", cluster="porth", name="Aaa First")
    assert world.lead_worker  # acts today, and not on the day of the case
    world.case(worker=world.worker, at=clock.now() - timedelta(days=30))
    assert next(each.name for each in line(world)) == "Aaa First", "by name"
    told = {each.staff_id: each for each in line(world)}
    assert (told[world.worker.staff_id].counts.silent, told[second.staff_id].counts.cases) == (1, 0)
    assert told[world.worker.staff_id].next_on is None
    keep(world)
    with clock.held(LATER):
        lead = replace(world.lead_worker, on=clock.today())
        late = {each.staff_id: each for each in line(world, lead)}[world.worker.staff_id]
    assert (late.last_on, late.overdue) == (TODAY, True)


def test_an_overdue_contact_and_review_and_an_open_concern_are_counted(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    world.concern(world.resident_of(case))
    with clock.held(LATER):
        (found,) = supervision_list(replace(world.lead_worker, on=clock.today()))
    assert (found.counts.late, found.counts.reviews, found.counts.concerns) == (1, 0, 1)
    with clock.held(LATER + timedelta(days=5)):
        (found,) = supervision_list(replace(world.lead_worker, on=clock.today()))
    assert found.counts.reviews == 1


def test_an_edition_that_waits_does_not_put_off_the_review_of_the_plan_in_force(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker)
    with clock.held(LATER):
        world.plan(approval_asked(world, case), replace(world.worker, on=clock.today()), version=1)
    with clock.held(LATER + timedelta(days=5)):
        (found,) = supervision_list(replace(world.lead_worker, on=clock.today()))
    assert found.counts.reviews == 1


def test_a_sealed_persons_case_is_counted_for_nobody_who_does_not_see_it(world):
    case = world.case(worker=world.worker)
    world.concern(world.resident_of(case))
    world.restrict(world.resident_of(case), "sealed")
    (found,) = line(world)
    assert (found.counts.cases, found.counts.concerns) == (0, 0)


def test_a_cluster_manager_supervises_lead_workers_and_not_their_workers(world):
    assert world.worker and world.lead_worker
    assert {each.staff_id for each in line(world, world.cluster_manager)} == {world.lead_worker.staff_id}
    with refused("supervision_not_yours"):
        keep(world, by=world.cluster_manager)
    keep(world, by=world.cluster_manager, staff=world.lead_worker)
    assert supervision_page(world.lead_worker, world.lead_worker.staff_id).held


def test_nobody_reads_anothers_supervision(world):
    keep(world)
    other = world.actor("engagement-worker", cluster="porth")
    with pytest.raises(NotFound):
        supervision_page(other, world.worker.staff_id)
    with pytest.raises(NotFound):
        supervision_page(world.cluster_manager, world.worker.staff_id)
    assert Supervision.objects.visible_to(other.bound_to("casework.read_supervision")).count() == 0


def test_a_line_about_a_case_is_gone_from_sight_with_the_case(world):
    case = world.case(worker=world.worker)
    keep(world, talks=[CaseLine(case.pk, "Visit together")])
    world.allocated(case.reference, world.actor("engagement-worker", cluster="porth"))
    assert supervision_page(world.worker, world.worker.staff_id).held[0].talks == ()
    assert supervision_page(world.lead_worker, world.worker.staff_id).held[0].talks


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "supervision_in_future"),
        ({"next_on": TODAY}, "supervision_next_too_early"),
    ],
)
def test_days_that_cannot_be(world, facts, code):
    with refused(code):
        keep(world, **facts)


def test_one_a_day_is_kept(world):
    keep(world)
    with refused("supervision_kept_already"):
        keep(world)


def test_actions_are_the_twos_own_and_not_for_a_day_gone_by(world):
    with refused("action_owned_by_others"):
        keep(world, actions=[action(world.actor("engagement-worker", cluster="porth"))])
    with refused("action_before_supervision"):
        keep(world, actions=[action(world.worker, due_on=TODAY - timedelta(days=1))])


def test_only_their_own_cases_are_talked_about(world):
    with refused("talked_of_anothers_case"):
        keep(world, talks=[CaseLine(world.case().pk, "Whose?")])


def test_a_double_click_keeps_one(world):
    assert keep(world, form_key="once") == keep(world, form_key="once")
    assert Supervision.unscoped.count() == 1


def test_a_colleague_of_another_cluster_is_not_found(world):
    with pytest.raises(NotFound):
        keep(world, staff=world.actor("engagement-worker", cluster="taf-west"))


def test_it_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        keep(world, by=world.worker)


def test_the_rhythm_is_data(world, as_):
    row = {"key": "new-2026", "role": "engagement-worker", "weeks": 2, "valid_from": TODAY, "valid_to": None}
    load_supervision_rhythms(world.system_admin, rhythms=[row])
    page = as_(world.lead_worker).get(f"/casework/supervision/{world.worker.staff_id}/record/").content.decode()
    day, month = (re.search(rf'<input[^>]*name="next_on_{part}"[^>]*>', page)[0] for part in ("day", "month"))
    assert 'value="24"' in day and 'value="6"' in month, "two weeks from today"


def test_the_lead_keeps_it_on_the_page(world, as_):
    case = world.case(worker=world.worker)
    day = boxes("held_on", TODAY)
    later = boxes("next_on", date(2026, 7, 8)) | boxes("due_1", date(2026, 7, 8))
    told = {"what_1": "Ring housing", "owner_1": world.worker.staff_id, f"case_{case.pk}": "Going well"}
    address = f"/casework/supervision/{world.worker.staff_id}/record/"
    missing = as_(world.lead_worker).post(address, day | later | told | {"owner_1": ""})
    assert missing.status_code == 422 and "Choose who will do it." in missing.content.decode()
    assert as_(world.lead_worker).post(address, day | later | told).status_code == 303
    assert SupervisionAction.unscoped.get().due_on == date(2026, 7, 8)
    page = as_(world.worker).get(f"/casework/supervision/{world.worker.staff_id}/").content.decode()
    assert "Ring housing" in page and "Going well" in page and "It is done" in page


def test_a_worker_may_not_open_the_form(world, as_):
    assert as_(world.worker).get(f"/casework/supervision/{world.worker.staff_id}/record/").status_code == 403


def test_the_pages_run_a_constant_number_of_statements(world, as_):
    lead, addresses = as_(world.lead_worker), ["/casework/supervision/", "/casework/supervision/%s/"]
    world.case(worker=world.worker)
    keep(world, held_on=TODAY - timedelta(days=1), actions=[action(world.worker)])
    pages = [each.replace("%s", str(world.worker.staff_id)) for each in addresses]
    few = [statements(lambda each=each: lead.get(each)) for each in pages]
    keep(world, actions=[action(world.worker), action(world.lead_worker)])
    for _ in range(2):
        world.case(worker=world.actor("engagement-worker", cluster="porth"))
        world.case(worker=world.worker)
    assert [statements(lambda each=each: lead.get(each)) for each in pages] == few
    assert few[0] <= 15 and few[1] <= 30
    assert as_(world.admin_officer).get("/casework/supervision/").status_code == 403
