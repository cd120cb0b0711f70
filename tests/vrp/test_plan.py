"""Steps run as soon as what they read is there, two at a time; what nobody reads again is dropped."""

from __future__ import annotations

import importlib
import json

import pytest

from lynchpin_vrp.contract import FeedReport
from lynchpin_vrp.engine import Act, Step
from lynchpin_vrp.outputs import LINK_TABLES, OUTPUTS
from lynchpin_vrp.plan import perform

ONE = Step("count one", (), "one", "select 1 as number")
TWO = Step("count two", ("one",), "two", "select number + 1 as number from one")


def tables(engine):
    return {name for (name,) in engine.fetch("select table_name from duckdb_tables()")}


def test_a_step_waits_for_what_it_reads_even_when_it_is_told_first(engine):
    perform(engine, {"later": (TWO,), "sooner": (ONE,)}, keep=("two",))
    assert engine.fetch("select number from two") == [(2,)]


def test_a_table_is_dropped_when_its_last_reader_has_ended(engine):
    perform(engine, {"count": (ONE, TWO)})
    assert tables(engine) == {"two"}


def test_a_table_stays_while_a_view_of_it_is_still_to_be_read(engine):
    seen = Step("look at one", ("one",), "seen", "select number from one", kept=False)
    late = Step(
        "read what was seen", ("seen", "two"), "late", "select seen.number + two.number as number from seen, two"
    )
    perform(engine, {"count": (ONE, seen, TWO, late)})
    assert engine.fetch("select number from late") == [(3,)]
    assert tables(engine) == {"late"}


def test_what_was_given_is_dropped_after_its_last_reader(engine):
    engine.fetch("create table body as select 1 as number")
    engine.fetch("create view told as select number from body")
    read = Step("read what was told", ("told",), "read", "select number from told")
    perform(engine, {"read": (read,)}, given={"told": {"body"}})
    assert tables(engine) == {"read"}


def test_a_step_that_fails_is_told_and_what_waits_for_it_is_never_begun(engine):
    def fails(_):
        raise ValueError("no")

    begun = []
    broken = Act("fail", ("one",), "broken", fails)
    after = Act("go on", ("broken",), "after", lambda _: begun.append("after"))
    with pytest.raises(ValueError, match="no"):
        perform(engine, {"count": (ONE, broken, after)})
    assert begun == []


def test_steps_that_wait_for_one_another_are_told_instead_of_waited_for(engine):
    hen = Step("hatch", ("egg",), "hen", "select 1 from egg")
    egg = Step("lay", ("hen",), "egg", "select 1 from hen")
    with pytest.raises(ValueError, match="wait for one another"):
        perform(engine, {"farm": (hen, egg)})


def test_the_phases_count_their_own_seconds(engine):
    engine.tick = iter(range(100)).__next__
    perform(engine, {"first": (ONE,), "second": (TWO,)})
    assert engine.seconds == {"first": 1, "second": 1}


def read_by(engine, sql):
    """The names of all tables and views in a query, without those that the query itself defines."""
    told = json.loads(engine.fetch("select json_serialize_sql(?)", [sql])[0][0])
    assert not told["error"], told
    named, own = set(), set()

    def look(node):
        if isinstance(node, dict):
            if node.get("type") == "BASE_TABLE":
                named.add(node["table_name"])
            own.update(entry["key"] for entry in node.get("cte_map", {}).get("map", ()))
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            look(inner)

    look(told["statements"])
    return named - own


def test_every_step_of_a_run_says_which_tables_it_reads(engine, workspace, tmp_path):
    run = importlib.import_module("lynchpin_vrp.run")  # the module: the package offers its function under that name
    reports = [FeedReport(feed.name, 1, 1, (), None, {}) for feed in workspace.feeds]
    plan = run.plan_of(workspace.feeds, reports, workspace.settings, workspace.as_at, LINK_TABLES, tmp_path)
    steps = [step for phase, steps in plan.items() if phase != "write" for step in steps]
    wrong = {step.name for step in steps if isinstance(step, Step) and read_by(engine, step.sql) != set(step.reads)}
    assert not wrong
    assert not {name for name, output in OUTPUTS.items() if read_by(engine, output.sql) != set(output.reads)}
