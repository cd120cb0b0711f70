"""Who may be the very person told of: enough to ask, not so much that a reviewer stops reading."""

from datetime import date

import pytest

from lynchpin.people.names import fold
from lynchpin.people.search import Candidate, may_be, take_apart

BORN = date(1957, 11, 3)


def asked(name, kept, *, told=BORN, born=BORN, **facts):
    return may_be(take_apart(name, told), Candidate(1, fold(kept), born, **facts))


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Siân Jones", "Sian Jones"),
        ("Siân Jones", "Sian Jonse"),
        ("Bob Price", "Robert Price"),
        ("Siân Jones", "Siân Ŵyn-Jones"),
    ],
)
def test_a_like_name_with_the_same_birth_date_may_be_the_person(told, kept):
    assert asked(told, kept)


@pytest.mark.parametrize("born", [date(1957, 3, 11), date(1957, 11, 8), date(1958, 11, 3)])
def test_a_birth_date_with_one_slip_in_it_may_be_the_persons(born):
    assert asked("Siân Jones", "Sian Jones", born=born)


@pytest.mark.parametrize("kept", ["Andrew Jones", "Sharon Jones", "Amy Jones"])
def test_a_shared_surname_is_no_reason_to_ask(kept):
    assert not asked("Siân Jones", kept, born=None)
    assert not asked("Siân Jones", kept, born=date(1958, 11, 3))


def test_the_same_name_with_another_birth_date_is_another_person():
    assert not asked("Siân Jones", "Siân Jones", born=date(1996, 6, 23), same_postcode=True)


def test_the_same_number_from_another_agency_is_always_asked():
    assert asked("Siân Jones", "Sioned Evans", born=date(1996, 6, 23), same_number=True)


def test_without_a_birth_date_the_names_must_agree():
    assert asked("Siân Jones", "Sian Jones", born=None)
    assert not asked("Siân Jones", "Sioned Davies", born=None)
