import pytest

from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.frontdoor.models import TimelineEntry
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.notices.models import Notice
from lynchpin.outcomes.models import Closure
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.people.models import Involvement
from tests.support import recorded, refused
from tests.world.frontdoor import Profiled


def test_a_case_closes_with_the_persons_words_and_everyone_leaves(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.outcome(case, world.worker)
    after = world.closed(case, world.worker, reason="goals-reached", in_their_words="Dwi'n cysgu'n well")
    assert (after.status, after.ended_on, after.end_reason) == ("closed", clock.today(), "goals-reached")
    assert Closure.unscoped.get().in_their_words == "Dwi'n cysgu'n well"
    assert not Involvement.unscoped.filter(reference=case.reference, ended_on=None).exists()
    last = TimelineEntry.unscoped.order_by("-pk").first()
    assert (last.kind, last.for_referrer) == ("ended", True)
    assert {"casework.case_ended", "outcomes.case_closed"} <= set(recorded())


def test_goals_reached_needs_a_conversation_first(world):
    with refused("what_matters_missing"):
        world.closed(world.case(worker=world.worker), world.worker, reason="goals-reached")


def test_an_end_without_an_outcome_says_why(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    with refused("outcome_or_reason_missing"):
        world.closed(case, world.worker, reason="goals-reached")


@pytest.mark.parametrize("reason", ["stepped-up", "stepped-down"])
def test_nobody_steps_up_or_down_before_the_receiver_has_met_them(world, reason):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.taken_on(case, world.worker)
    with refused("handover_missing"):
        world.closed(case, world.worker, reason=reason, no_outcome_because="Too early to say")


def test_the_form_says_that_a_handover_is_under_way_and_leads_to_it(world, as_):
    case = world.case(worker=world.worker)
    address = f"/outcomes/{case.reference}/close/"
    browser = as_(world.worker)
    assert "Prepare a handover" in browser.get(address).content.decode()
    handover = world.handover(case, world.worker)
    text = browser.get(address).content.decode()
    assert f"/pathways/handovers/{handover.reference}/" in text and "Prepare a handover" not in text


def test_the_closure_says_who_took_them_on(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.handed_over(case, world.worker)
    world.closed(case, world.worker, reason="stepped-down", no_outcome_because="Too early to say")
    assert Closure.unscoped.get().handed_to == "Housing – Invented Contact, Support worker"


def test_a_promise_to_the_person_is_kept_before_the_case_closes(world):
    case = world.case(worker=world.worker)
    world.conversation(case, world.worker)
    world.outcome(case, world.worker)
    world.moved(complete_pathway, world.at_last_step(case, world.worker), world.worker)
    with refused("guarantee_still_owed"):
        world.closed(case, world.worker, reason="goals-reached")
    assert world.closed(case, world.worker, reason="persons-no").status == "closed"


def test_a_place_on_a_pathway_ends_with_the_case(world):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    world.closed(case, world.worker, reason="persons-no")
    after = world.place_again(place.reference)
    assert (after.state, after.left_because, after.ended_on) == ("left", "persons-no", clock.today())


def test_a_persons_no_needs_nothing_more(world):
    assert world.closed(world.case(worker=world.worker), world.worker, reason="persons-no").status == "closed"


def test_a_closed_case_closes_no_more(world):
    case = world.closed(world.case(worker=world.worker), world.worker)
    with refused("case_closed"):
        world.closed(case, world.worker)


def test_a_stale_page_closes_nothing(world):
    case = world.case()
    world.allocated(case.reference, world.worker)
    with pytest.raises(Stale):
        close_case(world.worker, reference=case.reference, version=case.version, reason="moved-away", at=clock.now())


def test_a_colleagues_case_is_not_found(world):
    case = world.case(worker=world.worker)
    with pytest.raises(NotFound):
        world.closed(case, world.actor("engagement-worker", cluster="porth"))


def test_closing_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        world.closed(world.case(worker=world.worker), world.without(world.worker, "outcomes.close_case"))


def test_the_worker_closes_it_on_the_page_and_still_reads_it(world, as_):
    case = world.case(worker=world.worker)
    browser = as_(world.worker)
    address = f"/outcomes/{case.reference}/close/"
    page = browser.get(address)
    assert page.status_code == 200
    sent = {"version": page.context["form"]["version"].value(), "reason": "goals-reached"}
    refusal = browser.post(address, sent)
    assert refusal.status_code == 422 and "Record a what-matters conversation" in refusal.content.decode()
    assert browser.post(address, sent | {"reason": "persons-no"}).status_code == 303
    assert "The person said no" in browser.get(f"/casework/{case.reference}/").content.decode()


def test_a_referrer_may_not_open_the_page(world, as_):
    assert as_(world.actor("referrer")).get(f"/outcomes/{world.case().reference}/close/").status_code == 403


def farewells(resident):
    """Notices other than the one that their request has come."""
    rows = Notice.unscoped.filter(resident_id=resident.pk).exclude(kind="referral-received")
    return list(rows.values_list("kind", "language", "state"))


def ended(world, resident, reason):
    case = world.case(resident, worker=world.worker)
    world.contact(case, world.worker)
    world.conversation(case, world.worker)
    if reason in ("stepped-up", "stepped-down"):
        world.handed_over(case, world.worker)
    world.closed(case, world.worker, reason=reason, no_outcome_because="Too early to say")
    return case


@pytest.mark.parametrize(
    ("reason", "kind"), [("goals-reached", "goodbye"), ("stepped-down", "goodbye"), ("no-reply", "open-offer")]
)
def test_the_person_is_told_of_an_end_in_their_language(world, reason, kind):
    resident = world.reachable("letter", language="cy")
    ended(world, resident, reason)
    assert farewells(resident) == [(kind, "cy", "waiting")]


def test_a_farewell_that_is_not_safe_is_held(world):
    resident = world.resident(language="en")
    ended(world, resident, "no-reply")
    assert farewells(resident) == [("open-offer", "en", "held")]


@pytest.mark.parametrize("reason", ["persons-no", "died", "moved-away", "stepped-up"])
def test_nothing_is_written_after_a_no_a_death_a_move_or_a_hand_over(world, reason):
    resident = world.reachable("letter")
    ended(world, resident, reason)
    assert farewells(resident) == []


def test_a_no_to_another_referral_meanwhile_is_a_no(world):
    resident = world.reachable("letter")
    case = world.case(resident, worker=world.worker)
    world.said_no(world.screened(resident=resident))
    world.closed(case, world.worker, reason="no-reply")
    assert farewells(resident) == []


def suggested(world):
    """A case of somebody whom profiling suggested."""
    assert world.lead_worker
    (found,) = world.raised(Profiled())
    referral = world.kept(world.agreed(found))
    world.safe_contact(world.resident_behind(referral))
    reference = open_case(world.lead_worker, referral=referral.reference, at=clock.now())
    return world.allocated(reference, world.worker)


def test_whom_profiling_suggested_and_nobody_met_is_not_written_to(world):
    case = suggested(world)
    world.contact(case, world.worker, kind="no-reply")
    world.closed(case, world.worker, reason="no-reply")
    assert not Notice.unscoped.exists()


def test_whom_profiling_suggested_and_somebody_met_is_left_an_open_offer(world):
    case = suggested(world)
    world.contact(case, world.worker)
    world.closed(case, world.worker, reason="no-reply")
    assert Notice.unscoped.get().kind == "open-offer"


def test_nobody_is_asked_why_there_is_no_outcome_when_there_is_one(world, as_):
    case = world.case(worker=world.worker)
    address = f"/outcomes/{case.reference}/close/"
    browser = as_(world.worker)
    assert "no_outcome_because" in browser.get(address).context["form"].fields
    world.outcome(case, world.worker)
    assert "no_outcome_because" not in browser.get(address).context["form"].fields
