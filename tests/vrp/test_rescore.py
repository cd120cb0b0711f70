"""Changed settings are tried on the evidence that a run has kept, and what that says is what a whole new run would say."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import fields, replace

import duckdb
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as checked
from hypothesis import strategies as st

from lynchpin_vrp import (
    CATALOGUE,
    EVIDENCE_TABLES,
    Refused,
    ScoringRules,
    Settings,
    compare,
    rescore,
    run,
    with_overrides,
)
from lynchpin_vrp.compare import PARTS
from lynchpin_vrp.contract import FACTS
from lynchpin_vrp.outputs import FACT_TABLES
from tests.vrp.writing import AS_AT

SAFE = {"person_id", "family_id", "feed", "record_id", "observed_on", "since", "until", "role", "age", *FACTS}
SAFE |= {"rows_accepted", "latest_on", "facts"}


def rows(folder, table, columns="*"):
    return duckdb.execute(f"select {columns} from read_parquet('{folder / table}.parquet') order by all").fetchall()


def same(one, other):
    return all(rows(one, table) == rows(other, table) for table in FACT_TABLES)


@pytest.fixture(scope="module")
def changed_rules():
    return ScoringRules(vulnerability_cap=6, amber=5, red=11, medium=2, high=5, near=1, least_protective=0)


def test_the_same_settings_give_the_runs_own_tables_row_for_row(profiled, tmp_path):
    rescore(profiled.out, profiled.settings, to=tmp_path / "again")
    assert rows(profiled.out, "facts") and same(profiled.out, tmp_path / "again")


def test_nothing_but_the_evidence_is_read(profiled, tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    for name in [*(f"{table}.parquet" for table in EVIDENCE_TABLES), "manifest.json"]:
        shutil.copy(profiled.out / name, kept)
    rescore(kept, profiled.settings, to=tmp_path / "again")
    assert same(profiled.out, tmp_path / "again")


def test_the_evidence_holds_no_column_that_names_a_person(profiled):
    for table in EVIDENCE_TABLES:
        file = profiled.out / f"{table}.parquet"
        assert {row[0] for row in duckdb.execute(f"describe from read_parquet('{file}')").fetchall()} <= SAFE


def test_on_an_earlier_day_only_what_was_seen_by_then_counts(profiled, tmp_path):
    earlier = AS_AT.replace(month=9)
    rescore(profiled.out, profiled.settings, to=tmp_path / "then", as_at=earlier)
    seen = [day for (day,) in rows(tmp_path / "then", "facts", "evidence_date")]
    assert seen and max(seen) <= earlier < max(day for (day,) in rows(profiled.out, "facts", "evidence_date"))


def test_a_run_without_facts_cannot_be_tried(workspace, tmp_path):
    plain = [replace(one, facts={}) for one in workspace.feeds]
    run(plain, workspace.settings, as_at=AS_AT, out=tmp_path / "out")
    with pytest.raises(Refused, match="run_without_evidence"):
        rescore(tmp_path / "out", Settings(), to=tmp_path / "again")


def test_a_folder_without_a_run_cannot_be_tried(tmp_path):
    with pytest.raises(Refused, match="run_missing"):
        rescore(tmp_path, Settings(), to=tmp_path / "again")


@st.composite
def scoring(draw):
    """Any factors on or off, for any points and dates; any rules that are rules."""
    overrides = {}
    for factor in CATALOGUE:
        change = draw(st.fixed_dictionaries({"on": st.booleans(), "points": st.integers(0, 12)}))
        if draw(st.booleans()):
            change["to_on"] = draw(st.sampled_from([AS_AT.replace(day=1), AS_AT.replace(month=9)]))
        overrides[factor.key] = change
    amber, medium = draw(st.integers(1, 10)), draw(st.integers(1, 5))
    whole = {
        field.name: draw(st.integers(1, 200)) for field in fields(ScoringRules) if field.name.endswith(("cap", "days"))
    }
    rules = ScoringRules(
        amber=amber,
        red=amber + draw(st.integers(1, 10)),
        medium=medium,
        high=medium + draw(st.integers(1, 5)),
        near=draw(st.integers(0, 5)),
        least_coverage=draw(st.sampled_from([0, 0.3, 0.6, 1])),
        least_protective=draw(st.integers(0, 5)),
        **whole,
    )
    return overrides, rules


@given(scoring())
@checked(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
def test_changed_settings_give_what_a_whole_new_run_gives(profiled, tmp_path_factory, drawn):
    overrides, rules = drawn
    folder = tmp_path_factory.mktemp("changed")
    changed = replace(profiled.settings, rules=rules, factors=with_overrides(CATALOGUE, overrides))
    run(profiled.feeds, changed, as_at=AS_AT, out=folder / "out")
    rescore(profiled.out, changed, to=folder / "again")
    assert same(folder / "out", folder / "again")


def test_a_feed_that_has_not_arrived_is_missing_from_both(workspace, profiled, changed_rules, tmp_path):
    feeds = [replace(one, path=None) if one.name == "education" else one for one in workspace.feeds]
    changed = replace(profiled.settings, rules=changed_rules)
    run(feeds, profiled.settings, as_at=AS_AT, out=tmp_path / "before")
    run(feeds, changed, as_at=AS_AT, out=tmp_path / "out")
    rescore(tmp_path / "before", changed, to=tmp_path / "again")
    assert same(tmp_path / "out", tmp_path / "again")


# comparing


def plainly(before, after, part):
    """(before, after) of one part -> families, reckoned from the two tables."""
    columns = f"family_id, coalesce({'' if part == 'route' else 'excluded, '}{part}, 'insufficient')"
    now = dict(rows(after, "scores", columns))
    return Counter((was, now[family]) for family, was in rows(before, "scores", columns))


def test_counts_of_a_comparison_equal_a_plain_reckoning(profiled, changed_rules, tmp_path):
    rescore(profiled.out, replace(profiled.settings, rules=changed_rules), to=tmp_path / "after")
    found = compare(profiled.out, tmp_path / "after", of=profiled.out)
    for part in PARTS:
        whole = {(row.before, row.after): row.families for row in found if (row.part, row.by) == (part, "whole")}
        assert whole == plainly(profiled.out, tmp_path / "after", part)
    assert any(row.before != row.after for row in found)


@pytest.mark.parametrize("by", ["area", "youngest", "size"])
def test_every_way_of_grouping_counts_every_family_once(profiled, changed_rules, tmp_path, by):
    rescore(profiled.out, replace(profiled.settings, rules=changed_rules), to=tmp_path / "after")
    found = compare(profiled.out, tmp_path / "after", of=profiled.out)
    families = len(rows(profiled.out, "scores"))
    for part in PARTS:
        assert sum(row.families for row in found if (row.part, row.by) == (part, by)) == families


def test_families_are_counted_by_the_areas_that_are_named(profiled, tmp_path):
    of = tmp_path / "of"
    of.mkdir()
    shutil.copy(profiled.out / "members.parquet", of)
    families = [row[0] for row in rows(profiled.out, "scores", "family_id")]
    duckdb.execute(
        f"""copy (select unnest(?) as family_id, unnest(?) as area) to '{of / "places.parquet"}' (format parquet)""",
        [families[1:], ["porth"] * (len(families) - 1)],
    )
    found = compare(profiled.out, profiled.out, of=of)
    areas = Counter()
    for row in found:
        if (row.part, row.by) == ("route", "area"):
            areas[row.group] += row.families
    assert areas == {"porth": len(families) - 1, "": 1}


def test_runs_of_different_families_are_not_compared(profiled, tmp_path):
    tables = tmp_path / "fewer"
    tables.mkdir()
    duckdb.execute(
        f"""copy (select * from read_parquet('{profiled.out / "scores.parquet"}') limit 5)
            to '{tables / "scores.parquet"}' (format parquet)"""
    )
    with pytest.raises(Refused, match="different_families"):
        compare(profiled.out, tables, of=profiled.out)
