import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.pathways.queries.check_ins import check_ins_due, sustained_rate
from lynchpin.pathways.queries.heads import places_of
from lynchpin.pathways.rules import rate_of
from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.pathways.use_cases.record_check_in import record_check_in
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.pathways.use_cases.step_up import step_up
from tests.casework.counting import statements

LISTS = ("/pathways/", "/pathways/places/", "/pathways/handovers/", "/pathways/check-ins/?show=coming")
SIX_WEEKS_ON = datetime(2026, 7, 22, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Days:
    starts_on: date
    ends_on: date


def ended(world, worker=None):
    case = world.case(worker=worker or world.worker)
    world.conversation(case, worker or world.worker)
    world.closed(case, worker or world.worker, reason="goals-reached", no_outcome_because="Too early to say")
    return case


def lived(world):
    """One more person on a pathway, one being handed over, and one whose work has ended."""
    case = world.case(worker=world.worker)
    world.place(case, world.worker)
    world.handover(case, world.worker)
    ended(world)


@pytest.mark.parametrize("address", LISTS)
def test_lists_need_as_many_statements_for_many_as_for_one(world, as_, address):
    lived(world)
    browser = as_(world.lead_worker)
    few = statements(lambda: browser.get(address))
    lived(world)
    lived(world)
    assert statements(lambda: browser.get(address)) == few <= 15


def test_a_place_and_its_pathway_need_thirty_statements_at_most(world, as_):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    browser = as_(world.worker)
    for address in (f"/pathways/places/{place.reference}/", "/pathways/of/employability/"):
        assert statements(lambda address=address: browser.get(address)) <= 30


def test_a_handover_and_a_check_in_need_thirty_statements_at_most(world, as_):
    case = world.case(worker=world.worker)
    handover, check_in = world.handover(case, world.worker), world.check_ins_of(ended(world))[0]
    browser = as_(world.worker)
    addresses = (
        f"/pathways/handovers/{handover.reference}/",
        f"/pathways/handovers/{handover.reference}/pack/",
        f"/pathways/handovers/prepare/{case.reference}/",
        f"/pathways/check-ins/{check_in.reference}/",
        "/pathways/sustained/",
    )
    for address in addresses:
        assert statements(lambda address=address: browser.get(address)) <= 30, address


@pytest.mark.parametrize("address", [*LISTS, "/pathways/of/employability/", "/pathways/sustained/"])
def test_a_referrer_sees_no_pathways(world, as_, address):
    world.pathways()
    assert as_(world.referrer).get(address).status_code == 403


def test_the_map_is_drawn_from_the_data_with_the_people_on_it(world, as_):
    world.place(world.case(worker=world.worker), world.worker)
    text = as_(world.lead_worker).get("/pathways/").content.decode()
    assert text.count("<svg") == 3 and text.count("<rect") == 15
    assert "1 person is on this pathway." in text and "Team around the" in text


def test_the_way_to_a_pathway_stands_in_its_card(world, as_):
    world.pathways()
    cards = as_(world.worker).get("/pathways/").content.decode().split('class="app-abreast__card"')[1:]
    assert len(cards) == 3 and all(card.count("Every step, and what it asks") == 1 for card in cards)


def test_whoever_stands_on_a_step_is_named_in_the_card_of_their_pathway(world, as_):
    place = world.place(world.case(world.resident(forename="Mabli"), worker=world.worker), world.worker)
    cards = as_(world.worker).get("/pathways/").content.decode().split('class="app-abreast__card"')[1:]
    named = ["Mabli" in card and f"/pathways/places/{place.reference}/" in card for card in cards]
    assert named == [True, False, False]


def test_a_colleagues_person_is_not_named_on_the_map(world, as_):
    world.place(world.case(world.resident(forename="Mabli"), worker=world.worker), world.worker)
    other = world.actor("engagement-worker", cluster="porth")
    assert "Mabli" not in as_(other).get("/pathways/").content.decode()


def test_a_step_with_many_people_names_a_few_and_leads_to_the_others(world, as_):
    for _ in range(7):
        world.place(world.case(world.resident(forename="Mabli")), world.lead_worker)
    page = as_(world.lead_worker).get("/pathways/").content.decode()
    assert page.count("Mabli") == 5 and "2 more people" in page


def test_the_map_logs_everybody_it_names(world, as_):
    place = world.place(world.case(worker=world.worker), world.worker)
    as_(world.worker).get("/pathways/")
    entry = AccessEntry.unscoped.filter(route="pathways:pathway_map").get()
    assert AccessSubject.unscoped.filter(entry_id=entry.pk, subject_id=place.resident_id).exists()


def test_another_clusters_people_are_in_no_number(world, as_):
    world.place(world.case(worker=world.worker), world.worker)
    text = as_(world.actor("lead-worker", cluster="taf-west")).get("/pathways/").content.decode()
    assert "1 person is on this pathway." not in text


def test_a_sealed_person_is_on_no_map(world, as_):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    world.restrict(world.resident_of(case), "sealed")
    browser = as_(world.lead_worker)
    assert "1 person is on this pathway." not in browser.get("/pathways/").content.decode()
    assert browser.get(f"/pathways/places/{place.reference}/").status_code == 404


def test_a_pathway_names_the_people_of_ones_own_and_links_them(world, as_):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    text = as_(world.worker).get("/pathways/of/employability/").content.decode()
    assert world.resident_of(case).forename in text and place.reference in text
    assert "asked where this is so: A low-level need" in text
    assert AccessEntry.unscoped.order_by("-pk").first().route == "pathways:pathway"


def test_a_pathway_that_is_not_there_is_not_found(world, as_):
    assert as_(world.worker).get("/pathways/of/invented/").status_code == 404


def test_the_place_says_in_words_what_is_needed_next(world, as_):
    place = world.place(world.case(worker=world.worker), world.worker)
    browser, address = as_(world.worker), f"/pathways/places/{place.reference}/"
    assert "Does the person want to start?" in browser.get(address).content.decode()
    world.tested(place, world.worker, wants_to_start=False)
    assert "This is needed first: The person wants to start." in browser.get(address).content.decode()
    world.tested(place, world.worker, wants_to_start=True)
    ready = browser.get(address).content.decode()
    assert "they can step up to Support before engagement" in ready and f"{address}up/" in ready
    world.moved(pause_pathway, place, world.worker, reason="Ill")
    assert "Go on after the break" in browser.get(address).content.decode()


def test_the_head_of_service_reads_and_changes_nothing(world, as_):
    place = world.place(world.case(worker=world.worker), world.worker)
    browser = as_(world.head_of_service)
    text = browser.get(f"/pathways/places/{place.reference}/").content.decode()
    assert "Does the person want to start?" in text and "Answer this question" not in text
    assert browser.get(f"/pathways/places/{place.reference}/leave/").status_code == 403


def test_places_narrow_by_pathway_step_and_state(world, as_):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    browser = as_(world.worker)

    def shown(**asked):
        return place.reference in browser.get("/pathways/places/", asked).content.decode()

    assert shown() and shown(pathway="employability", step="PH1") and shown(state="on")
    assert not shown(pathway="isolation") and not shown(step="PH2") and not shown(state="left")


def test_the_pack_has_every_heading_in_both_languages(world, as_):
    handover = world.handover(world.case(worker=world.worker), world.worker)
    text = as_(world.worker).get(f"/pathways/handovers/{handover.reference}/pack/").content.decode()
    assert len(re.findall(r'<h2[^>]*><span lang="en">', text)) == len(re.findall(r'/ <span lang="cy">', text)) - 1 == 8
    assert '<p class="govuk-body" lang="cy">Cael gwaith' in text
    assert AccessEntry.unscoped.order_by("-pk").first().action == "print"


def test_a_receiver_finds_what_came_to_them(world, as_):
    colleague = world.actor("engagement-worker", cluster="taf-west")
    given = {"to_organisation": "", "to_staff_id": colleague.staff_id}
    handover = world.handover(world.case(worker=world.worker), world.worker, **given)
    world.handover_step(send_handover, handover, world.worker)
    assert handover.reference in as_(colleague).get("/pathways/handovers/?show=came").content.decode()
    assert handover.reference not in as_(world.worker).get("/pathways/handovers/?show=came").content.decode()


def test_the_desk_is_given_a_persons_places_live_ones_first(world):
    case = world.case(worker=world.worker)
    world.place(case, world.worker)
    other = world.place(case, world.worker, "isolation")
    world.tested(other, world.worker, agrees_to_contact=True)
    world.moved(step_up, other, world.worker, to_step="IS2")
    rows = places_of(world.worker, [case.resident_id])
    assert [(row.pathway, row.step_name) for row in rows] == [
        ("isolation", "What matters"),
        ("employability", "Referrals in"),
    ]
    assert places_of(world.actor("engagement-worker", cluster="porth"), [case.resident_id]) == ()


def test_check_ins_that_are_due_are_given_to_whoever_makes_them(world):
    case = ended(world)
    assert check_ins_due(world.worker) == ()
    with clock.held(SIX_WEEKS_ON):
        worker = replace(world.worker, on=clock.today())
        (due,) = check_ins_due(worker)
        assert (due.name, due.days, due.point) == (
            f"{world.resident_of(case).forename} {world.resident_of(case).surname}",
            0,
            "6-weeks",
        )
        colleague = replace(world.actor("engagement-worker", cluster="porth"), on=clock.today())
        assert check_ins_due(colleague) == ()


def test_the_rate_counts_the_silent_and_the_unasked_in_its_denominator(world):
    for state in ("sustained", "no-reply", "persons-no", ""):
        case = ended(world)
        with clock.held(SIX_WEEKS_ON):
            if state:
                first = world.check_ins_of(case)[0]
                actor = replace(world.worker, on=clock.today())
                given = {"version": 1, "state": state, "asked_on": clock.today(), "at": clock.now()}
                record_check_in(actor, reference=first.reference, **given)
    lead = replace(world.lead_worker, on=SIX_WEEKS_ON.date())
    facts = sustained_rate(lead, "porth", Days(date(2026, 7, 1), date(2026, 9, 30)))
    rate = facts.overall
    assert (rate.numerator, rate.denominator, rate.no_reply, rate.not_asked, rate.persons_no) == (1, 3, 1, 1, 1)
    assert rate.percent == 33
    assert dict(facts.by_point)["12-weeks"].denominator == 0, "what has not fallen due is in no number"
    assert sustained_rate(lead, "taf-west", Days(date(2026, 7, 1), date(2026, 9, 30))).overall.denominator == 0


def test_a_rate_of_nothing_is_not_nought():
    assert rate_of([]).percent is None and rate_of(["relapsed"]).percent == 0


def test_the_rate_is_said_with_its_denominator(world, as_):
    case = ended(world)
    with clock.held(SIX_WEEKS_ON):
        lead = replace(world.lead_worker, on=clock.today())
        assert world.check_ins_of(case)
        text = as_(lead).get("/pathways/sustained/", {"days": "92", "cluster": "porth"}).content.decode()
    assert "0 of 1 said that it has lasted (0%)" in text and "1 have not been asked yet" in text
