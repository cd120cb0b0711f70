import re
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Allocation, Case
from lynchpin.casework.queries.sharing import sharing
from lynchpin.casework.use_cases.share_out_cases import Choice, share_out_cases
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Reason, Refused
from lynchpin.people.models import Involvement
from tests.casework.counting import statements
from tests.support import recorded, refused, trail

ADDRESS = "/casework/allocation/share/porth/"


def choice(case, worker, **told):
    return Choice(case.reference, case.version, worker.staff_id, **told)


def give(world, *choices, by=None):
    return share_out_cases(by or world.lead_worker, choices=choices, at=clock.now())


def colleague(world, **staff):
    return world.actor("engagement-worker", cluster="porth", **staff)


def small(world):
    """A worker whom one steady case fills."""
    return colleague(world, caseload_limit=6)


def test_several_cases_are_given_at_once_and_each_keeps_why(world):
    first, second = world.case(), world.case()
    other = colleague(world)
    why = (Reason("nearest_with_room", km="1.2"),)
    given = give(
        world,
        choice(first, world.worker, proposed_worker_id=world.worker.staff_id, why=why),
        choice(second, other, proposed_worker_id=world.worker.staff_id, why=why, override_reason="She asked for her"),
    )
    assert given == 2
    assert [world.again(case.reference).worker_id for case in (first, second)] == [
        world.worker.staff_id,
        other.staff_id,
    ]
    kept = list(Allocation.unscoped.order_by("pk"))
    assert [(row.proposed_worker_id, row.override_reason) for row in kept] == [
        (world.worker.staff_id, ""),
        (world.worker.staff_id, "She asked for her"),
    ]
    assert kept[0].why == [["nearest_with_room", {"km": "1.2"}]]
    assert trail("casework.cases_shared_out") == [{"cases": 2, "against_proposal": 1}]
    assert recorded().count("casework.case_placed") == 2
    assert Involvement.unscoped.filter(reference=second.reference, holder_id=other.staff_id).exists()


def test_another_worker_than_the_one_proposed_needs_a_reason(world):
    case, other = world.case(), colleague(world)
    with refused("override_without_reason"):
        give(world, choice(case, other, proposed_worker_id=world.worker.staff_id, override_reason="  "))
    assert world.again(case.reference).worker_id is None


def test_nothing_chosen_is_refused(world):
    with refused("nothing_to_share_out"):
        give(world)


def test_one_proposal_gone_stale_leaves_every_case_as_it_was(world):
    first, second = world.case(), world.case()
    world.allocated(second.reference, world.worker)
    with refused("sharing_out_of_date"):
        give(world, choice(first, world.worker), choice(second, world.worker))
    assert world.again(first.reference).worker_id is None
    assert Allocation.unscoped.filter(case_id=first.pk).count() == 0


def test_two_cases_that_fit_one_by_one_and_not_together_are_refused_together(world):
    worker = small(world)
    first, second = world.case(), world.case()
    with refused("sharing_out_of_date"):
        give(world, choice(first, worker), choice(second, worker))
    assert Case.unscoped.open().held_by(worker.staff_id).weight() == 0


def test_one_case_alone_is_refused_in_its_own_words(world):
    worker = small(world)
    world.case(worker=worker)
    with refused("caseload_full"):
        give(world, choice(world.case(), worker))


def test_a_colleague_kept_from_the_person_is_neither_proposed_nor_taken(world):
    resident = world.resident()
    case = world.case(resident)
    other = colleague(world)
    world.restrict(resident, "exclusion", hidden_from=world.worker.staff_id)
    (shared,) = sharing(world.lead_worker, "porth").cases
    assert shared.proposal.worker_id == other.staff_id
    with refused("worker_kept_from_case"):
        give(world, choice(case, world.worker))


def test_another_clusters_case_is_not_found(world):
    case = world.case()
    lead = world.actor("lead-worker", cluster="taf-west")
    theirs = world.actor("engagement-worker", cluster="taf-west")
    with pytest.raises(NotFound):
        give(world, choice(case, theirs), by=lead)


def test_sharing_out_needs_its_permission(world):
    case = world.case()
    with pytest.raises(NotPermitted):
        give(world, choice(case, world.worker), by=world.without(world.lead_worker, "casework.share_out_cases"))


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_two_people_sharing_out_at_once_never_pass_the_limit_and_never_half_give(world):
    workers = [small(world), small(world)]
    leads = [world.lead_worker, world.actor("lead-worker", cluster="porth")]
    pairs = [(world.case(), world.case()), (world.case(), world.case())]
    ready = Barrier(2)

    def at_once(told):
        lead, cases, order = told
        chosen = [choice(case, worker) for case, worker in zip(cases, order, strict=True)]
        try:
            ready.wait(10)
            return give(world, *chosen, by=lead)
        except Refused as no:
            return no.reason.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(at_once, zip(leads, pairs, (workers, workers[::-1]), strict=True)))
    assert sorted(map(str, answers)) == ["2", "sharing_out_of_date"]
    assert [Case.unscoped.open().held_by(each.staff_id).weight() for each in workers] == [6, 6]
    lost = pairs[answers.index("sharing_out_of_date")]
    assert [world.again(case.reference).worker_id for case in lost] == [None, None]


def field(text, name):
    """The values of a hidden field, in the order of the page."""
    return [unescape(value) for value in re.findall(rf'name="{name}" value="([^"]*)"', text)]


def test_the_page_proposes_says_why_and_gives_one(world, as_):
    case = world.case(world.resident(language="cy"))
    colleague(world, name="Non Rees", speaks_welsh=True)
    browser = as_(world.lead_worker)
    text = browser.get(ADDRESS).content.decode()
    assert "Proposed: Non Rees" in text and "The person would like Welsh, and they speak it." in text
    assert "No distance is known" in text, "the area has no middle, and none is guessed"
    answer = browser.post(ADDRESS, {"proposals": field(text, "proposals")[0], "form_key": "one"})
    assert answer.status_code == 303
    kept = Allocation.unscoped.get(case_id=case.pk)
    assert kept.worker_id == kept.proposed_worker_id and ["speaks_their_language", {}] in kept.why


def test_all_are_given_with_one_button_and_a_second_press_changes_nothing(world, as_):
    cases = [world.case(), world.case()]
    assert world.worker
    browser = as_(world.lead_worker)
    every = field(browser.get(ADDRESS).content.decode(), "proposals")[-1]
    answers = [browser.post(ADDRESS, {"proposals": every, "form_key": "all"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert all(world.again(case.reference).worker_id for case in cases)
    assert Allocation.unscoped.count() == 2


def test_somebody_else_is_chosen_with_a_reason_and_what_was_typed_is_kept_when_it_is_too_short(world, as_):
    case, other = world.case(), colleague(world, name="Non Rees")
    browser = as_(world.lead_worker)
    shown = field(browser.get(ADDRESS).content.decode(), "proposals")[0]
    (proposed,) = [each.proposal.worker_id for each in sharing(world.lead_worker, "porth").cases]
    chosen = other if proposed == world.worker.staff_id else world.worker
    told = {"proposals": shown, "worker_id": chosen.staff_id, "override_reason": "Hm"}
    refused_page = browser.post(ADDRESS, told)
    assert refused_page.status_code == 422 and "Hm</textarea>" in refused_page.content.decode()
    assert browser.post(ADDRESS, told | {"override_reason": "They know the family"}).status_code == 303
    assert Allocation.unscoped.get(case_id=case.pk).override_reason == "They know the family"


def test_a_proposal_that_somebody_overtook_is_told_in_words(world, as_):
    case = world.case()
    assert world.worker
    browser = as_(world.lead_worker)
    shown = field(browser.get(ADDRESS).content.decode(), "proposals")[0]
    world.allocated(case.reference, world.worker)
    answer = browser.post(ADDRESS, {"proposals": shown})
    assert answer.status_code == 422 and "Someone else changed this" in answer.content.decode()


def test_a_proposal_changed_on_its_way_is_refused(world, as_):
    world.case()
    answer = as_(world.lead_worker).post(ADDRESS, {"proposals": '[["C-2222-2222", 1, 1, []]]'})
    assert answer.status_code == 422 and "Open this page again" in answer.content.decode()


def test_a_case_that_nobody_has_room_for_says_so_and_leads_on(world, as_):
    world.actor("engagement-worker", cluster="porth", caseload_limit=5)
    case = world.case()
    text = as_(world.lead_worker).get(ADDRESS).content.decode()
    assert "Nobody has room for a case of 6 points." in text and f"/casework/{case.reference}/allocate/" in text


def test_the_centre_and_the_cluster_manager_share_out_too_and_others_do_not(world, as_):
    world.case()
    manager = world.actor("cluster-manager", cluster=("porth", "taf-west"))
    assert [as_(actor).get(ADDRESS).status_code for actor in (world.central, manager, world.worker)] == [200, 200, 403]
    assert as_(world.actor("lead-worker", cluster="taf-west")).get(ADDRESS).status_code == 404


def test_the_page_needs_as_many_statements_for_many_as_for_one(world, as_):
    world.case()
    assert world.worker
    browser = as_(world.lead_worker)
    few = statements(lambda: browser.get(ADDRESS))
    for _ in range(3):
        world.case()
    colleague(world)
    assert statements(lambda: browser.get(ADDRESS)) == few <= 30


def test_the_board_leads_to_sharing_out_while_somebody_waits(world, as_):
    browser = as_(world.lead_worker)
    world.case(worker=world.worker)
    assert ADDRESS not in browser.get("/casework/allocation/").content.decode()
    world.case()
    assert ADDRESS in browser.get("/casework/allocation/").content.decode()
