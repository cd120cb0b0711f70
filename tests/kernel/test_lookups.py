"""`__among` means what `__in` means."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lynchpin.kernel import clock
from lynchpin.people.models import Involvement, Resident
from tests.people.lending import lent


@pytest.fixture
def people(world):
    found, today = [world.resident() for _ in range(3)], clock.today()
    for person in found:
        lent(world.worker, person, from_on=today, to_on=today)
    return [person.pk for person in found]


@pytest.mark.parametrize("others", [range(0), range(10**6, 10**6 + 900)])
def test_it_finds_what_in_finds_with_one_parameter(people, others):
    wanted = frozenset({people[0], people[2], *others})
    with CaptureQueriesContext(connection) as seen:
        found = set(Involvement.unscoped.filter(resident_id__among=wanted).values_list("resident_id", flat=True))
    assert found == set(Involvement.unscoped.filter(resident_id__in=wanted).values_list("resident_id", flat=True))
    assert found == {people[0], people[2]}
    assert len(seen) == 1


def test_among_nobody_is_nobody_without_asking(people):
    with CaptureQueriesContext(connection) as seen:
        assert not Involvement.unscoped.filter(resident_id__among=frozenset()).exists()
    assert len(seen) == 0


def test_it_stands_in_a_subquery_and_beside_its_opposite(people):
    first = Involvement.unscoped.filter(resident_id__among={people[0]}).values("resident_id")
    assert Resident.unscoped.filter(pk__in=first).get().pk == people[0]
    assert Involvement.unscoped.exclude(resident_id__among=set(people[1:])).get().resident_id == people[0]
