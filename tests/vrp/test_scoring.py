"""Points add up exactly, caps and bands fall where they are written, and nothing is netted."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as checked
from hypothesis import strategies as st

from lynchpin_vrp import ROUTES, FeedReport, Refused, ScoringRules, score
from lynchpin_vrp.engine import Engine
from lynchpin_vrp.outputs import OUTPUTS
from tests.vrp.writing import AS_AT, table

RULES = ScoringRules()
FACTS = """family_id varchar, person_id varchar, factor varchar, value varchar, evidence_date date, feed varchar, record_id varchar,
    axis varchar, domain varchar, full_points bigint, decay integer, points bigint"""
DOMAINS = {
    "ED1": ("V", "education", 6),
    "ED3": ("V", "education", 6),
    "ED4": ("V", "education", 3),
    "HO2": ("V", "housing", 6),
    "FA2": ("V", "family", 4),
    "IN1": ("V", "income", 3),
    "PR3": ("P", "education", 3),
    "PR4": ("P", "housing", 6),
    "PR5": ("P", "housing", 3),
}
HEARD = ("PR0", "PR1", "PR2", "PR3")
CARRIED = [("ED1", "school"), ("HO2", "homes"), *((key, "school") for key in HEARD)]

# As it is written, but for the names of persons and families, which are words here.
WRITTEN = re.sub(r"printf\('.%012X', (\w+)\)", r"\1", OUTPUTS["contributions"].sql)


def scored(
    engine, facts, *, rules=RULES, live=("school", "homes"), plan=(), heard=HEARD, carried=CARRIED, families=("F1",)
):
    """Score facts given as (family, person, factor, decay in per cent)."""
    rows = [
        (
            family,
            person,
            key,
            "Y",
            date(2026, 10, 1),
            "school",
            str(at),
            axis,
            domain,
            100 * points,
            decay,
            points * decay,
        )
        for at, (family, person, key, decay) in enumerate(facts)
        for axis, domain, points in [DOMAINS[key]]
    ]
    table(engine, "facts", FACTS, rows)
    table(
        engine,
        "families",
        "family_id varchar, person_id varchar, role varchar",
        [(family, f"P{family}", "child") for family in families],
    )
    table(engine, "people", "person_id varchar, age integer", [(f"P{family}", 10) for family in families])
    table(
        engine,
        "evidence",
        "person_id varchar, open_plan varchar, observed_on date, feed varchar, record_id varchar",
        [(f"P{family}", "Y", AS_AT, "school", "1") for family in plan],
    )
    table(
        engine,
        "factors",
        "key varchar, axis varchar, domain varchar, most integer, youngest integer, oldest integer, any_age boolean",
        [(key, *DOMAINS.get(key, (key[0] if key[0] == "P" else "V", "health", 2)), 0, 120, True) for key, _ in carried],
    )
    table(engine, "carried", "factor varchar, feed varchar", carried)
    observations = [(key, f"P{family}", date(2026, 10, 1)) for family in families for key in heard]
    table(engine, "observations", "factor varchar, person_id varchar, observed_on date", observations)
    engine.fetch(f"create or replace table asked as select date '{AS_AT}' as as_at")
    reports = [FeedReport(name, 1, int(name in live), (), AS_AT, {}) for name in ("school", "homes")]
    engine.take(*score.point_steps(rules), *score.band_steps(rules, reports, AS_AT))
    names = [
        "vulnerability",
        "resilience",
        "vulnerability_band",
        "resilience_band",
        "rag",
        "coverage",
        "route",
        "vulnerability_near_boundary",
    ]
    return {
        row[0]: dict(zip(names, row[1:], strict=True))
        for row in engine.fetch(f"select family_id, {', '.join(names)} from scores")
    }


def rows(engine, kind):
    return engine.fetch(
        f"select factor, domain, points, points_if_removed from ({WRITTEN}) where kind = '{kind}' order by all"
    )


def test_the_same_factor_of_two_children_counts_once_and_says_so(engine):
    found = scored(engine, [("F1", "a", "ED3", 100), ("F1", "b", "ED3", 50)])
    assert found["F1"]["vulnerability"] == 6
    assert rows(engine, "overlap") == [("ED3", "education", Decimal("-3.00"), None)]


def test_a_domain_is_capped_and_the_cap_is_a_row(engine):
    found = scored(engine, [("F1", "a", key, 100) for key in ("ED1", "ED3", "ED4")])
    assert found["F1"]["vulnerability"] == 12
    assert rows(engine, "cap") == [(None, "education", Decimal("-3.00"), None)]


def test_protection_has_its_own_lower_cap_and_never_lowers_vulnerability(engine):
    found = scored(engine, [("F1", "a", "HO2", 100), ("F1", "a", "PR4", 100), ("F1", "a", "PR5", 100)])
    assert (found["F1"]["vulnerability"], found["F1"]["resilience"]) == (6, 8)


def test_points_if_removed_is_the_score_without_that_fact(engine):
    scored(engine, [("F1", "a", "ED1", 100), ("F1", "b", "ED1", 50), ("F1", "a", "HO2", 100)])
    assert [(key, without) for key, _, _, without in rows(engine, "fact")] == [("ED1", 12), ("ED1", 9), ("HO2", 6)]


@pytest.mark.parametrize(
    ("keys", "band", "near"),
    [
        ([], "green", False),
        (["ED1", "ED3"], "green", True),
        (["ED1", "ED3", "IN1"], "amber", True),
        (["ED1", "ED3", "HO2"], "amber", True),
        (["ED1", "ED3", "HO2", "FA2"], "amber", False),
    ],
)
def test_bands_begin_at_their_floor(engine, keys, band, near):
    found = scored(engine, [("F1", "a", key, 100) for key in keys])["F1"]
    assert (found["vulnerability_band"], found["rag"], found["vulnerability_near_boundary"]) == (band, band, near)


def test_red_begins_at_its_floor(engine):
    found = scored(engine, [("F1", "a", key, 100) for key in ("ED1", "HO2")], rules=ScoringRules(amber=6, red=12))
    assert found["F1"]["vulnerability_band"] == "red"


def test_resilience_is_not_yet_heard_until_somebody_told_of_four_protective_factors(engine):
    heard = scored(engine, [])["F1"]
    unheard = scored(engine, [], heard=HEARD[:-1])["F1"]
    assert (heard["resilience_band"], unheard["resilience_band"]) == ("low", "not_yet_heard")


def test_a_family_that_nobody_asked_is_not_yet_heard_though_a_feed_could_have_told(engine):
    assert scored(engine, [], heard=())["F1"]["resilience_band"] == "not_yet_heard"


def test_a_feed_that_is_not_live_lowers_coverage_and_below_three_fifths_there_is_no_band(engine):
    found = scored(engine, [("F1", "a", "HO2", 100)], live=("school",))["F1"]
    assert (found["coverage"], found["vulnerability_band"], found["rag"], found["route"]) == (
        Decimal("0.5"),
        None,
        None,
        "insufficient_data",
    )


def test_an_open_plan_takes_a_family_out_of_scoring(engine):
    found = scored(engine, [("F1", "a", "HO2", 100), ("F2", "b", "HO2", 100)], plan=("F1",), families=("F1", "F2"))
    assert (found["F1"]["vulnerability"], found["F1"]["route"]) == (None, "lead_practitioner")
    assert found["F2"]["vulnerability"] == 6
    assert not engine.fetch("select 1 from contributions where family_id = 'F1'")


def test_not_yet_heard_is_routed_as_medium_and_every_pair_of_bands_has_a_route():
    for band in ("green", "amber", "red"):
        assert ROUTES[band, "not_yet_heard"] == ROUTES[band, "medium"]
    assert len(ROUTES) == 12


def test_bands_that_overlap_are_refused():
    with pytest.raises(Refused, match="bands_out_of_order"):
        ScoringRules(amber=30, red=15)


def reference(facts):
    """DOMAIN 4.5.1 in plain Python: family, axis -> points in hundredths."""
    best = defaultdict(int)
    for family, _, key, decay in facts:
        axis, domain, points = DOMAINS[key]
        best[family, axis, domain, key] = max(best[family, axis, domain, key], points * decay)
    domains = defaultdict(int)
    for (family, axis, domain, _), points in best.items():
        domains[family, axis, domain] += points
    totals = defaultdict(int)
    for (family, axis, _), points in domains.items():
        totals[family, axis] += min(points, 1200 if axis == "V" else 800)
    return totals


FAMILIES = ("F1", "F2", "F3")
fact = st.tuples(
    st.sampled_from(FAMILIES), st.sampled_from("abc"), st.sampled_from(sorted(DOMAINS)), st.sampled_from([100, 50, 25])
)


@given(st.lists(fact, max_size=30))
@checked(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_scores_equal_a_plain_reckoning_and_their_rows_sum_to_them_exactly(facts):
    engine = Engine()
    try:
        found, plain = scored(engine, facts, families=FAMILIES), reference(facts)
        for family in FAMILIES:
            assert 100 * found[family]["vulnerability"] == plain[family, "V"]
            assert 100 * found[family]["resilience"] == plain[family, "P"]
        summed = engine.fetch(f"select family_id, axis, sum(points) from ({WRITTEN}) group by all")
        assert {(family, axis): 100 * points for family, axis, points in summed} == {
            key: total for key, total in plain.items() if total
        }
        for at, (family, _, key, _) in enumerate(facts):
            without = engine.fetch(f"select points_if_removed from ({WRITTEN}) where record_id = ?", [str(at)])[0][0]
            assert 100 * without == reference(facts[:at] + facts[at + 1 :])[family, DOMAINS[key][0]]
    finally:
        engine.close()


# what a missing feed could still add


def bounds(engine, family="F1"):
    """(vulnerability, resilience) upper bounds in whole points."""
    names = "vulnerability_upper_bound, resilience_upper_bound"
    return engine.fetch(f"select {names} from scores where family_id = ?", [family])[0]


def test_where_every_feed_is_live_nothing_more_could_come(engine):
    found = scored(engine, [("F1", "a", "ED1", 50)])["F1"]
    assert bounds(engine) == (found["vulnerability"], found["resilience"])


def test_a_missing_feed_could_raise_a_score_by_what_it_carries_and_no_more(engine):
    scored(engine, [("F1", "a", "ED1", 100)], live=("school",), carried=[("ED1", "school"), ("HO2", "homes")])
    assert bounds(engine) == (12, 0), "six seen, and six that housing could tell"


def test_what_a_missing_feed_could_add_is_capped_too(engine):
    carried = [(key, "homes") for key in ("ED1", "ED3", "ED4")]
    scored(engine, [("F1", "a", "ED1", 100)], live=("school",), carried=carried)
    assert bounds(engine) == (12, 0)


def test_what_fades_while_its_feed_is_missing_stands_at_its_full_points_in_the_bound(engine):
    found = scored(engine, [("F1", "a", "ED1", 25)], live=(), carried=[("ED1", "school")])["F1"]
    assert (found["vulnerability"], bounds(engine)[0]) == (Decimal("1.5"), 6)


def test_a_family_that_is_not_scored_has_no_bound(engine):
    scored(engine, [("F1", "a", "ED1", 100)], plan=("F1",), live=())
    assert bounds(engine) == (None, None)


BY_HOMES = {"HO2", "FA2", "PR4"}


@given(st.lists(fact, max_size=20))
@checked(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_score_falls_without_a_bound_that_says_so(facts):
    """Take away all that one feed told: the bound is at least what the score was when the feed was there."""
    engine = Engine()
    carried = [(key, "homes" if key in BY_HOMES else "school") for key in DOMAINS]
    try:
        whole = scored(engine, facts, families=FAMILIES, carried=carried)
        told = [each for each in facts if each[2] not in BY_HOMES]
        less = scored(engine, told, families=FAMILIES, carried=carried, live=("school",))
        for family in FAMILIES:
            v, p = bounds(engine, family)
            assert less[family]["vulnerability"] <= whole[family]["vulnerability"] <= v
            assert less[family]["resilience"] <= whole[family]["resilience"] <= p
    finally:
        engine.close()


@pytest.mark.parametrize(
    "wrong",
    [{"vulnerability_cap": 0}, {"near": -1}, {"least_coverage": 1.2}, {"live_days": -1}, {"least_protective": -1}],
)
def test_rules_that_mean_nothing_are_refused(wrong):
    with pytest.raises(Refused, match="rules_out_of_range"):
        ScoringRules(**wrong)
