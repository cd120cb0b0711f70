import pytest

from lynchpin.casework.models import Plan
from lynchpin.casework.use_cases.send_back_plan import send_back_plan
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.casework.approving import approval_asked
from tests.support import refused, trail


@pytest.fixture
def case(world):
    case = approval_asked(world, world.case(worker=world.worker))
    world.plan(case, world.worker, "Sleep better")
    return case


def send_back(actor, case, words="Who looks after the children meanwhile?", **given) -> int:
    known = {"reference": case.reference, "edition": 1, "version": 1, "decided_words": words, "at": clock.now()}
    return send_back_plan(actor, **known | given)


def test_a_plan_goes_back_with_what_is_missing(world, case):
    assert send_back(world.lead_worker, case) == 1
    plan = Plan.unscoped.get()
    assert (plan.state, plan.decided_words) == ("sent-back", "Who looks after the children meanwhile?")
    written_by = world.worker.staff_id
    assert trail("casework.plan_sent_back")[-1] == {"case": case.pk, "edition": 1, "written_by": written_by}


def test_the_worker_reads_it_and_the_next_edition_begins_with_what_was_written(world, as_, case):
    send_back(world.lead_worker, case)
    browser = as_(world.worker)
    assert "Who looks after the children" in browser.get(f"/casework/{case.reference}/").content.decode()
    page = browser.get(f"/casework/{case.reference}/plan/")
    assert "Who looks after the children" in page.content.decode()
    assert page.context["form"]["words_1"].value() == "Sleep better"
    assert world.plan(case, world.worker, "Sleep better", version=1) == 2
    assert list(Plan.unscoped.order_by("edition").values_list("state", flat=True)) == ["sent-back", "waiting"]


@pytest.mark.parametrize("words", ["", "  "])
def test_it_does_not_go_back_without_words(world, case, words):
    with refused("sent_back_without_words"):
        send_back(world.lead_worker, case, words)


def test_what_was_sent_back_is_not_sent_back_again(world, case):
    send_back(world.lead_worker, case)
    with refused("plan_not_waiting"):
        send_back(world.lead_worker, case, version=2)


def test_nobody_sends_back_what_they_wrote(world, case):
    world.actor("lead-worker", cluster="porth")
    world.plan(case, world.lead_worker, version=1)
    with refused("plan_is_your_own"):
        send_back(world.lead_worker, case, edition=2)


def test_a_case_of_another_cluster_is_not_found(world, case):
    with pytest.raises(NotFound):
        send_back(world.actor("lead-worker", cluster="taf-west"), case)


def test_an_engagement_worker_may_not_send_back(world, case):
    with pytest.raises(NotPermitted):
        send_back(world.worker, case)


def test_it_is_sent_back_on_its_page(world, as_, case):
    browser, address = as_(world.lead_worker), f"/casework/{case.reference}/plan/1/send-back/"
    assert browser.get(address).status_code == 200
    page = browser.post(address, {"version": 1, "decided_words": ""})
    assert page.status_code == 422 and "Say what is missing" in page.content.decode()
    assert browser.post(address, {"version": 1, "decided_words": "Ask about the children"}).status_code == 303


def test_a_worker_may_not_open_the_page(world, as_, case):
    assert as_(world.worker).get(f"/casework/{case.reference}/plan/1/send-back/").status_code == 403
