"""What a run's files tell of people, as the service keeps it."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.profiles import results
from lynchpin.profiles.models import LinkedPerson

TOLD = {
    "person_id": "p1",
    "role": "adult",
    "forename": "LOWRI",
    "surname": "GETHIN",
    "birth_date": date(1990, 5, 1),
    "sex": "F",
    "address": "1 HEOL FAWR",
    "postcode": "CF37 1AA",
}


@pytest.mark.parametrize(
    "told",
    [{"postcode": " cf37   1aa "}, {"postcode": "CF37 1AA, Wales"}, {"surname": "X" * 200}, {"address": "9" * 900}],
)
def test_whatever_a_partner_writes_fits_where_it_is_kept(told):
    person = results._person(TOLD | told)
    for field in ("forename", "surname", "address", "postcode"):
        assert len(getattr(person, field)) <= LinkedPerson._meta.get_field(field).max_length


def test_a_postcode_is_kept_as_people_write_it():
    assert results._person(TOLD | {"postcode": "cf37  1aa"}).postcode == "CF37 1AA"
