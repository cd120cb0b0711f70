"""What a person may read of a profile is their own facts, and nothing that tells of anybody else."""

from dataclasses import dataclass, fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.profiles.readable import OwnFact, own_facts
from lynchpin.profiles.rules import WITHHELD

DAY = date(2026, 3, 1)


@dataclass(frozen=True)
class Line:
    factor: str = "ED1"
    person_key: str = "mali"
    kind: str = "fact"
    feed: str = "education"
    evidence_date: date | None = DAY


def test_own_facts_come_with_their_source_and_day():
    assert own_facts([Line()], "mali") == (OwnFact("ED1", "education", DAY),)


def test_a_sister_or_a_parent_is_never_read_of():
    assert own_facts([Line(person_key="osian"), Line(person_key="mam"), Line(person_key="")], "mali") == ()


@pytest.mark.parametrize("factor", sorted(WITHHELD))
def test_what_stays_on_the_reviewers_page_is_not_read(factor):
    assert own_facts([Line(factor), Line()], "mali") == (OwnFact("ED1", "education", DAY),)


@pytest.mark.parametrize("kind", ["overlap", "cap"])
def test_how_points_are_counted_is_not_a_fact_about_anybody(kind):
    assert own_facts([Line(kind=kind)], "mali") == ()


def test_neither_points_nor_a_score_nor_a_home_is_told():
    assert {field.name for field in fields(OwnFact)} == {"factor", "feed", "evidence_date"}


def test_nobody_without_a_key_reads_anything():
    assert own_facts([Line(person_key="")], "") == ()


LINES = st.builds(
    Line,
    factor=st.sampled_from(["ED1", "HO1", *sorted(WITHHELD)]),
    person_key=st.sampled_from(["mali", "osian", ""]),
    kind=st.sampled_from(["fact", "overlap", "cap"]),
    evidence_date=st.none() | st.just(DAY),
)


@given(st.lists(LINES))
def test_of_any_profile_only_own_facts_that_may_leave_are_read(lines):
    told = own_facts(lines, "mali")
    mine = {line.factor for line in lines if line.person_key == "mali" and line.kind == "fact"}
    assert {fact.factor for fact in told} == mine - WITHHELD and list(told) == sorted(
        told, key=lambda fact: (fact.factor, fact.feed, fact.evidence_date or date.min)
    )
