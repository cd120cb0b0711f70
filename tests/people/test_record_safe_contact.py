import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.queries import safe_contacts
from lynchpin.people.rules import why_not_contact
from lynchpin.people.use_cases.record_safe_contact import record_safe_contact
from tests.support import refused, trail


def answer(actor, resident, **facts):
    given = {"channels": ["phone", "letter"], "version": resident.version, "at": clock.now()}
    return record_safe_contact(actor, reference=resident.reference, **given | facts)


def told(actor, resident):
    return safe_contacts(actor.bound_to("people.read_resident"), [resident.pk]).get(resident.pk)


def test_the_newest_answer_holds(world):
    resident = world.resident()
    answer(world.central, resident, must_not_know="My brother")
    answer(world.central, resident, version=2, channels=["text"], preferred="text")
    assert told(world.central, resident).channels == ("text",)
    assert trail("people.safe_contact_recorded")[0] == {"channels": ["letter", "phone"], "nobody": False}


def test_nobody_may_make_contact_is_an_answer(world):
    resident = world.resident()
    answer(world.central, resident, channels=["phone"], nobody=True)
    assert told(world.central, resident).channels == ()


def test_before_anybody_asked_no_way_is_safe(world):
    assert told(world.central, world.resident()) is None
    assert why_not_contact(None, (), "letter").code == "contact_not_asked"


def test_a_way_that_was_not_named_is_not_safe_and_a_hold_stops_every_way(world):
    resident = world.resident()
    answer(world.central, resident)
    fact = told(world.central, resident)
    assert why_not_contact(fact, (), "phone") is None
    assert why_not_contact(fact, (), "visit").code == "channel_not_safe"
    assert why_not_contact(fact, {"safeguarding"}, "phone").code == "contact_on_hold"


def test_an_empty_answer_is_refused(world):
    with refused("no_channel_given"):
        answer(world.central, world.resident(), channels=[])


def test_the_best_way_is_one_of_the_safe_ways(world):
    with refused("preferred_not_safe"):
        answer(world.central, world.resident(), preferred="text")


def test_two_answers_typed_at_once_are_noticed(world):
    resident = world.resident()
    answer(world.central, resident)
    with refused("changed_meanwhile"):
        answer(world.central, resident)


def test_a_role_without_contact_details_is_told_none(world):
    resident = world.resident()
    answer(world.central, resident)
    assert told(world.head, resident) is None


def test_nobody_answers_for_people_of_another_cluster(world):
    with pytest.raises(NotFound):
        answer(world.lead_worker, world.resident(area_code=world.IN_TAF_WEST))


def test_recording_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        answer(world.actor("admin-officer"), world.resident())
