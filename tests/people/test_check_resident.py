from datetime import date

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.models import ResidentCheck
from lynchpin.people.use_cases.check_resident import check_resident
from tests.support import recorded, refused

BORN = date(1988, 8, 8)


def check(actor, forename="Siân", surname="Ŵyn-Jones", born=BORN):
    return check_resident(actor, forename=forename, surname=surname, birth_date=born, at=clock.now())


def found_by(check_id):
    return ResidentCheck.unscoped.get(pk=check_id).resident_id


@pytest.fixture
def known(world):
    return world.resident(forename="Siân", surname="Ŵyn-Jones", birth_date=BORN, known_as="Nain")


def test_the_central_team_is_told_whom_the_exact_name_and_date_find(world, known):
    assert found_by(check(world.worker, "sian", "wyn jones")) == known.pk
    assert recorded()[-1] == "people.resident_checked"


def test_a_name_nearly_right_or_another_day_finds_nobody(world, known):
    assert found_by(check(world.worker, surname="Ŵyn-Jone")) is None
    assert found_by(check(world.worker, born=date(1988, 8, 9))) is None


def test_a_sealed_resident_is_not_found(world, known):
    world.restrict(known, "sealed")
    assert found_by(check(world.worker)) is None


def test_the_page_says_the_same_of_somebody_known_and_somebody_not(world, known, as_):
    answers = set()
    for surname in ("Ŵyn-Jones", "Nobody"):
        form = {
            "forename": "Siân",
            "surname": surname,
            "birth_date_day": 8,
            "birth_date_month": 8,
            "birth_date_year": 1988,
        }
        page = as_(world.worker).post("/people/check/", form, follow=True)
        answers.add((page.status_code, "The central team has your question" in page.content.decode()))
    assert answers == {(200, True)}


def test_a_question_needs_a_name(world):
    with refused("name_unreadable"):
        check(world.worker, surname="")


def test_checking_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        check(world.actor("referrer"))
