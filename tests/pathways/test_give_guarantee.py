from datetime import timedelta

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Guarantee
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.pathways.use_cases.give_guarantee import give_guarantee
from tests.conftest import NOON
from tests.pathways.moving import today_typed
from tests.support import refused, trail


@pytest.fixture
def place(world):
    place = world.at_last_step(world.case(worker=world.worker), world.worker)
    return world.moved(complete_pathway, place, world.worker)


def give(world, place, *, by=None, **facts):
    owed = Guarantee.unscoped.filter(place=place).order_by("-pk").first()
    given = {"guarantee_id": owed.pk, "version": owed.version, "given_on": clock.today(), "given_with": "A shop"}
    return give_guarantee(by or world.worker, reference=place.reference, at=clock.now(), **given | facts)


def test_an_interview_with_an_offer_is_all_that_was_promised(world, place):
    give(world, place, offer=True)
    kept = Guarantee.unscoped.get()
    assert (kept.given_on, kept.given_with, kept.offer) == (clock.today(), "A shop", True)
    assert trail("pathways.guarantee_given")[0]["kind"] == "interview"


def test_no_offer_at_once_makes_work_experience_owed(world, place):
    give(world, place, offer=False)
    owed = Guarantee.unscoped.order_by("-pk").first()
    assert (owed.kind, owed.given_on, owed.due_on) == ("work_experience", None, clock.today() + timedelta(weeks=6))
    give(world, place)
    assert Guarantee.unscoped.filter(given_on__isnull=True).count() == 0


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"offer": None}, "interview_result_missing"),
        ({"given_with": ""}, "guarantee_with_nobody"),
        ({"given_on": NOON.date() + timedelta(days=1)}, "move_in_future"),
        ({"given_on": NOON.date() - timedelta(days=1)}, "move_before_last"),
    ],
)
def test_a_guarantee_is_not_kept_by_half(world, place, facts, code):
    with refused(code):
        give(world, place, **{"offer": True} | facts)


def test_a_guarantee_is_kept_once(world, place):
    give(world, place, offer=True)
    with refused("guarantee_given_already"):
        give(world, place, offer=True)


def test_a_stale_page_gives_nothing(world, place):
    with pytest.raises(Stale):
        give(world, place, offer=True, version=7)


def test_a_colleagues_person_is_not_found(world, place):
    with pytest.raises(NotFound):
        give(world, place, offer=True, by=world.actor("engagement-worker", cluster="porth"))


def test_giving_needs_its_permission(world, place):
    with pytest.raises(NotPermitted):
        give(world, place, offer=True, by=world.without(world.worker, "pathways.give_guarantee"))


def test_the_worker_records_it_on_the_page(world, as_, place):
    owed = Guarantee.unscoped.get()
    address = f"/pathways/places/{place.reference}/guarantees/{owed.pk}/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    assert "It was promised by" in browser.get(address).content.decode()
    sent = today_typed("given_on") | {"version": owed.version, "given_with": "A shop", "offer": "no"}
    assert browser.post(address, sent).status_code == 303
    assert Guarantee.unscoped.count() == 2
    assert (
        "still to be kept: Guaranteed work experience"
        in browser.get(f"/pathways/places/{place.reference}/").content.decode()
    )
