"""One contract for every engine: the database's own index, and the comparison in memory that stands in for it."""

from datetime import date

import pytest
from django.db import connection

from lynchpin.kernel.errors import NotPermitted
from lynchpin.people.names import fold
from lynchpin.people.queries import engines, possible_duplicates, search_residents

PEOPLE = (
    ("Siân", "Ŵyn-Jones", date(1986, 3, 27)),
    ("Gwenllian", "Cadwaladr", date(1990, 1, 2)),
    ("Siân", "Llywelyn", date(2001, 5, 6)),
    ("Angharad", "Pritchard", date(1979, 8, 9)),
    ("Myfanwy", "Wyn", date(1944, 12, 31)),
    ("Łukasz", "Wójcik", date(1982, 2, 28)),
    ("Seán", "O’Brien", date(1975, 7, 7)),
    ("محمد", "العلي", date(1999, 9, 9)),
    ("Siôn", "Pugh", date(1968, 4, 4)),
    ("Rhodri", "ap-Dafydd", date(1971, 10, 10)),
)


@pytest.fixture(params=["native", "in_memory"])
def engine(request, monkeypatch):
    if request.param == "in_memory":
        monkeypatch.setattr("lynchpin.people.queries.search.engine", lambda: engines.in_memory)
    return request.param


@pytest.fixture
def town(world):
    return {
        f"{forename} {surname}": world.resident(forename=forename, surname=surname, birth_date=born)
        for forename, surname, born in PEOPLE
    }


def first(actor, text, **more):
    found = search_residents(actor, text, **more)
    return found.hits[0].name if found.hits else ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Gwenlian Cadwalader", "Gwenllian Cadwaladr"),
        ("Sian Llewelyn", "Siân Llywelyn"),
        ("sian wynjones", "Siân Ŵyn-Jones"),
        ("Angharad Pritchrad", "Angharad Pritchard"),
        ("Myfanwy Wynn", "Myfanwy Wyn"),
        ("Lukasz Wojcik", "Łukasz Wójcik"),
        ("OBrien", "Seán O’Brien"),
        ("o'brien sean", "Seán O’Brien"),
        ("محمد العلي", "محمد العلي"),
        ("John Pugh", "Siôn Pugh"),
        ("Gwen Cadwaladr", "Gwenllian Cadwaladr"),
        ("ap Dafydd", "Rhodri ap-Dafydd"),
        ("W\u0302yn-Jones", "Siân Ŵyn-Jones"),
        ("Sian 27/3/1986", "Siân Ŵyn-Jones"),
        ("31 12 1944", "Myfanwy Wyn"),
    ],
)
def test_what_people_type_finds_whom_they_mean_first(world, town, engine, typed, name):
    assert first(world.central, typed) == name


def test_nobody_like_it_is_nobody(world, town, engine):
    assert search_residents(world.central, "Bartholomew Featherstonehaugh").hits == ()


def test_nothing_typed_asks_for_nothing(world, town, engine):
    found = search_residents(world.central, "  ")
    assert (found.hits, found.asked) == ((), False)


def test_two_letters_are_enough_to_look(world, engine):
    world.resident(forename="Al", surname="Bo")
    assert first(world.central, "Bo") == "Al Bo"


@pytest.mark.parametrize("typed", ['"', "a" * 5000, "%" * 200, "' or 1=1 --", "AND OR NOT NEAR(", "*", "\\"])
def test_signs_that_mean_something_to_an_index_mean_nothing_here(world, town, engine, typed):
    search_residents(world.central, typed)


def test_a_search_stays_inside_its_scope(world, engine):
    world.resident(forename="Heledd", surname="Bowen", area_code=world.IN_TAF_WEST)
    assert search_residents(world.lead_worker, "Heledd Bowen").hits == ()
    assert first(world.central, "Heledd Bowen") == "Heledd Bowen"


def test_hidden_namesakes_push_nobody_out(world, engine, monkeypatch):
    monkeypatch.setattr(engines, "CANDIDATES", 3)
    for _ in range(4):
        world.resident(forename="Heledd", surname="Bowen", area_code=world.IN_TAF_WEST)
    mine = world.resident(forename="Heledd", surname="Bowens")
    assert [hit.reference for hit in search_residents(world.lead_worker, "Heledd Bowen").hits] == [mine.reference]


def test_a_reference_finds_its_one_resident_in_any_writing(world, town):
    wanted = town["Myfanwy Wyn"]
    assert first(world.central, wanted.reference.lower().replace("-", " ")) == "Myfanwy Wyn"


def test_a_date_of_birth_brings_the_right_namesake_first(world, engine):
    world.resident(forename="Ceri", surname="Rees", birth_date=date(1990, 1, 1))
    wanted = world.resident(forename="Cerri", surname="Rhys", birth_date=date(1955, 5, 5))
    found = search_residents(world.central, "Ceri Rees", birth_date=date(1955, 5, 5))
    assert found.hits[0].reference == wanted.reference


def test_a_postcode_brings_its_residents_first(world, engine):
    world.resident(forename="Ceri", surname="Rees")
    wanted = world.resident(forename="Ceri", surname="Rees", address="2 Heol y Nant", postcode="CF39 9AA")
    assert search_residents(world.central, "Ceri Rees cf399aa").hits[0].reference == wanted.reference


def test_a_changed_name_is_found_and_the_old_one_is_not(world):
    resident = world.resident(forename="Tegwen", surname="Bassett")
    world.amend(resident, surname="Zephaniah")
    assert first(world.central, "Tegwen Zephaniah") == "Tegwen Zephaniah"
    assert search_residents(world.central, "Bassett").hits == ()


def test_possible_duplicates_are_those_in_scope(world, engine):
    known = world.resident(forename="Iestyn", surname="Morgan", birth_date=date(2011, 3, 4))
    found = possible_duplicates(world.lead_worker, "Iestin Morgan", birth_date=date(2011, 3, 4), postcode="")
    assert [hit.reference for hit in found] == [known.reference]


def test_an_engagement_worker_searches_nobody(world):
    with pytest.raises(NotPermitted):
        search_residents(world.worker, "Jones")


def test_the_databases_own_index_is_used_where_there_is_one(world):
    assert engines.engine() is {"sqlite": engines.fts5, "postgresql": engines.pg_trgm}[connection.vendor]


def test_folding_keeps_letters_that_decompose_to_nothing():
    assert fold("Łukasz Ørsted-Æbø ß D’Đ") == "lukasz orsted aebo ss dd"
