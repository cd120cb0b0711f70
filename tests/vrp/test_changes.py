"""A feed that sends changes: applied in order to the last whole, the same when repeated, unknown records put aside."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from lynchpin_vrp import Feed, Refused, check_feed
from lynchpin_vrp.sources import load_feed
from tests.vrp.writing import AS_AT, write

NAMES = {name: name for name in ("record_id", "forename", "surname")}
CODES = {"A": "insert", "C": "update", "D": "remove"}
CHANGES = Feed("school", None, NAMES | {"operation": "op"}, {}, 0.8, CODES)
WHOLE = Feed("school", None, NAMES, {}, 0.8)
HEADER = "record_id,forename,surname,op"


@pytest.fixture
def apply(engine, tmp_path):
    """Apply rows of changes to the whole that is held; gives the whole after them and what was put aside."""
    held = tmp_path / "whole.parquet"

    def applied(*rows, header=HEADER):
        path = write(tmp_path / "changes.csv", header, *rows)
        feed, whole = replace(CHANGES, path=path), held if held.exists() else None
        report = load_feed(engine, feed, as_at=AS_AT, scratch=tmp_path, whole=whole, most_bad=1)
        rows = engine.fetch("select record_id, forename, surname from accepted_school order by record_id")
        aside = engine.fetch("select line, reason from quarantine_school order by all")
        engine.fetch(f"copy (select * exclude (line) from accepted_school) to '{held}' (format parquet)")
        return rows, aside, report

    return applied


def test_inserts_updates_and_removals_make_the_next_whole(apply):
    apply("1,Ann,Rees,A", "2,Bet,Rees,A", "3,Cai,Rees,A")
    rows, aside, _ = apply("2,Beth,Rees,C", "3,,,D", "4,Dai,Rees,A")
    assert rows == [("1", "Ann", "Rees"), ("2", "Beth", "Rees"), ("4", "Dai", "Rees")] and aside == []


def test_changes_of_one_record_follow_one_another(apply):
    rows, aside, _ = apply("1,Ann,Rees,A", "1,Anna,Rees,C", "1,,,D", "1,Anne,Rees,A", "2,Bet,Rees,A", "2,,,D")
    assert rows == [("1", "Anne", "Rees")] and aside == []


def test_the_same_changes_again_change_nothing_more(apply):
    apply("1,Ann,Rees,A", "2,Bet,Rees,A")
    once = apply("1,Anna,Rees,C", "3,Cai,Rees,A", "2,,,D")[0]
    again, aside, _ = apply("1,Anna,Rees,C", "3,Cai,Rees,A", "2,,,D")
    assert again == once and aside == [(4, "remove_unknown")]


def test_changes_of_unknown_records_are_put_aside(apply):
    rows, aside, report = apply("1,Ann,Rees,A", "8,Bet,Rees,C", "9,,,D", "1,,,D", "1,Ann,Rees,C")
    assert rows == [] and aside == [(3, "update_unknown"), (4, "remove_unknown"), (6, "update_unknown")]
    assert (report.rows_read, report.rows_accepted) == (5, 2)


def test_an_update_after_an_insert_that_was_put_aside_is_put_aside_too(apply):
    assert apply("1,,,A", "1,Ann,Rees,C")[1] == [(2, "name_empty"), (3, "update_unknown")]


@pytest.mark.parametrize("code", ["", "X", "insrt"])
def test_a_code_that_means_nothing_is_put_aside(apply, code):
    assert apply(f"1,Ann,Rees,{code}", "2,Bet,Rees,a")[1] == [(2, "not_an_operation")]


def test_our_own_words_need_no_mapping(apply):
    assert apply("1,Ann,Rees,insert", "2,Bet,Rees,INSERT", "1,,,Remove")[0] == [("2", "Bet", "Rees")]


def test_a_removal_needs_only_the_number(apply):
    apply("1,Ann,Rees,A")
    rows, aside, _ = apply(f"1,{'x' * 200},Rees,D")
    assert (rows, aside) == ([], [])


def test_a_column_that_the_whole_lacks_is_empty_until_it_is_sent(engine, apply, tmp_path):
    engine.fetch(f"copy (select '1' as record_id, 'Ann' as forename) to '{tmp_path}/whole.parquet' (format parquet)")
    assert apply("2,Bet,Rees,A")[0] == [("1", "Ann", None), ("2", "Bet", "Rees")]


def test_a_contract_whose_codes_mean_other_words_is_refused(tmp_path):
    odd = replace(CHANGES, operations={"Z": "forget"})
    with pytest.raises(Refused) as no:
        check_feed(write(tmp_path / "a.csv", HEADER, "1,Ann,Rees,Z"), odd, as_at=AS_AT)
    assert no.value.code == "unknown_operations"


def test_any_changes_end_where_applying_them_one_by_one_ends(apply):
    dice, held = random.Random(7), {}
    for _ in range(6):
        rows = []
        for _ in range(30):
            key, op, name = str(dice.randrange(12)), dice.choice("AACD"), dice.choice(["Ann", "Bet", "Cai"])
            rows.append(f"{key},{name},Rees,{op}")
            if op == "D":
                held.pop(key, None)
            elif op == "A" or key in held:
                held[key] = name
        told = {key: forename for key, forename, _ in apply(*rows)[0]}
        assert told == held
