"""The page of measurements keeps what was not measured again, and stopping leaves nothing behind."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from lynchpin.site.benches import Measurement, allocation
from lynchpin.site.benches.page import HOUSE, UNMEASURED, keep, kept_sections, page, section, standing_section
from lynchpin.site.benches.page_walk import NOT_COUNTED, OURS
from lynchpin.site.benches.pages import Cost, growth, too_dear
from lynchpin.site.benches.processes import descendants, free_port, interrupt, seconds_until, started, under
from lynchpin.site.benches.promises import HELD_BY_TESTS
from lynchpin.site.commands.bench import BENCHES, chosen, write
from lynchpin.site.commands.routes import routes
from tests.house.reading import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import house

FOUND = Measurement("Ships float.", "lynchpin bench ships", "3 of 3 float", "On still water.")
DAY = date(2026, 6, 10)


def test_a_section_says_the_promise_the_command_the_figure_and_the_machine():
    told = section(FOUND, on=DAY, load=1.25, machine="2 cores")
    for part in ("Ships float.", "`lynchpin bench ships`", "3 of 3 float", "On still water.", "2026-06-10", "2 cores"):
        assert part in told


def test_a_bench_that_is_not_run_keeps_its_section():
    first = page({"profile": section(FOUND, on=DAY, load=0, machine="2 cores")}, BENCHES)
    kept = kept_sections(first) | {"demo": "newly measured"}
    again = page(kept, BENCHES)
    assert kept_sections(again)["profile"] == kept_sections(first)["profile"]
    assert kept_sections(again)["demo"] == "newly measured"
    assert kept_sections(again)["cold"] == UNMEASURED


def test_every_test_that_the_page_names_is_there():
    named = [ROOT / path for _line, where in HELD_BY_TESTS for path in where.split()]
    assert [path for path in named if not path.exists()] == []


def test_the_slow_suite_is_timed_only_when_it_is_asked_for():
    assert "suite" not in chosen("all", with_suite=False)
    assert chosen("all", with_suite=True) == list(BENCHES)
    assert chosen("suite", with_suite=False) == ["suite"]


def test_growth_is_of_the_same_page_for_the_same_person():
    few = (Cost("A", "queue", "list", 4), Cost("B", "queue", "list", 9))
    many = (Cost("A", "queue", "list", 7), Cost("B", "queue", "list", 10), Cost("C", "queue", "list", 30))
    assert growth(few, many) == "3 (queue as A)"


def test_a_page_over_its_ceiling_is_told_once_where_it_needed_most():
    costs = (Cost("A", "queue", "list", 16), Cost("B", "queue", "list", 20), Cost("A", "case", "detail", 30))
    assert too_dear(costs) == [costs[1]]


@pytest.mark.parametrize("sql", ['SELECT 1 FROM "django_session"', "BEGIN", 'INSERT INTO "kernel_accessentry"'])
def test_session_rights_and_log_are_not_counted(sql):
    assert NOT_COUNTED.search(sql)


@pytest.mark.parametrize("sql", ['SELECT 1 FROM "casework_case"', 'SELECT 1 FROM "organisations_sharingagreement"'])
def test_what_a_page_reads_is_counted(sql):
    assert not NOT_COUNTED.search(sql)


def test_sharing_out_is_told_over_the_whole_region():
    each = {"cases": 3, "placed": 2, "seconds": 0.25}
    told = allocation.figure(
        [
            each | {"ratio": 0.5, "ratio_in_turn": 0.75, "km": 4.0, "km_in_turn": 6.0},
            each | {"ratio": 0.25, "ratio_in_turn": 0.25, "km": 2.0, "km_in_turn": 1.5},
        ]
    )
    assert "4 of 6 cases of 2 clusters placed" in told
    assert "ratio 0.500, in turn 0.750 (lower in 1 clusters)" in told and "6.0 km, in turn 7.5 km (less in 1)" in told


def test_a_walk_stays_on_our_own_pages():
    assert OURS.match("/casework/?page=2")
    assert not any(
        OURS.match(address) for address in ("//elsewhere.example/", "https://x.example", "#main", "/static/a.css")
    )


def test_an_interrupt_ends_what_was_started_and_says_what_would_not_end(monkeypatch, tmp_path):
    monkeypatch.setattr("lynchpin.site.benches.processes.LEAVING", 2)
    ready = tmp_path / "ready"  # interrupted while it starts its child, the parent would wait for it
    deaf = "import pathlib, signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN)"
    stubborn = f"{deaf}; pathlib.Path({str(ready)!r}).touch(); time.sleep(60)"
    parent = (
        f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {stubborn!r}], start_new_session=True).wait()"
    )
    with started([sys.executable, "-c", parent]) as child:
        while not ready.exists():
            pass
        below = descendants(child.pid)
        assert interrupt(child) == below
    assert descendants(child.pid) == []


def test_an_address_that_nobody_serves_is_told_when_its_process_ends():
    with started([sys.executable, "-c", "pass"]) as child, pytest.raises(TimeoutError):
        seconds_until(child, free_port(), "/", within=20)


def test_a_started_process_never_sees_where_our_own_data_is(monkeypatch):
    from lynchpin.site.benches.processes import run

    monkeypatch.setenv("DATABASE_URL", "sqlite:///ours")
    told = run(under({"LYNCHPIN_DATA_DIR": "/elsewhere"}, "env"))
    assert "DATABASE_URL" not in told and "LYNCHPIN_DATA_DIR=/elsewhere" in told


def test_a_bench_says_how_fast_the_machine_was(monkeypatch, tmp_path):
    paces = iter((0.5, 0.75))
    monkeypatch.setattr("lynchpin.site.benches.machine.pace", lambda: next(paces))
    monkeypatch.setattr("lynchpin.site.benches.cold.measure", lambda: FOUND)
    target = tmp_path / "measurements.md"
    assert write("cold", target) is True
    assert "took 0.50 s before and 0.75 s after" in kept_sections(target.read_text("utf-8"))["cold"]


def test_a_bench_that_cannot_be_made_leaves_its_section_as_it_was(monkeypatch, tmp_path, capsys):
    def fails():
        raise TimeoutError("/ did not answer")

    monkeypatch.setattr("lynchpin.site.benches.cold.measure", fails)
    target = tmp_path / "measurements.md"
    target.write_text(page({"cold": "measured before"}, BENCHES), "utf-8")
    assert write("cold", target) is False
    assert kept_sections(target.read_text("utf-8"))["cold"] == "measured before"
    assert "not measured" in capsys.readouterr().out


CHECKED = {"import contracts": "Contracts: 10 kept, 0 broken.", "types": "Success: no issues found in 9 source files"}


def test_what_the_checks_found_is_a_section_that_a_second_run_leaves_as_it_is(tmp_path):
    target = tmp_path / "measurements.md"
    keep(target, "demo", "measured before", (HOUSE, *BENCHES))
    found = [_checked(target) for _run in range(2)]
    assert found[0] == found[1]
    for figure in (
        "contracts 10 kept, 0 broken",
        "types of 9 modules",
        "Welsh sentences missing",
        "pages",
        "use cases",
    ):
        assert figure in found[0][HOUSE]
    assert found[0]["demo"] == "measured before" and "Measured on" not in found[0][HOUSE]


def _checked(target):
    keep(target, HOUSE, standing_section(house.measure(CHECKED)), (HOUSE, *BENCHES))
    return kept_sections(target.read_text("utf-8"))


def test_a_house_that_grows_shows_in_its_figures():
    short, long = "def a():\n    pass\n", "def b():\n" + "    pass\n" * 300
    assert house.shape({"a.py": short}) == "median function 2 lines, modules over 250 lines 0"
    assert house.shape({"b.py": long}) == "median function 301 lines, modules over 250 lines 1"


def test_the_figures_count_the_rows_of_the_generated_reference():
    assert house.rows("routes.md") == len(list(routes()))
