"""Who lives together: one home a person, and a child's second home kept apart."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin_vrp import families
from lynchpin_vrp.families import HomeSettings
from tests.vrp.writing import AS_AT, table

RECORDS = """uid bigint, named ubigint, birth_date date, postcode varchar, place ubigint, uprn varchar,
    phone ubigint, email ubigint, upn ubigint, trust double, updated_on date"""
REES = 1
PARENT, CHILD, OTHER_PARENT = "P-parent", "P-child", "P-other"
OLD, NEW = date(2020, 1, 1), date(2026, 9, 1)


@pytest.fixture
def grouped(engine):
    """Group literal records: (person, birth date, house, UPRN, trust, updated on); everybody is a Rees of one postcode."""

    def group(*records):
        rows = [
            (uid, REES, born, "CF401CC", house and int(house), uprn, None, None, None, trust, seen)
            for uid, (_, born, house, uprn, trust, seen) in enumerate(records, start=1)
        ]
        table(engine, "comparable", RECORDS, rows)
        engine.fetch(
            """create or replace table entities as select uid, 1 as records, birth_date, 2 as sex, null::bigint as nhs_number,
                null::bigint as other_nhs_number, null::bigint as upn, null::bigint as other_upn from comparable"""
        )
        table(
            engine,
            "persons",
            "uid bigint, person_id varchar",
            [(uid, said[0]) for uid, said in enumerate(records, start=1)],
        )
        engine.take(*families.steps(AS_AT, HomeSettings()))
        return engine

    return group


def members(engine):
    homes = {}
    for family, person in engine.fetch("select family_id, person_id from families"):
        homes.setdefault(family, set()).add(person)
    return sorted(homes.values(), key=sorted)


BORN, GROWN = date(2015, 5, 6), date(1985, 5, 6)


def test_people_of_one_dwelling_are_one_family_whether_or_not_a_feed_knows_its_uprn(grouped):
    engine = grouped(
        (PARENT, GROWN, "4", "990", 0.9, NEW),
        (CHILD, BORN, "4", None, 0.8, NEW),
        (OTHER_PARENT, GROWN, "5", None, 0.8, NEW),
    )
    assert members(engine) == [{CHILD, PARENT}, {OTHER_PARENT}]


def test_a_new_address_outweighs_an_old_one_that_a_trusted_feed_kept(grouped):
    engine = grouped(
        (CHILD, BORN, "4", None, 0.95, OLD), (CHILD, BORN, "5", None, 0.7, NEW), (PARENT, GROWN, "5", None, 0.7, NEW)
    )
    assert members(engine) == [{CHILD, PARENT}]


def test_a_move_never_chains_the_old_home_to_the_new(grouped):
    engine = grouped(
        (PARENT, GROWN, "4", None, 0.9, OLD),
        (PARENT, GROWN, "5", None, 0.9, NEW),
        (OTHER_PARENT, GROWN, "4", None, 0.9, NEW),
    )
    assert members(engine) == [{OTHER_PARENT}, {PARENT}]


def test_a_person_without_an_address_is_a_family_of_their_own(grouped):
    engine = grouped((PARENT, GROWN, None, None, 0.9, NEW), (OTHER_PARENT, GROWN, None, None, 0.9, NEW))
    assert members(engine) == [{OTHER_PARENT}, {PARENT}]


def test_a_child_is_a_child_until_the_eighteenth_birthday(grouped):
    engine = grouped((CHILD, date(2008, 11, 2), "4", None, 0.9, NEW), (PARENT, date(2008, 11, 1), "4", None, 0.9, NEW))
    assert dict(engine.fetch("select person_id, role from families")) == {CHILD: "child", PARENT: "adult"}


def test_shared_care_gives_a_second_home_and_merges_no_families(grouped):
    engine = grouped(
        (CHILD, BORN, "4", None, 0.9, NEW), (PARENT, GROWN, "4", None, 0.9, NEW),
        (CHILD, BORN, "7", None, 0.8, date(2026, 6, 1)), (OTHER_PARENT, GROWN, "7", None, 0.8, NEW),
    )  # fmt: skip
    assert members(engine) == [{CHILD, PARENT}, {OTHER_PARENT}]
    second = engine.fetch("select s.person_id, f.person_id from second_homes as s join families as f using (family_id)")
    assert second == [(CHILD, OTHER_PARENT)]


def test_a_home_left_long_ago_is_no_second_home(grouped):
    engine = grouped(
        (CHILD, BORN, "4", None, 0.9, NEW),
        (CHILD, BORN, "7", None, 0.8, OLD),
        (OTHER_PARENT, GROWN, "7", None, 0.8, NEW),
    )
    assert engine.count("second_homes") == 0


def test_a_home_is_told_by_the_latest_record_that_says_where_it_is(grouped):
    engine = grouped((PARENT, GROWN, "4", "990", 0.9, OLD), (PARENT, GROWN, None, "990", 0.9, NEW))
    engine.fetch("update comparable set postcode = null where uid = 2")
    engine.take(*families.steps(AS_AT, HomeSettings()))
    assert engine.fetch("select latest_uid from homes") == [(1,)]


def test_a_person_whose_records_bear_two_numbers_is_told_of_without_them(grouped):
    engine = grouped(
        (PARENT, GROWN, "4", None, 0.9, NEW), (PARENT, GROWN, "4", None, 0.9, OLD), (CHILD, BORN, "4", None, 0.9, NEW)
    )
    engine.fetch("update entities set nhs_number = 7, other_nhs_number = 7, upn = 3, other_upn = 3 where uid = 1")
    engine.fetch("update entities set nhs_number = 8, other_nhs_number = 8, upn = 3, other_upn = 3 where uid = 2")
    engine.take(*families.steps(AS_AT, HomeSettings()))
    told = dict(engine.fetch("select person_id, (nhs_numbers, upns) from people"))
    assert told == {PARENT: (2, 1), CHILD: (0, 0)}
