"""Coverage, bands and routes: how far the numbers can be trusted, and what they suggest to the reviewer who decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from lynchpin_vrp.contract import FeedReport
from lynchpin_vrp.engine import Step
from lynchpin_vrp.score.points import cap
from lynchpin_vrp.score.rules import ScoringRules

# DOMAIN 4.5.4, from 2026-09-01. Resilience not yet heard is treated as medium: the first task is to listen.
ROUTES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("green", "low"): "universal_invite",
        ("green", "medium"): "no_action",
        ("green", "high"): "no_action",
        ("green", "not_yet_heard"): "no_action",
        ("amber", "low"): "worker_priority",
        ("amber", "medium"): "worker_caseload",
        ("amber", "high"): "advice_and_invite",
        ("amber", "not_yet_heard"): "worker_caseload",
        ("red", "low"): "contact_family",
        ("red", "medium"): "contact_triage",
        ("red", "high"): "contact_review",
        ("red", "not_yet_heard"): "contact_triage",
    }
)


def band_steps(rules: ScoringRules, reports: Sequence[FeedReport], as_at: date) -> tuple[Step, ...]:
    return (_live(rules, reports, as_at), APPLICABLE, COVERAGE, _possible(rules), ROUTE_TABLE, _judged(rules), SCORES)


def is_live(report: FeedReport, rules: ScoringRules, as_at: date) -> bool:
    """Whether a feed has arrived and its newest row is recent enough; a feed without dates is live when it has rows."""
    fresh = report.latest_on is None or report.latest_on >= as_at - timedelta(days=rules.live_days)
    return report.rows_accepted > 0 and fresh


def _live(rules: ScoringRules, reports: Sequence[FeedReport], as_at: date) -> Step:
    rows = ", ".join(f"('{report.feed}', {str(is_live(report, rules, as_at)).lower()})" for report in reports)
    return Step("see which feeds are live", (), "live", f"select * from (values {rows}) as listed(feed, live)")


# A factor applies to a family when somebody is of its ages; one for any age applies even where no age is known.
APPLICABLE = Step(
    "see which factors and feeds apply to each family",
    ("families", "people", "factors", "carried", "live"),
    "applicable",
    """select distinct family_id, factor, axis, carried.feed, live.live
        from families join people using (person_id) join factors on any_age or people.age between youngest and oldest
            join carried on carried.factor = factors.key join live on live.feed = carried.feed""",
)

COVERAGE = Step(
    "measure coverage",
    ("families", "applicable"),
    "coverage",
    """select family_id, count(distinct feed) filter (live) as feeds_live, count(distinct feed) as feeds_applicable,
            case when feeds_applicable = 0 then 0 else cast(feeds_live / feeds_applicable as decimal(5, 4)) end as coverage,
            count(distinct factor) filter (live and axis = 'P') as protective_knowable
        from (select distinct family_id from families) left join applicable using (family_id) group by family_id""",
)


def _possible(rules: ScoringRules) -> Step:
    """A feed that is not live may yet tell of any factor that it carries, of anybody who may be of its ages: the most there could be."""
    return Step(
        "see how far missing feeds could raise each axis",
        ("families", "people", "factors", "carried", "live", "by_factor"),
        "possible",
        f"""with untold as (select distinct family_id, key as factor, axis, domain, 100 * most as points
                from families join people using (person_id)
                    join factors on any_age or people.age is null or people.age between youngest and oldest
                    join carried on carried.factor = factors.key join live on live.feed = carried.feed where not live.live),
            most as (select family_id, axis, domain, factor, max(points) as points
                from (from untold union all by name select family_id, factor, axis, domain, best as points from by_factor)
                group by family_id, axis, domain, factor),
            capped as (select family_id, axis, least(sum(points), {cap(rules)}) as points from most group by family_id, axis, domain)
            select family_id, axis, sum(points) as points from capped group by family_id, axis""",
    )


ROUTE_TABLE = Step(
    "lay out the routes",
    (),
    "routes",
    "select * from (values "
    + ", ".join(f"('{v}', '{p}', '{route}')" for (v, p), route in ROUTES.items())
    + ") as listed(vulnerability_band, resilience_band, route)",
)


def _near(score: str, floors: tuple[int, int], near: int) -> str:
    return " or ".join(f"abs({score} - {100 * floor}) <= {100 * near}" for floor in floors)


def _judged(rules: ScoringRules) -> Step:
    return Step(
        "judge each family against the bands",
        ("coverage", "totals", "possible", "excluded"),
        "judged",
        f"""with summed as (select coverage.*, excluded.reason as excluded,
                    case when excluded.reason is null then coalesce(v.points, 0) end as v_points,
                    case when excluded.reason is null then coalesce(p.points, 0) end as p_points,
                    case when excluded.reason is null then coalesce(v_most.points, 0) end as v_upper,
                    case when excluded.reason is null then coalesce(p_most.points, 0) end as p_upper
                from coverage left join totals as v on v.family_id = coverage.family_id and v.axis = 'V'
                    left join totals as p on p.family_id = coverage.family_id and p.axis = 'P'
                    left join possible as v_most on v_most.family_id = coverage.family_id and v_most.axis = 'V'
                    left join possible as p_most on p_most.family_id = coverage.family_id and p_most.axis = 'P'
                    left join excluded on excluded.family_id = coverage.family_id)
            select *, excluded is null and coverage >= {rules.least_coverage} as banded,
                case when not banded then null when v_points >= {100 * rules.red} then 'red'
                    when v_points >= {100 * rules.amber} then 'amber' else 'green' end as vulnerability_band,
                case when not banded then null when protective_knowable < {rules.least_protective} then 'not_yet_heard'
                    when p_points >= {100 * rules.high} then 'high'
                    when p_points >= {100 * rules.medium} then 'medium' else 'low' end as resilience_band,
                banded and ({_near("v_points", (rules.amber, rules.red), rules.near)}) as vulnerability_near_boundary,
                banded and resilience_band != 'not_yet_heard'
                    and ({_near("p_points", (rules.medium, rules.high), rules.near)}) as resilience_near_boundary
            from summed""",
    )


SCORES = Step(
    "suggest a route",
    ("judged", "routes"),
    "scores",
    """select family_id, cast(v_points / 100 as decimal(8, 2)) as vulnerability, cast(p_points / 100 as decimal(8, 2)) as resilience,
            cast(v_upper / 100 as decimal(8, 2)) as vulnerability_upper_bound,
            cast(p_upper / 100 as decimal(8, 2)) as resilience_upper_bound,
            vulnerability_band, resilience_band, vulnerability_band as rag, coverage,
            case when excluded is not null then 'lead_practitioner' when not banded then 'insufficient_data' else route end as route,
            excluded, vulnerability_near_boundary, resilience_near_boundary, protective_knowable, feeds_live, feeds_applicable
        from judged left join routes using (vulnerability_band, resilience_band)""",
)
