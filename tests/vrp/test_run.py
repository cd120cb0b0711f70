"""A run is a function of its arguments: the same feeds give the same tables, and a refused run leaves nothing behind."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date

import duckdb
import pytest

from lynchpin_vrp import Refused, Settings, explain, read_workspace, run
from lynchpin_vrp.cli import main
from lynchpin_vrp.engine import Resources
from tests.vrp.writing import AS_AT, feed, write


def read(folder, table, sql="select *"):
    return duckdb.execute(f"{sql} from read_parquet('{folder / table}.parquet')").fetchall()


KEYS = {
    "records": "feed record_id",
    "persons": "person_id feed record_id",
    "links": "match_weight match_probability reason",
    "families": "family_id person_id role",
    "facts": "family_id person_id factor value evidence_date feed record_id",
    "contributions": "family_id kind factor axis full_points decay points points_if_removed evidence_date feed",
    "scores": "family_id vulnerability resilience vulnerability_band resilience_band rag coverage route",
    "quarantine": "feed line column value_kind reason",
}


@pytest.mark.parametrize("table", KEYS)
def test_a_run_writes_the_columns_that_others_rely_on(profiled, table):
    columns = {
        row[0] for row in duckdb.execute(f"describe from read_parquet('{profiled.out / table}.parquet')").fetchall()
    }
    assert set(KEYS[table].split()) <= columns


def test_every_accepted_record_has_one_person_and_every_person_one_family(profiled):
    assert read(profiled.out, "persons", "select count(*), count(distinct (feed, record_id))") == read(
        profiled.out, "records", "select count(*), count(distinct (feed, record_id))"
    )
    assert {row[0] for row in read(profiled.out, "persons", "select person_id")} == {
        row[0] for row in read(profiled.out, "families", "select person_id")
    }


def test_every_score_is_the_sum_of_its_rows(profiled):
    scores = {
        row[0]: row[1:]
        for row in read(profiled.out, "scores", "select family_id, vulnerability, resilience")
        if row[1] is not None
    }
    sums = dict.fromkeys(scores, (0, 0))
    for family, axis, points in read(profiled.out, "contributions", "select family_id, axis, points"):
        vulnerability, resilience = sums[family]
        sums[family] = (vulnerability + points, resilience) if axis == "V" else (vulnerability, resilience + points)
    assert any(vulnerability for vulnerability, _ in scores.values())
    assert sums == scores


def test_a_second_run_a_fresh_state_and_another_machine_give_the_same_content(workspace, tmp_path):
    hashes = set()
    for name, machine in (("one", Resources(threads=1)), ("two", Resources(threads=4, memory_gb=0.3))):
        link = replace(workspace.settings.link, model=tmp_path / name / "model.json")
        for resources in (Resources(), machine):
            asked = replace(workspace.settings, link=link, resources=resources)
            hashes.add(run(workspace.feeds, asked, as_at=AS_AT, out=tmp_path / name / "out").content_hash)
    assert len(hashes) == 1


def test_another_date_gives_other_content(profiled, tmp_path):
    before = json.loads((profiled.out / "manifest.json").read_text())["content_hash"]
    assert run(profiled.feeds, profiled.settings, as_at=date(2027, 6, 1), out=tmp_path / "out").content_hash != before


def test_probabilities_are_told_to_six_places(profiled):
    assert all(round(value, 6) == value for (value,) in read(profiled.out, "links", "select match_probability"))


def test_nobody_is_merged_with_a_brother_or_sister_by_a_link_that_was_refused(profiled):
    persons = {
        (feed_name, record): person
        for person, feed_name, record in read(profiled.out, "persons", "select person_id, feed, record_id")
    }
    for feed_l, record_l, feed_r, record_r, kept in read(
        profiled.out, "links", "select feed_l, record_id_l, feed_r, record_id_r, kept"
    ):
        assert (persons[feed_l, record_l] == persons[feed_r, record_r]) is kept


def test_seconds_are_kept_out_of_the_manifest(profiled):
    assert "seconds" not in (profiled.out / "manifest.json").read_text()
    assert set(json.loads((profiled.out / "timings.json").read_text())) >= {"sources", "link", "score"}


def test_a_workspace_without_facts_links_and_groups_only(workspace, tmp_path):
    plain = [replace(one, facts={}) for one in workspace.feeds]
    run(plain, workspace.settings, as_at=AS_AT, out=tmp_path / "out")
    assert (tmp_path / "out" / "families.parquet").exists()
    assert not (tmp_path / "out" / "scores.parquet").exists()


def test_a_feed_that_has_not_arrived_lowers_coverage(workspace, tmp_path):
    feeds = [replace(one, path=None) if one.name == "education" else one for one in workspace.feeds]
    run(feeds, workspace.settings, as_at=AS_AT, out=tmp_path / "out")
    assert read(tmp_path / "out", "scores", "select min(coverage)")[0][0] < 1


def test_a_refused_run_keeps_the_last_one(profiled, tmp_path):
    bad = replace(profiled.feeds[0], path=write(tmp_path / "bad.csv", "nothing", "here"))
    with pytest.raises(Refused, match="columns_missing"):
        run([bad, *profiled.feeds[1:]], profiled.settings, as_at=AS_AT, out=profiled.out)
    assert (profiled.out / "manifest.json").exists()
    assert not [path for path in profiled.folder.iterdir() if path.name.startswith(".run-")]


def test_a_tiny_workspace_still_runs(tmp_path):
    rows = [f"{number},Ann,Rees,2015-01-0{number}" for number in range(1, 6)]
    path = write(tmp_path / "a.csv", "record_id,forename,surname,birth_date", *rows)
    assert run([feed(path)], Settings(), as_at=AS_AT, out=tmp_path / "out").feeds["school"]["accepted"] == 5


def test_the_listener_hears_names_and_counts_only(profiled, tmp_path):
    heard = []
    run(profiled.feeds, profiled.settings, as_at=AS_AT, out=tmp_path / "out", listen=lambda *told: heard.append(told))
    surnames = {row[0] for row in read(profiled.out, "people", "select distinct surname") if row[0] and len(row[0]) > 4}
    assert all(isinstance(rows, int) for _, _, rows in heard)
    assert not [step for _, step, _ in heard if any(surname in step for surname in surnames)]


PROFILE = '[[feeds]]\nname = "school"\npath = "a.csv"\n[feeds.columns]\nrecord_id = "record_id"\n'


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (None, "profile_missing"),
        ("as_at = [", "profile_unreadable"),
        ("as_at = 2026-11-01\n", "no_feeds"),
        (PROFILE, "as_at_missing"),
        (f"as_at = 'soon'\n{PROFILE}", "as_at_unreadable"),
        (f"as_at = 2026-11-01\n{PROFILE}", "file_missing"),
        (f"as_at = 2026-11-01\n{PROFILE}[feeds.facts]\nmood = 'mood'\n", "unknown_names"),
        (f"as_at = 2026-11-01\n{PROFILE}[factors.XX1]\non = true\n", "unknown_factors"),
        (f"as_at = 2026-11-01\n{PROFILE}[rules]\npurple = 3\n", "unknown_settings"),
        (f"as_at = 2026-11-01\n{PROFILE}{PROFILE}", "feeds_named_twice"),
        ('as_at = 2026-11-01\n[[feeds]]\nname = "school"\n', "feed_incomplete"),
    ],
)
def test_a_workspace_that_cannot_be_run_is_refused_with_a_code(tmp_path, capsys, profile, code):
    if profile is not None:
        write(tmp_path / "profile.toml", profile)
    assert main(["run", str(tmp_path)]) == 1
    assert json.loads(capsys.readouterr().err.splitlines()[-1])["refused"] == code


def test_a_profile_may_replace_factors_bands_and_caps(profiled, tmp_path):
    shutil.copytree(profiled.folder / "extracts", tmp_path / "extracts")
    profile = (profiled.folder / "profile.toml").read_text()
    (tmp_path / "profile.toml").write_text(profile + "\n[rules]\namber = 3\nred = 6\n[factors.HO2]\non = false\n")
    changed = read_workspace(tmp_path)
    run(changed.feeds, changed.settings, as_at=AS_AT, out=changed.out)
    assert not read(changed.out, "facts", "select 1").count(("HO2",))
    assert "HO2" not in {row[0] for row in read(changed.out, "facts", "select distinct factor")}
    assert read(changed.out, "scores", "select count(*) filter (rag = 'red')")[0][0] > 0


def test_the_flag_outranks_the_date_in_the_file(profiled):
    assert profiled.dated(date(2026, 12, 1)) == date(2026, 12, 1)
    assert profiled.dated(None) == AS_AT


def test_explain_prints_the_rows_of_one_family(profiled, capsys):
    family = read(profiled.out, "contributions", "select min(family_id)")[0][0]
    assert main(["explain", str(profiled.folder), family]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(explain(profiled.out, family)) > 0


def test_explain_refuses_a_family_it_does_not_know(profiled):
    with pytest.raises(Refused, match="family_unknown"):
        explain(profiled.out, "F000")
