from datetime import UTC, datetime

import pytest

from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.outcomes.queries.scorecard import cases_counted, public_scorecard, scorecard
from lynchpin.outcomes.rules import Quarter
from tests.casework.counting import statements

SPRING = Quarter(2026, 1)
IN_APRIL = datetime(2026, 4, 8, 10, tzinfo=UTC)


@pytest.fixture
def world(world):
    world.colleagues_since(IN_APRIL)
    return world


def numbers(card):
    return {
        number.key: (number.number.text, number.of.text if number.of else None)
        for number in (*card.how_much, *card.how_well)
    }


def lived(world):
    """One person with a conversation, a plan towards work, a contact and a job; one with nothing but a worker."""
    world.measures()
    done = world.case(worker=world.worker, at=IN_APRIL)
    world.conversation(done, world.worker)
    world.plan(done, world.worker, "Find work", measure_key="OM01")
    world.contact(done, world.worker)
    world.outcome(done, world.worker)
    world.case(worker=world.worker, at=IN_APRIL)
    return done


def test_the_numbers_are_computed_from_records(world):
    lived(world)
    card = scorecard(world.lead_worker, SPRING)
    assert numbers(card) == {
        "people": ("2", None),
        "contacts": ("1", None),
        "conversations": ("1", None),
        "plans": ("1", None),
        "asked": ("0", "2"),
        "planned": ("1", "2"),
        "rhythm": ("1", "2"),
    }
    work = card.better_off[0].number
    assert (work.number.text, work.of.text, work.share.text) == ("1", "1", "100")


def test_another_cluster_and_another_quarter_have_none_of_it(world):
    lived(world)
    assert numbers(scorecard(world.lead_worker, SPRING, "taf-west"))["people"] == ("0", None)
    assert numbers(scorecard(world.lead_worker, SPRING.previous))["people"] == ("0", None)


def test_a_board_member_sees_no_small_number_and_no_list(world, as_):
    lived(world)
    member = world.actor("board-member")
    card = scorecard(member, SPRING)
    assert numbers(card)["people"] == ("[c]", None) and not card.opens
    with pytest.raises(NotFound):
        cases_counted(member, "people", SPRING)
    page = as_(member).get("/outcomes/scorecard/?quarter=2026-27Q1")
    assert page.status_code == 200 and "/outcomes/scorecard/cases/" not in page.content.decode()


def test_a_scorecard_says_its_months_and_not_a_code(world, as_):
    lived(world)
    text = as_(world.lead_worker).get("/outcomes/scorecard/?quarter=2026-27Q1").content.decode()
    assert "Scorecard, April to June 2026" in text
    assert "0 of 0 people" not in text


def test_a_number_opens_to_its_list_within_the_openers_scope(world, as_):
    done = lived(world)
    browser = as_(world.lead_worker)
    text = browser.get("/outcomes/scorecard/?quarter=2026-27Q1").content.decode()
    assert "/outcomes/scorecard/cases/?number=planned" in text
    listed = browser.get("/outcomes/scorecard/cases/?number=contacts&quarter=2026-27Q1").content.decode()
    assert done.reference in listed
    other = as_(world.actor("lead-worker", cluster="taf-west"))
    assert (
        done.reference not in other.get("/outcomes/scorecard/cases/?number=contacts&quarter=2026-27Q1").content.decode()
    )


def test_a_number_that_does_not_exist_is_not_found(world, as_):
    assert as_(world.lead_worker).get("/outcomes/scorecard/cases/?number=nonsense").status_code == 404


def test_the_public_sees_the_whole_area_with_small_numbers_hidden(world, client):
    lived(world)
    card = public_scorecard(world.without(world.lead_worker, ""), SPRING)
    assert numbers(card)["people"] == ("[c]", None) and card.clusters == () and not card.opens
    page = client.get("/scorecard/")
    assert page.status_code == 200 and '<a class="app-tile__label"' not in page.content.decode()


def test_a_referrer_has_no_staff_scorecard(world, as_):
    assert as_(world.actor("referrer")).get("/outcomes/scorecard/").status_code == 403
    with pytest.raises(NotPermitted):
        scorecard(world.actor("referrer"), SPRING)


def test_the_scorecard_reads_the_same_number_of_statements_for_one_case_and_for_many(world, as_):
    world.case(worker=world.worker)
    browser = as_(world.lead_worker)
    few = statements(lambda: browser.get("/outcomes/scorecard/"))
    for _ in range(4):
        world.case(worker=world.worker)
    assert statements(lambda: browser.get("/outcomes/scorecard/")) == few <= 15


@pytest.mark.parametrize(
    "number", ["people", "contacts", "conversations", "plans", "asked", "planned", "rhythm", "OM05"]
)
def test_the_list_behind_a_number_needs_no_more_statements_than_a_list_may(world, as_, number):
    world.measures()
    case = world.case(worker=world.worker)
    world.contact(case, world.worker)
    browser = as_(world.lead_worker)
    address = f"/outcomes/scorecard/cases/?number={number}"
    assert browser.get(address).status_code == 200
    assert statements(lambda: browser.get(address)) <= 15
