from datetime import date

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.people.use_cases.check_resident import check_resident
from lynchpin.people.use_cases.settle_check import settle_check
from tests.support import recorded, refused


@pytest.fixture
def question(world):
    return check_resident(world.worker, forename="Elis", surname="Huws", birth_date=date(2001, 1, 1), at=clock.now())


def settle(actor, check_id, version=1):
    return settle_check(actor, check_id=check_id, version=version, at=clock.now())


def test_a_question_is_dealt_with_once(world, question):
    settle(world.central, question)
    assert recorded()[-1] == "people.check_settled"
    with refused("check_settled_already"):
        settle(world.central, question, version=2)


def test_a_question_that_is_not_there_is_missing(world):
    with pytest.raises(NotFound):
        settle(world.central, 0)


def test_settling_needs_its_permission(world, question):
    with pytest.raises(NotPermitted):
        settle(world.worker, question)
