"""The rules that the pack brings, and on which day they hold."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin.framework.models import CoreOfferLine, EligibilityRule
from lynchpin.framework.queries import rules_in_force, rules_of
from lynchpin.framework.use_cases.load_framework import load_framework

TODAY = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def loaded(world):
    world.framework()


def kinds(world, line: str, on: date = TODAY) -> list[str]:
    return [row.kind for row in rules_in_force(world.worker, on).get(line, [])]


def test_a_line_for_some_ages_and_groups_has_a_rule_for_each(world):
    assert kinds(world, "PV-01") == ["age", "group", "before", "before"]
    assert kinds(world, "PV-26") == ["group", "area"]


def test_an_open_line_has_no_rule_even_where_groups_are_named_as_examples(world):
    assert CoreOfferLine.unscoped.get(key="PV-31").group_keys
    assert kinds(world, "PV-31") == kinds(world, "PV-10") == kinds(world, "PV-09") == []


def test_a_line_for_nobody_stated_says_so(world):
    assert kinds(world, "PV-33") == ["not_stated"]


def test_a_group_that_is_an_age_is_read_from_the_date_of_birth(world):
    group = EligibilityRule.unscoped.get(key="PV-08:group")
    assert group.conditions == [{"fact": "age", "from": 11, "to": 25}]


def test_no_rule_asks_the_fund_of_last_resort_for_a_test_first(world):
    assert kinds(world, "PV-03") == ["group"]


def test_a_rule_holds_between_its_days_only(world):
    row = {"key": "PV-09:area", "line_key": "PV-09", "kind": "area", "conditions": []}
    load_framework(world.system_admin, eligibility_rules=[row | {"valid_from": date(2026, 7, 1)}])
    assert kinds(world, "PV-09") == []
    assert kinds(world, "PV-09", date(2026, 7, 1)) == ["area"]


def test_every_stored_rule_can_be_read_and_asked(world):
    for rows in rules_in_force(world.worker, TODAY).values():
        assert len(rules_of(rows)) == len(rows)
