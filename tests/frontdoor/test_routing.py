"""Rules of routing: the order they give, and a dry run that says exactly what another rule set would do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import SENTENCES, CandidateState, EditionState, Route
from lynchpin.frontdoor.rules import Changed, Family, RoutingRules

NOON = datetime(2026, 6, 10, 12, tzinfo=UTC)
BANDS = [(v, r) for v in ("green", "amber", "red", "insufficient") for r in ("low", "medium", "high", "not_yet_heard")]
GROUPS = ["CG01", "CG03", "CG08"]
CLUSTERS = ["porth", "taf-west", ""]
MOST_URGENT = [
    "family-conversation",
    "priority",
    "triage",
    "caseload",
]  # the order, said once more and not read from the rules


def rule_sets():
    cells = st.dictionaries(st.sampled_from(BANDS[:12]), st.sampled_from(list(Route.values)))
    return st.builds(RoutingRules, cells, st.lists(st.sampled_from(GROUPS), unique=True).map(tuple))


def regions():
    since = st.none() | st.integers(0, 3).map(lambda days: NOON - timedelta(days=days))
    one = st.tuples(
        st.sampled_from(CLUSTERS),
        st.integers(0, 4),
        st.sampled_from(BANDS),
        st.frozensets(st.sampled_from(GROUPS)),
        since,
        st.booleans(),
    )
    return st.lists(one, max_size=14).map(
        lambda told: [Family(key, c, v, b, g, f"f{key}", s, p) for key, (c, v, b, g, s, p) in enumerate(told)]
    )


def place_of(family, families, ruled):
    """The place of a family, counted by comparing it with each other one: no sorting, and nothing of the code under test."""
    if family.in_peace or ruled.cells.get(family.bands) not in MOST_URGENT:
        return None
    rivals = [
        other
        for other in families
        if other.cluster == family.cluster and not other.in_peace and ruled.cells.get(other.bands) in MOST_URGENT
    ]
    return 1 + sum(stands_before(other, family, ruled) for other in rivals if other is not family)


def stands_before(one, other, ruled):
    """Whether one family stands before another of its cluster."""
    routes = [MOST_URGENT.index(ruled.cells[each.bands]) for each in (one, other)]
    if routes[0] != routes[1]:
        return routes[0] < routes[1]
    for group in ruled.first:
        if (group in one.groups) != (group in other.groups):
            return group in one.groups
        if group in one.groups:
            break
    if one.waiting_since != other.waiting_since:
        if one.waiting_since is None or other.waiting_since is None:
            return one.waiting_since is not None
        return one.waiting_since < other.waiting_since
    if one.vulnerability != other.vulnerability:
        return one.vulnerability > other.vulnerability
    return one.key < other.key


def reckoned(families, now, then, chosen):
    """Added, dropped and moved among the chosen families, one at a time."""
    added = dropped = moved = 0
    for family in families:
        if chosen(family):
            before, after = place_of(family, families, now), place_of(family, families, then)
            added += before is None and after is not None
            dropped += before is not None and after is None
            moved += before is not None and after is not None and before != after
    return Changed(added, dropped, moved)


@settings(max_examples=400, deadline=None)
@given(regions(), rule_sets(), rule_sets())
def test_a_dry_run_equals_a_plain_reckoning_of_every_family(families, now, then):
    found = rules.dry_run(families, now, then)
    assert found.whole == reckoned(families, now, then, lambda _: True)
    for cluster in CLUSTERS:
        wanted = reckoned(families, now, then, lambda each, here=cluster: each.cluster == here)
        assert found.by_cluster.get(cluster, Changed()) == wanted
    for group in (*GROUPS, ""):
        wanted = reckoned(families, now, then, lambda each, key=group: key in each.groups if key else not each.groups)
        assert found.by_group.get(group, Changed()) == wanted


@settings(max_examples=50, deadline=None)
@given(regions(), rule_sets())
def test_rules_that_stay_change_nobody(families, now):
    found = rules.dry_run(families, now, now)
    assert (found.whole, found.by_cluster, found.by_group) == (Changed(), {}, {})


@settings(max_examples=200, deadline=None)
@given(regions(), rule_sets(), st.dictionaries(st.sampled_from(CLUSTERS), st.integers(0, 3)), st.integers(0, 3))
def test_no_cluster_is_given_more_than_it_may_have_and_nobody_overtakes(families, ruled, left, otherwise):
    ordered = rules.suggested(families, ruled)
    out = rules.released((each.family.cluster for each in ordered), left, otherwise)
    for cluster in CLUSTERS:
        here = [yes for each, yes in zip(ordered, out, strict=True) if each.family.cluster == cluster]
        may = left.get(cluster, otherwise)
        assert here == [True] * min(may, len(here)) + [False] * max(0, len(here) - may)


def test_whoever_is_not_heard_yet_is_treated_as_of_medium_resilience():
    whole = rules.whole_matrix({"amber:low": "priority", "amber:medium": "caseload"})
    assert whole["amber:not_yet_heard"] == "caseload"


@pytest.mark.parametrize(
    ("use", "may", "why"),
    [
        (rules.Use(), 5, "waits_for_next_release"),
        (rules.Use(released=2, decided=2), 1, "waits_for_next_release"),
        (rules.Use(decided=5), 0, "waits_for_review_time"),
        (rules.Use(decided=9), 0, "waits_for_review_time"),
        (rules.Use(room=20), 2, "waits_for_next_release"),
        (rules.Use(room=20, released=1, coming=1), 0, "waits_for_room"),
        (rules.Use(room=-40), 0, "waits_for_room"),
    ],
)
def test_a_cluster_may_have_what_time_and_room_both_allow(use, may, why):
    allowance = rules.Allowance(minutes_a_candidate=30, minutes_a_month=150, points_a_case=7)
    assert (rules.may_release(allowance, use), rules.why_waiting(allowance, use).code) == (may, why)
    assert why in SENTENCES


@pytest.mark.parametrize(
    ("table", "states"), [(rules.EDITION_TRANSITIONS, EditionState), (rules.CANDIDATE_TRANSITIONS, CandidateState)]
)
def test_each_state_table_names_every_state(table, states):
    assert set(table) == set(states)
    assert {to for reached in table.values() for to in reached} <= set(states)
