from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.queries import brief
from lynchpin.safeguarding.models import Concern
from lynchpin.safeguarding.queries import concerns, my_concerns, outreach_stopped
from lynchpin.safeguarding.use_cases.raise_concern import raise_concern
from tests.support import recorded, refused, trail


def raising(actor, **facts):
    given = {"words": "Her words", "category": "neglect", "about_child": False, "at": clock.now()}
    return raise_concern(actor, **given | facts)


def test_a_concern_holds_contact_in_the_same_transaction(world):
    resident = world.resident()
    raising(world.worker, about=resident.reference)
    assert outreach_stopped([resident.pk]) == {resident.pk}
    assert recorded()[-2:] == ["people.contact_held", "safeguarding.concern_raised"]


def test_a_concern_is_taken_about_a_sealed_resident_and_about_somebody_unknown(world):
    sealed = world.resident()
    world.restrict(sealed, "sealed")
    raising(world.worker, about=sealed.reference)
    raising(world.worker, about_name="The lad at number 4")
    names = {row.person.name for row in concerns(world.safeguarding_lead, clock.now())}
    assert names == {f"{sealed.forename} {sealed.surname}", "The lad at number 4"}


def test_no_agreement_is_needed_and_not_asked_for(world):
    assert raising(world.worker, about=world.resident().reference, told_person=None).startswith("X-")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"words": "  ", "about_name": "A"}, "concern_words_missing"),
        ({}, "concern_about_nobody"),
        ({"about_name": "A", "told_person": False}, "concern_why_not_told"),
        ({"about_name": "A", "seen_or_heard_at": clock.now() + timedelta(days=3650)}, "concern_in_future"),
    ],
)
def test_a_concern_has_somebody_words_and_a_past(world, facts, code):
    with refused(code):
        raising(world.worker, **facts)


def test_a_refused_concern_holds_nothing(world):
    resident = world.resident()
    with refused("concern_words_missing"):
        raising(world.worker, about=resident.reference, words="")
    assert outreach_stopped([resident.pk]) == set()


def test_a_reference_that_names_nobody_is_missing(world):
    with pytest.raises(NotFound):
        raising(world.worker, about="P-2222-2222")


def test_the_trail_keeps_no_words(world):
    raising(world.worker, about_name="Somebody", words="Very private words")
    assert "private" not in str(trail("safeguarding.concern_raised"))


def test_whoever_raised_a_concern_sees_where_it_stands_and_nobody_elses(world):
    mine = raising(world.worker, about_name="A")
    raising(world.lead_worker, about_name="B")
    assert [row.reference for row in my_concerns(world.worker)] == [mine]


def test_a_colleague_hidden_from_a_resident_does_not_read_the_concern(world):
    resident = world.resident()
    raising(world.worker, about=resident.reference)
    world.restrict(resident, "exclusion", hidden_from=world.safeguarding_lead.staff_id)
    assert concerns(world.safeguarding_lead, clock.now()) == ()


def test_raising_shows_nothing_of_the_record(world):
    resident = world.resident(area_code=world.IN_TAF_WEST)
    raising(world.worker, about=resident.reference)
    assert brief(world.worker.bound_to("people.read_resident"), [resident.pk]) == {}


def test_a_referrer_has_other_ways_to_raise_a_concern(world):
    with pytest.raises(NotPermitted):
        raising(world.actor("referrer"), about_name="A")
    assert not Concern.unscoped.exists()
