"""The report of a whole small run: what it holds, what it says it lacks, and that it tells of nobody."""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import replace

import duckdb
import pytest

from lynchpin_vrp import Refused, assure, found_beside, run
from lynchpin_vrp.assure import CODES, SHAPE, Alert, Beside, Unit
from lynchpin_vrp.assure.measure import LEAST_ALERTED, LEAST_SHOWN
from lynchpin_vrp.cli import main
from tests.house.reading import ROOT
from tests.vrp.writing import AS_AT

HOW_TO = ROOT / "docs" / "how-to" / "assure-a-profile.md"
ROW = "code unit part group_kind group count value low high alert suppressed"


@pytest.fixture(scope="module")
def beside(profiled):
    return replace(found_beside(profiled.folder), previous=profiled.out)


@pytest.fixture(scope="module")
def report(profiled, beside):
    return assure(profiled.out, profiled.settings, beside)


def rows(report, code):
    return [row for row in report.measures if row.code == code]


def test_bands_of_everybody_come_to_every_family_scored(profiled, report):
    families = duckdb.execute(f"select count(*) from read_parquet('{profiled.out}/scores.parquet')").fetchone()[0]
    whole = [row for row in rows(report, "band_share") if not row.group_kind]
    assert {row.count for row in whole} == {families}
    assert sum(row.value for row in whole) == pytest.approx(1, abs=1e-3)


def test_a_run_beside_itself_has_neither_moved_nor_shifted(report):
    assert {row.part for row in rows(report, "moved_vulnerability")} == {"same"}
    assert {row.value for row in report.measures if row.unit is Unit.INDEX} == {0.0}
    assert {row.value for row in rows(report, "feed_volume")} <= {1.0, None}


def test_what_lies_at_its_usual_place_is_found(report):
    assert report.given == ("truth", "confirmed", "previous", "deprivation")
    assert ("linking against decisions", "decisions", "not_given") in {
        (one.part, one.needs, one.code) for one in report.left_out
    }


def test_no_small_group_is_told_of_and_no_alert_is_of_fewer_than_thirty(report):
    assert any(row.suppressed for row in report.measures)
    assert all(row.suppressed or row.count >= LEAST_SHOWN for row in report.measures)
    assert all(row.count >= LEAST_ALERTED for row in report.measures if row.alert)


def test_the_report_names_nobody(profiled, report):
    """Not a family, a person, a record, a name or a postcode of the run is anywhere in the file."""
    told = {json.dumps(value) for row in report.written()["measures"] for value in row.values()}
    columns = {"people": "person_id family_id forename surname postcode", "persons": "record_id"}
    for table, names in columns.items():
        for name in names.split():
            values = duckdb.execute(f"select distinct {name} from read_parquet('{profiled.out}/{table}.parquet')")
            assert not told & {json.dumps(value) for (value,) in values.fetchall() if value}


def test_the_shape_is_as_written_down(report):
    written, page = report.written(), HOW_TO.read_text("utf-8")
    assert written["shape"] == SHAPE and f"`{SHAPE}`" in page
    assert list(written) == ["shape", "as_at", "content_hash", "given", "left_out", "measures"]
    assert {tuple(row) for row in written["measures"]} == {tuple(ROW.split())}
    missing = {*CODES, *Alert, *Unit} - {word for cell in page.split("`") for word in cell.split()}
    assert {code for code in missing if not code.endswith(("_gap", "_ratio"))} == set()


def test_the_same_run_gives_the_same_report(profiled, beside, report):
    assert assure(profiled.out, profiled.settings, beside).written() == report.written()


def test_without_the_packages_everything_else_is_measured_and_the_report_says_what_is_not(
    profiled, beside, report, monkeypatch
):
    for package in ("fairlearn", "sklearn", "interpret"):
        monkeypatch.setitem(sys.modules, package, None)
    bare = assure(profiled.out, profiled.settings, beside)
    assert {one.needs for one in bare.left_out if one.code == "package_missing"} >= {"fairlearn"}
    kept = {row.code for row in bare.measures}
    assert {"confirmed_in_band", "truth_pair_precision", "score_shift"} <= kept and "selection_rate" not in kept


def test_a_run_without_facts_is_measured_for_its_links_alone(workspace, tmp_path):
    plain = [replace(one, facts={}) for one in workspace.feeds]
    run(plain, workspace.settings, as_at=AS_AT, out=tmp_path / "out")
    bare = assure(tmp_path / "out")
    assert rows(bare, "link_certainty") and not rows(bare, "band_share")
    assert "run_without_facts" in {one.code for one in bare.left_out}


def test_a_workspace_that_was_never_run_is_refused(tmp_path):
    with pytest.raises(Refused, match="run_missing"):
        assure(tmp_path / "out")


def test_a_day_after_the_run_cannot_be_looked_back_from(profiled, beside):
    with pytest.raises(Refused, match="held_back_after_the_run"):
        assure(profiled.out, profiled.settings, replace(beside, held_back=AS_AT.replace(year=2027)))


def test_the_deprivation_of_areas_is_not_read_from_another_file(profiled, tmp_path):
    (tmp_path / "areas.csv").write_text("area,rank\n", encoding="utf-8")
    with pytest.raises(Refused, match="deprivation_unreadable"):
        assure(profiled.out, beside=Beside(deprivation=tmp_path / "areas.csv"))


def test_the_command_writes_one_file_and_prints_a_table(profiled, tmp_path, capsys):
    folder = shutil.copytree(profiled.folder, tmp_path / "copy")
    before = {path.relative_to(folder) for path in folder.rglob("*")}
    earlier = str(AS_AT.replace(month=9))
    assert main(["assure", str(folder), "--previous", str(profiled.out), "--held-back", earlier]) == 0
    after = {path.relative_to(folder) for path in folder.rglob("*")}
    assert {str(path) for path in after - before} == {"out/assurance.json"}
    said = capsys.readouterr().out
    assert "truth_people_whole" in said and "left out: linking against decisions: not given (decisions)" in said
