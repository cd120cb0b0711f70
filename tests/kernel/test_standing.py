"""A standing question answers as the queryset it was made of, to whatever values, and passes the same guards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from lynchpin.kernel import clock
from lynchpin.kernel.errors import UnscopedRead
from lynchpin.kernel.models import AuditEvent
from lynchpin.kernel.standing import Slot, Slots, StandingQuestion
from lynchpin.people.models import Involvement, Resident
from tests.people.lending import lent

PERSON = Slot("person", models.BigIntegerField())
SINCE = Slot("since", models.DateField())


@pytest.fixture
def people(world):
    """Three people whom the worker covers: from today, from tomorrow and from the day after."""
    found, today = [world.resident() for _ in range(3)], clock.today()
    for days, person in enumerate(found):
        lent(world.worker, person, from_on=today + timedelta(days=days), to_on=today + timedelta(days=9))
    return [person.pk for person in found]


def test_it_is_put_into_sql_once_and_answers_whatever_values_it_is_asked_with(people):
    made = []

    def ask():
        made.append("once")
        return Involvement.unscoped.filter(resident_id=PERSON, began_on__gte=SINCE).values_list("resident_id", "room")

    standing, today = StandingQuestion(ask), clock.today()
    with CaptureQueriesContext(connection) as seen:
        assert standing.rows(person=people[0], since=today) == [(people[0], "cover")]
        assert standing.rows(person=people[1], since=today) == [(people[1], "cover")]
        assert standing.rows(person=people[0], since=today + timedelta(days=1)) == []
    assert len(made) == 1 and len(seen) == 3


def test_many_ids_are_one_value_and_none_are_nobody(people):
    standing = StandingQuestion(lambda: Resident.unscoped.filter(pk__among=Slots("ids")).values_list("pk"))
    assert standing.rows(ids={people[2], people[0], 10**6}) == [(people[0],), (people[2],)]
    assert standing.rows(ids=frozenset()) == []


def test_a_value_that_is_not_of_the_slots_kind_is_refused(people):
    standing = StandingQuestion(lambda: Resident.unscoped.filter(pk=PERSON).values_list("pk"))
    with pytest.raises(ValueError, match="number"):
        standing.rows(person="1 or 1=1")


def test_a_slot_without_a_value_is_a_mistake(people):
    standing = StandingQuestion(lambda: Resident.unscoped.filter(pk=PERSON).values_list("pk"))
    with pytest.raises(KeyError):
        standing.rows()


def test_what_nobody_opened_is_not_read(world):
    with pytest.raises(UnscopedRead):
        StandingQuestion(lambda: Resident.objects.filter(pk=PERSON).values_list("pk")).rows(person=1)


def test_two_governed_tables_are_not_joined(world):
    with pytest.raises(UnscopedRead):
        StandingQuestion(lambda: Involvement.unscoped.filter(resident__survivor=PERSON).values_list("pk")).rows(
            person=1
        )


def test_what_django_would_have_to_read_first_is_not_asked_for(world):
    with pytest.raises(TypeError):
        StandingQuestion(lambda: AuditEvent.unscoped.values_list("facts")).rows()
