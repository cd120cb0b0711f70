from datetime import date, timedelta

import pytest
from django.urls import reverse

from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.models import OwnRecord, Resident
from lynchpin.people.queries import resident as record_of
from lynchpin.people.queries import search_residents
from tests.support import refused, trail

SECRET = ("Talked about college", "Leave home", "Cael gwaith yn agos")


@pytest.fixture
def family(world):
    """A mother with a case of `world.worker`, led by `world.lead_worker`, and her daughter of 16, who has asked for her own."""
    mother, daughter = world.mother_and_daughter()
    case = world.case(mother, worker=world.worker)
    world.own_record(daughter)
    return mother, daughter, case


@pytest.fixture
def own_case(world, family):
    """The daughter's own case, with a worker and a lead of her own, a plan, a contact and a letter that waits."""
    _, daughter, _ = family
    lead = world.actor("lead-worker", cluster="porth", name="Own lead")
    own = world.actor("engagement-worker", cluster="porth", name="Own worker")
    kept, world.__dict__["lead_worker"] = world.lead_worker, lead
    case = world.case(daughter, worker=own)
    world.__dict__["lead_worker"] = kept
    world.plan(case, own, "Leave home")
    world.conversation(case, own)
    world.contact(case, own, note="Talked about college")
    return case, own, lead


def test_from_16_on_a_young_persons_word_is_enough(world):
    _, daughter = world.mother_and_daughter()
    assert world.own_record(daughter, world.central) == "age"
    own = OwnRecord.unscoped.get()
    assert (own.basis, own.agreed_on, own.judge_id, own.able_because) == ("age", clock.today(), None, "")
    assert trail("people.own_record_begun") == [{"basis": "age"}]


def test_a_younger_one_is_judged_able_in_words_by_whoever_records_it(world):
    _, daughter = world.mother_and_daughter(age=14)
    with refused("own_record_too_young"):
        world.own_record(daughter, world.central)
    why = "She told me what it means that her mother is not told, and why she wants it"
    assert world.own_record(daughter, world.central, able_because=why) == "able"
    own = OwnRecord.unscoped.get()
    assert (own.judge_id, own.judged_on, own.able_because) == (world.central.staff_id, clock.today(), why)


def test_without_a_date_of_birth_words_are_needed_too(world):
    with refused("own_record_age_unknown"):
        world.own_record(world.resident(), world.central)


def test_a_record_becomes_their_own_once_and_not_tomorrow(world):
    _, daughter = world.mother_and_daughter()
    with refused("own_record_agreed_in_future"):
        world.own_record(daughter, agreed_on=clock.today() + timedelta(days=1))
    world.own_record(daughter)
    with refused("own_record_already"):
        world.own_record(daughter)


def test_a_birthday_alone_changes_nothing(world, as_):
    mother, daughter = world.mother_and_daughter(age=15)
    world.case(mother, worker=world.worker)
    world.involve(world.worker, daughter)
    with clock.held(clock.now() + timedelta(days=400)):
        page = as_(world.worker).get(reverse("desk:overview", args=[daughter.reference]))
    assert page.status_code == 200


def test_what_was_in_the_familys_record_stays(world, as_, family):
    mother, daughter, case = family
    world.contact(case, world.worker, note="Non likes football")
    page = as_(world.worker).get(reverse("desk:overview", args=[mother.reference])).content.decode()
    assert f"Non {daughter.surname}" in page, "she is still her mother's daughter"
    assert "Non likes football" in page


def pages_of(mother: Resident, daughter: Resident, case, own_case) -> tuple[str, ...]:
    return (
        "/desk/",
        reverse("desk:overview", args=[mother.reference]),
        reverse("people:resident", args=[mother.reference]),
        reverse("people:form_family", args=[mother.reference]),
        reverse("casework:case", args=[case.reference]),
        reverse("casework:caseload"),
        reverse("casework:caseload") + "?status=all&show=silent",
        reverse("people:search_residents") + f"?q={daughter.surname}",
        reverse("people:search_residents") + f"?text={daughter.reference}",
        reverse("casework:allocation_board"),
        reverse("pathways:handovers"),
    )


@pytest.mark.parametrize("who", ["worker", "lead_worker"])
def test_whoever_works_with_the_parent_walks_every_page_and_finds_nothing(world, as_, family, own_case, who):
    mother, daughter, case = family
    theirs, *_ = own_case
    browser = as_(getattr(world, who))
    seen = []
    for address in pages_of(mother, daughter, case, theirs):
        answer = browser.get(address)
        if answer.status_code == 403:
            continue
        assert answer.status_code == 200, address
        page = answer.content.decode()
        colleagues = ("Own worker", "Own lead") if mother.reference in address else ()  # who else has room is no secret
        hidden = (*SECRET, *colleagues, theirs.reference, theirs.referral_reference, f"/people/{daughter.reference}/")
        assert [word for word in hidden if word in page.replace(f'value="{daughter.reference}"', "")] == [], address
        seen.append(address)
    assert len(seen) >= 6, "the walk goes through the pages"


@pytest.mark.parametrize("who", ["worker", "lead_worker"])
def test_what_is_the_young_persons_is_not_found_by_its_address(world, as_, family, own_case, who):
    _, daughter, _ = family
    theirs, *_ = own_case
    browser = as_(getattr(world, who))
    for address in (
        reverse("desk:overview", args=[daughter.reference]),
        reverse("people:resident", args=[daughter.reference]),
        reverse("people:record_safe_contact", args=[daughter.reference]),
        reverse("casework:case", args=[theirs.reference]),
        reverse("casework:record_contact", args=[theirs.reference]),
        reverse("frontdoor:referral", args=[theirs.referral_reference]),
    ):
        assert browser.get(address).status_code in (403, 404), address
    assert browser.get(reverse("desk:overview", args=[daughter.reference])).status_code == 404


def test_who_walks_with_the_young_person_sees_everything_of_theirs(world, as_, family, own_case):
    _, daughter, _ = family
    theirs, own, lead = own_case
    for colleague in (own, lead):
        browser = as_(colleague)
        page = browser.get(reverse("desk:overview", args=[daughter.reference])).content.decode()
        assert theirs.reference in page and "Leave home" in page
        assert (
            "Talked about college" in browser.get(reverse("desk:timeline", args=[daughter.reference])).content.decode()
        )


def test_nobody_at_all_is_told_on_a_parents_page_who_is_with_the_young_person(world, as_, family, own_case):
    mother, _, _ = family
    _, own, _ = own_case
    world.involve(own, mother)  # a colleague who is with both
    for colleague in (own, world.central):
        page = as_(colleague).get(reverse("desk:overview", args=[mother.reference])).content.decode()
        assert "Own lead" not in page


def found(actor, text: str) -> set[int]:
    return {hit.resident_id for hit in search_residents(actor, text).hits}


def test_a_colleague_without_the_family_finds_them_by_search_and_one_with_it_does_not(world, family):
    _, daughter, _ = family
    other = world.actor("lead-worker", cluster="porth")
    assert found(other, daughter.reference) == {daughter.pk} <= found(other, daughter.surname)
    assert daughter.pk not in found(world.lead_worker, daughter.surname)
    assert found(world.lead_worker, daughter.reference) == set()


def test_a_merged_record_tells_no_more_than_the_one_it_went_into(world, family, own_case):
    _, daughter, _ = family
    double = world.resident(forename="Non", surname=daughter.surname, birth_date=daughter.birth_date)
    world.merged(daughter, double)
    assert found(world.lead_worker, daughter.surname).isdisjoint({daughter.pk, double.pk})


def test_their_referral_goes_to_nobody_who_is_with_the_family(world, family):
    _, daughter, _ = family
    other = world.actor("lead-worker", cluster="porth")
    referral = world.referral_to_open(daughter)
    assert referral.owner_id == other.staff_id != world.lead_worker.staff_id


def test_a_parents_referral_does_not_go_to_whoever_is_with_the_young_person(world):
    mother, daughter = world.mother_and_daughter()
    world.own_record(daughter)
    own = world.actor("lead-worker", cluster="taf-west")
    world.involve(own, daughter)
    assert Referral.unscoped.get(pk=world.referral_to_open(mother).pk).owner_id == world.lead_worker.staff_id


def test_what_was_said_before_about_letters_home_no_longer_counts(world):
    _, daughter = world.mother_and_daughter(address="7 Y Stryd", postcode="CF39 1AA")
    world.safe_contact(daughter, channels=["letter"])
    with clock.held(clock.now() + timedelta(hours=1)):
        world.own_record(daughter)
    assert world.notice(daughter).state == "held"
    with clock.held(clock.now() + timedelta(hours=2)):
        world.safe_contact(daughter, channels=["letter"])
        assert world.notice(daughter).state == "waiting"


def test_how_it_is_safe_to_reach_them_is_asked_of_themselves_again(world):
    _, daughter = world.mother_and_daughter()
    world.safe_contact(daughter, channels=["phone"])
    with clock.held(clock.now() + timedelta(hours=1)):
        world.own_record(daughter)
    assert record_of(world.central, daughter.reference).safe_contact is None


def test_another_clusters_young_person_is_not_found(world):
    _, daughter = world.mother_and_daughter()
    with pytest.raises(NotFound):
        world.own_record(daughter, world.actor("lead-worker", cluster="taf-west"))


def test_giving_a_record_needs_its_permission(world, as_):
    _, daughter = world.mother_and_daughter()
    with pytest.raises(NotPermitted):
        world.own_record(daughter, world.without(world.central, "people.begin_own_record"))
    assert (
        as_(world.cluster_manager).get(reverse("people:begin_own_record", args=[daughter.reference])).status_code == 403
    )


def test_it_is_given_on_its_page_and_who_is_with_the_family_goes_home(world, as_):
    mother, daughter = world.mother_and_daughter()
    world.case(mother, worker=world.worker)
    browser, address = as_(world.lead_worker), reverse("people:begin_own_record", args=[daughter.reference])
    assert address in browser.get(reverse("people:resident", args=[daughter.reference])).content.decode()
    assert browser.get(address).status_code == 200
    assert browser.post(address, {"agreed_on_day": "10"}).status_code == 422
    day = {"agreed_on_day": "10", "agreed_on_month": "6", "agreed_on_year": "2026"}
    answer = browser.post(address, day)
    assert (answer.status_code, answer["Location"]) == (303, "/desk/")


def test_who_is_not_with_the_family_asks_next_how_it_is_safe(world, as_):
    _, daughter = world.mother_and_daughter()
    day = {"agreed_on_day": "10", "agreed_on_month": "6", "agreed_on_year": "2026"}
    answer = as_(world.central).post(reverse("people:begin_own_record", args=[daughter.reference]), day)
    assert answer["Location"] == reverse("people:record_safe_contact", args=[daughter.reference])


def test_a_grown_up_is_not_offered_one(world, as_):
    mother, _ = world.mother_and_daughter()
    page = as_(world.central).get(reverse("people:resident", args=[mother.reference])).content.decode()
    assert reverse("people:begin_own_record", args=[mother.reference]) not in page
    assert mother.birth_date == date(1984, 3, 2)
