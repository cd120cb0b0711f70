"""A run says which pairs it doubts, why each weighs what it does, and of whom; by keys and ways of agreeing alone."""

from __future__ import annotations

import duckdb
import pytest

from lynchpin_vrp import IDENTITY
from lynchpin_vrp.link import doubts, steps
from lynchpin_vrp.link.scoring import RELATIVES, bits
from lynchpin_vrp.link.training import LinkSettings
from tests.vrp.test_decisions import decided
from tests.vrp.test_link import records
from tests.vrp.writing import AS_AT

CUT_OFF = bits(0.4)


@pytest.fixture(scope="module")
def told(profiled):
    """The rows of `doubts` as dictionaries."""
    answer = duckdb.execute("from read_parquet(?) order by kind, place", [str(profiled.out / "doubts.parquet")])
    names = [column[0] for column in answer.description]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def test_each_kind_of_doubt_is_what_its_name_says(told):
    assert {row["kind"] for row in told} == {"near", "parted", "joined"}
    for row in told:
        if row["kind"] == "near":
            assert abs(row["match_weight"] - CUT_OFF) <= doubts.NEAR and not row["reason"]
        else:
            assert row["joined"] == (row["kind"] == "joined")


def test_a_pair_is_asked_about_once_and_as_many_as_can_be(told):
    pairs = [frozenset({(row["feed_l"], row["record_id_l"]), (row["feed_r"], row["record_id_r"])}) for row in told]
    assert len(set(pairs)) == len(pairs) and all(len(pair) == 2 for pair in pairs)
    kinds = [row["kind"] for row in told]
    assert max(kinds.count(kind) for kind in set(kinds)) <= doubts.MOST


def test_of_pairs_that_agree_in_the_same_ways_only_a_few_are_asked_about(told):
    ways = [(row["kind"], tuple(each["level"] for each in row["weights"])) for row in told]
    assert max(ways.count(each) for each in ways) <= doubts.ALIKE


def test_the_weights_of_a_pair_sum_up_to_what_it_was_scored_by(told, profiled):
    """Explained afterwards from the model, and the same as Splink said when all pairs were weighed."""
    links = duckdb.execute(
        "select feed_l, record_id_l, feed_r, record_id_r, match_weight from read_parquet(?) where match_weight is not null",
        [str(profiled.out / "links.parquet")],
    ).fetchall()
    scored = {frozenset({row[:2], row[2:4]}): row[4] for row in links}
    seen = 0
    for row in told:
        pair = frozenset({(row["feed_l"], row["record_id_l"]), (row["feed_r"], row["record_id_r"])})
        if pair in scored:
            assert row["match_weight"] == pytest.approx(scored[pair], abs=1e-4)
            seen += 1
    assert seen > 5


def test_a_pair_stands_against_strangers_and_against_relatives(told):
    for row in told:
        assert row["match_weight"] <= min(row["strangers"], row["relatives"]) + 1e-3
        personal = ("forename", "middle_names", "birth_day", "sex", "nhs_number", "nino", "upn")
        own = sum(each["bits"] for each in row["weights"] if each["comparison"] in personal)
        assert row["relatives"] == pytest.approx(own + RELATIVES, abs=0.01)


def test_no_value_of_anybody_is_in_it(told, profiled):
    """Every text of the table is a key or one of the words for ways of agreeing."""
    texts = {each["level"] for row in told for each in row["weights"]}
    texts |= {row[name] for row in told for name in ("kind", "reason")}
    said = duckdb.execute(
        "select distinct unnest([forename, surname, postcode]) from read_parquet(?)",
        [str(profiled.out / "records.parquet")],
    ).fetchall()
    assert not texts & {value for (value,) in said}
    assert not set(told[0]) & (set(IDENTITY) - {"record_id"})


ONE = {"forename": "Elin", "upn": "A000000000000"}
OTHER = {"forename": "Elin", "upn": "P000000000001"}


def doubted(engine, told, decisions=()):
    records(engine, *told)
    engine.take(*steps(LinkSettings(), AS_AT, decisions))
    return engine.fetch("select kind, joined, reason, child, record_id_l, record_id_r from doubts")


def test_records_settled_as_one_whose_numbers_differ_are_doubted(engine):
    assert doubted(engine, [ONE, OTHER]) == [("joined", True, "other_number", True, "1", "2")]


@pytest.mark.parametrize("same", [True, False])
def test_what_was_decided_is_asked_no_more_and_stands_beside_what_weights_say(engine, same):
    assert doubted(engine, [ONE, OTHER], [decided(2, 1, same)]) == []
    found = engine.fetch("select record_id_l, record_id_r, same, decided_on, weighed_same from decisions")
    assert [row[:3] for row in found] == [("2", "1", same)] and isinstance(found[0][4], bool)
