"""The bench of profiling keeps what it did not measure again, judges by its bounds, and compares runs up to their ids."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import duckdb
import pytest

from lynchpin.site.benches.page import UNMEASURED, keep, kept_sections
from lynchpin.site.benches.processes import watched
from lynchpin.site.benches.profile import BY_NAME_ONLY, PARTS, Asked, Found, NotMeasured, Promise, public, table
from lynchpin.site.benches.profile.finding import Bounds, ratios, shares
from lynchpin.site.benches.profile.later import Differences, change
from lynchpin.site.benches.profile.same import differences
from lynchpin.site.benches.profile.tried import Tried
from lynchpin.site.commands.bench import BENCHES, IN_PARTS, known, write_part, written

FLOAT = Promise("rafts float", "all", "all, dry")
SINK = Promise("stones sink", "all")
HERE = {"when": "2026-06-10, when 0.1 other processes wanted a core", "machine": "2 cores"}


@pytest.fixture
def rafts(monkeypatch):
    monkeypatch.setattr(table, "promises", lambda: (FLOAT, SINK))
    monkeypatch.setattr(table, "PARTS", ("rafts", "stones"))


def test_a_part_that_is_not_run_keeps_its_rows(rafts):
    first = table.section("", "rafts", [Found(FLOAT, "3 of 3", "3 to 3", "on still water")], **HERE)
    later = table.section(first, "stones", [Found(SINK, "2 of 2")], **HERE)
    kept = "| rafts float | all | all, dry | 3 of 3 | 3 to 3 | on still water |"
    assert kept in first and kept in later
    assert f"| stones sink | all |  | {UNMEASURED} |" in first
    assert "| stones sink | all |  | 2 of 2 |" in later
    for part in ("rafts", "stones"):
        assert f"`lynchpin bench profile {part}`" in later


def test_a_section_is_the_same_after_it_was_kept_in_the_page(rafts, tmp_path):
    page = tmp_path / "measurements.md"
    told = table.section("", "rafts", [Found(FLOAT, "3 of 3")], **HERE)
    keep(page, IN_PARTS, told, BENCHES)
    again = table.section(kept_sections(page.read_text("utf-8"))[IN_PARTS], "stones", [Found(SINK, "2 of 2")], **HERE)
    assert "| rafts float | all | all, dry | 3 of 3 |" in again


def test_a_promise_is_told_as_it_is_now_beside_what_was_found(rafts, monkeypatch):
    first = table.section("", "rafts", [Found(FLOAT, "3 of 3")], **HERE)
    monkeypatch.setattr(table, "promises", lambda: (Promise(FLOAT.what, "most"), SINK))
    assert "| rafts float | most |  | 3 of 3 |" in table.section(first, "stones", [Found(SINK, "2 of 2")], **HERE)


def test_what_did_not_help_is_told_below(rafts, monkeypatch):
    monkeypatch.setattr(table, "TRIED", (Tried("sails", "1.00 of the time", "nobody could row"),))
    told = table.section("", "rafts", [Found(FLOAT, "3 of 3")], **HERE)
    assert "| sails | 1.00 of the time | nobody could row |" in told


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_a_module_that_says_what_must_hold(part):
    module = import_module(f"lynchpin.site.benches.profile.{part}")
    assert module.PROMISES and callable(module.measure) and module.__doc__


def test_no_two_rows_are_called_alike():
    told = Counter(promise.what for promise in table.promises())
    assert max(told.values()) == 1


@pytest.mark.parametrize(
    ("figure", "told"), [(0.5, "aim reached"), (0.6, "aim reached"), (0.8, "held"), (1.0, "held"), (1.1, "NOT held")]
)
def test_a_figure_is_judged_by_its_bounds(figure, told):
    assert Bounds(must=1.0, aim=0.6).judged(figure) == told
    assert Bounds(must=-1.0, aim=-0.6, upward=True).judged(-figure) == told


def test_a_figure_does_not_hold_without_what_belongs_to_it():
    assert "NOT held" in ratios(FLOAT, [0.5], Bounds(1.0, 0.6), "S", "", besides=False).figure


def test_a_row_tells_the_median_and_its_spread():
    found = ratios(FLOAT, [0.9, 0.5, 0.7], Bounds(1.0, 0.6), "S", "")
    assert (found.figure, found.spread) == ("0.70 S: held", "0.50 to 0.90 of 3")
    assert shares(FLOAT, [0.99, 0.97], Bounds(0.96, 0.98, upward=True), "").figure == "0.9800: aim reached"


def test_a_figure_at_another_size_says_so():
    assert Asked(residents=3000).sized(Found(FLOAT, "3 of 3")).figure == "with 3,000 people: 3 of 3"
    assert Asked().sized(Found(FLOAT, "3 of 3")).figure == "3 of 3"


def asked(name, *parts):
    return argparse.Namespace(name=name, parts=list(parts), residents=None, pairs=5, seed=1)


def test_only_the_bench_of_profiling_has_parts():
    assert known(asked("profile", "full", "quality")) and known(asked("cold")) and known(asked("all"))
    assert not known(asked("profile", "sails")) and not known(asked("cold", "full"))


def test_the_longest_parts_are_run_only_by_name(monkeypatch, tmp_path):
    run = []
    monkeypatch.setattr("lynchpin.site.commands.bench.write_part", lambda part, *_: run.append(part) or True)
    written("profile", tmp_path / "page.md", asked("profile"))
    assert run == [part for part in PARTS if part not in BY_NAME_ONLY]
    run.clear()
    written("profile", tmp_path / "page.md", asked("profile", "nation"))
    assert run == ["nation"]


def test_a_part_that_cannot_be_measured_leaves_its_section_as_it_was(monkeypatch, tmp_path, capsys):
    def absent(_asked):
        raise NotMeasured("plain Splink is not at hand")

    monkeypatch.setattr("lynchpin.site.benches.profile.spark.measure", absent)
    page = tmp_path / "measurements.md"
    keep(page, IN_PARTS, "measured before", BENCHES)
    assert write_part("spark", page, asked("profile", "spark")) is False
    assert kept_sections(page.read_text("utf-8"))[IN_PARTS] == "measured before"
    assert "plain Splink is not at hand" in capsys.readouterr().out


def test_a_watched_process_tells_what_it_printed_and_the_memory_it_held():
    ran = watched([sys.executable, "-c", "held = bytearray(300_000_000); print('done')"])
    assert ran.told == "done\n"
    assert ran.gigabytes > 0.27 and ran.seconds > 0


def test_a_watched_process_that_fails_is_told_with_its_complaint(capfd):
    with pytest.raises(subprocess.CalledProcessError):
        watched([sys.executable, "-c", "import sys; sys.exit('no water')"])
    assert "no water" in capfd.readouterr().err


PERSONS = {"P1": "AB", "P2": "C", "P3": "D"}
FAMILIES = {"P1": ("F1", "adult"), "P2": ("F1", "child"), "P3": ("F3", "adult")}
SCORES = {"F1": (10, "amber"), "F3": (0, "green")}


def out(folder: Path, persons=PERSONS, families=FAMILIES, scores=SCORES) -> Path:
    """An output folder with three tables, as a run leaves it."""
    folder.mkdir()
    linked = [(person, "school", record) for person, records in persons.items() for record in records]
    table_of(folder, "persons", "person_id, feed, record_id", linked)
    table_of(folder, "families", "person_id, family_id, role", [(p, *told) for p, told in families.items()])
    table_of(folder, "scores", "family_id, vulnerability, band", [(f, *told) for f, told in scores.items()])
    return folder


def table_of(folder, name, columns, rows):
    listed = ", ".join(map(str, rows))
    with duckdb.connect() as engine:
        sql = f"copy (select * from (values {listed}) as t({columns})) to '{folder / name}.parquet' (format parquet)"
        engine.execute(sql)


def test_two_runs_that_differ_only_in_their_ids_say_the_same(tmp_path):
    other = {
        "persons": {"X": "BA", "Y": "C", "Z": "D"},
        "families": {"X": ("G", "adult"), "Y": ("G", "child"), "Z": ("H", "adult")},
        "scores": {"G": (10, "amber"), "H": (0, "green")},
    }
    assert set(differences(out(tmp_path / "one"), out(tmp_path / "other", **other)).values()) == {0}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"persons": {"P1": "A", "P2": "CB", "P3": "D"}}, Differences(4, 2, 2)),
        ({"families": FAMILIES | {"P2": ("F3", "child")}}, Differences(0, 4, 4)),
        ({"families": FAMILIES | {"P2": ("F1", "adult")}}, Differences(0, 2, 2)),
        ({"scores": SCORES | {"F3": (1, "green")}}, Differences(0, 0, 2)),
    ],
)
def test_what_differs_is_counted_on_both_sides(tmp_path, changed, told):
    found = Differences(**differences(out(tmp_path / "one"), out(tmp_path / "other", **changed)))
    assert found == told and found.any


def test_a_changed_workspace_has_its_second_state_in_place(tmp_path):
    folder = tmp_path / "region"
    from lynchpin_world import cli

    cli.main(["extracts", str(folder), "--residents", "300", "--seed", "3"])
    before = (folder / "extracts" / "revenues.csv").read_bytes()
    assert change(folder, 0.1, seed=2).startswith("insert ")
    assert (folder / "extracts" / "revenues.csv").read_bytes() != before
    assert (folder / "changes" / "revenues.csv").is_file()
    assert not (tmp_path / "after").exists()


@pytest.mark.parametrize(
    ("chosen", "records", "people"), [(public.SETS[0], 5000, 2000), (public.SETS[1], 10_000, 5000)]
)
def test_a_public_set_becomes_a_workspace_with_its_truth(tmp_path, chosen, records, people):
    public.write_workspace(chosen, tmp_path)
    truth = tmp_path / "truth"
    assert len((truth / "records.csv").read_text("utf-8").splitlines()) == records + 1
    assert len((truth / "people.csv").read_text("utf-8").splitlines()) == people + 1
    first = (tmp_path / "extracts" / f"{chosen.files[0]}.csv").read_text("utf-8").splitlines()[1].split(",")
    assert first[0].startswith("rec-") and all(cell == cell.strip() for cell in first)
