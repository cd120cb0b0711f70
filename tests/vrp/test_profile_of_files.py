"""What a file is like is told in counts, never in values; bounds as data say when it is stopped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lynchpin_vrp.contract import Feed
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.sources import FileProfile, StopRule, findings, load_feed, profile_file
from lynchpin_vrp.sources.profile import drift
from tests.vrp.writing import AS_AT, write

COLUMNS = ("record_id", "forename", "birth_date", "address", "nhs_number", "updated_on")
FEED = Feed("school", None, {name: name for name in COLUMNS}, {"young_carer": "carer"}, 0.8)
HEADER = ",".join([*COLUMNS, "carer"])


def row(n, **changes):
    told = {
        "record_id": f"P{n:05}",
        "forename": ("Mali", "Ann-Mair", "Siân")[n % 3],
        "birth_date": (date(2000, 1, 1) + timedelta(days=n)).isoformat(),
        "address": f"{n} Heol Las",
        "nhs_number": f"{9_000_000_000 + n}",
        "updated_on": "2026-10-20",
        "carer": "Y" if n % 10 == 0 else "N",
    } | changes
    return ",".join(str(told[name]) for name in HEADER.split(","))


def told(folder, rows, *, feed=FEED, last=None):
    """The report and the profile of a file, and where its rows are kept."""
    engine = Engine()
    path = write(folder / f"sent-{len(list(folder.iterdir()))}.csv", HEADER, *rows)
    held = folder / f"held-{len(list(folder.iterdir()))}.parquet"
    try:
        report = load_feed(engine, replace(feed, path=path), as_at=AS_AT, scratch=folder, most_bad=1)
        before, whole = (last[1], last[2]) if last else (None, None)
        made = profile_file(engine, feed, as_at=AS_AT, last=before, whole=whole)
        engine.fetch(f"copy (select * exclude (line) from accepted_school) to '{held}' (format parquet)")
        return report, made, held
    finally:
        engine.close()


def codes(now, last=None, rule=None):
    before = last[1] if last else None
    return {(each.code, each.column, each.stops) for each in findings(now[0], now[1], before, rule or StopRule())}


def column(profile, name):
    return next(each for each in profile.columns if each.column == name)


def test_rows_missing_values_distinct_values_and_latest_days_are_counted(tmp_path):
    profile = told(tmp_path, [row(1), row(2, forename=""), row(3), row(4, updated_on="2026-10-31")])[1]
    name = column(profile, "forename")
    assert (profile.rows, name.held, name.missing, name.distinct, name.most_shared) == (4, 3, 1, 2, 2)
    assert column(profile, "updated_on").latest == "2026-10-31"


def test_patterns_codes_and_bands_are_told_and_no_value(tmp_path):
    profile = told(tmp_path, [row(n) for n in range(10)])[1]
    assert column(profile, "record_id").spread == {"A9": 10}
    assert set(column(profile, "forename").spread) == {"Aa", "Aa-Aa"}
    assert column(profile, "nhs_number").spread == {"9999999999": 10}
    assert column(profile, "address").spread == {"9 Aa Aa": 10}
    assert column(profile, "birth_date").spread == {"2000s": 10}
    assert column(profile, "young_carer").spread == {"N": 9, "Y": 1}
    assert column(profile, "updated_on").spread == {"0-30": 10}
    assert "Mali" not in repr(profile) and "Heol" not in repr(profile)


def test_new_gone_and_changed_records_are_counted_against_the_last_file(tmp_path):
    last = told(tmp_path, [row(n) for n in range(10)])
    now = told(tmp_path, [*(row(n) for n in range(2, 9)), row(9, forename="Bet"), row(10), row(11), row(12)], last=last)
    keys = now[1].keys
    assert (keys.new, keys.gone, keys.changed, keys.same) == (3, 2, 1, 7)


def test_a_profile_is_kept_as_plain_data_and_read_again(tmp_path):
    profile = told(tmp_path, [row(n) for n in range(10)])[1]
    assert FileProfile.read(profile.told()) == profile


def test_the_same_file_drifts_nowhere_and_is_not_stopped(tmp_path):
    last = told(tmp_path, [row(n) for n in range(300)])
    now = told(tmp_path, [row(n) for n in range(300)], last=last)
    assert {each.drift for each in now[1].columns} == {0} and codes(now, last) == set()


def test_too_many_bad_rows_stop_a_file(tmp_path):
    rows = [row(n) for n in range(17)] + [row(n, birth_date="2015-02-30") for n in (17, 18)]
    assert codes(told(tmp_path, rows)) == {("bad_rows", "", True)}
    assert codes(told(tmp_path, rows), rule=StopRule(bad_percent=15)) == set()


@pytest.mark.parametrize(("rows", "code"), [(400, "grown"), (100, "shrunk")])
def test_a_file_that_doubles_or_halves_is_stopped(tmp_path, rows, code):
    last = told(tmp_path, [row(n) for n in range(200)])
    assert codes(told(tmp_path, [row(n) for n in range(rows)], last=last), last) == {(code, "", True)}


def test_a_small_feed_may_double(tmp_path):
    last = told(tmp_path, [row(n) for n in range(5)])
    assert codes(told(tmp_path, [row(n) for n in range(20)], last=last), last) == set()


@pytest.mark.parametrize(
    ("name", "becomes", "code"),
    [
        ("forename", lambda n: f"{n:04} {n}", "shapes_changed"),
        ("nhs_number", lambda n: f"QQ{n:06}C", "shapes_changed"),
        ("nhs_number", lambda _: "", "shapes_changed"),
        ("young_carer", lambda n: "N" if n % 10 == 0 else "Y", "codes_changed"),
    ],
)
def test_a_column_that_changes_its_meaning_stops_the_file(tmp_path, name, becomes, code):
    last = told(tmp_path, [row(n) for n in range(200)])
    sent = {"young_carer": "carer"}.get(name, name)
    now = told(tmp_path, [row(n, **{sent: becomes(n)}) for n in range(200)], last=last)
    assert (code, name, True) in codes(now, last)


def test_figures_that_move_are_told_and_do_not_stop(tmp_path):
    last = told(tmp_path, [row(n) for n in range(200)])
    now = told(tmp_path, [row(n, updated_on="2024-01-01") for n in range(200)], last=last)
    assert codes(now, last) == {("figures_moved", "updated_on", False)}


def test_numbers_of_persons_that_are_all_equal_stop_the_file(tmp_path):
    rows = [row(n, nhs_number="9999999999") for n in range(30)]
    assert codes(told(tmp_path, rows)) == {("number_shared", "nhs_number", True)}


def test_a_birth_date_shared_by_many_stops_and_an_address_shared_by_many_is_told(tmp_path):
    rows = [row(n) for n in range(300)] + [
        row(n, birth_date="1901-01-01", address="The Hostel") for n in range(300, 350)
    ]
    found = codes(told(tmp_path, rows), rule=StopRule(shared=50))
    assert found == {("birth_date_shared", "birth_date", True), ("value_shared", "address", False)}


def test_a_great_file_s_ordinary_birth_dates_are_no_stop(tmp_path):
    rows = [row(n, birth_date=f"2000-01-0{n % 9 + 1}") for n in range(540)]
    assert codes(told(tmp_path, rows), rule=StopRule(shared=50)) == set()


def test_few_rows_say_nothing_of_drift():
    assert drift({"A": 99}, {"B": 5000}) is None and drift({"A": 100}, {"B": 100}) > 5
