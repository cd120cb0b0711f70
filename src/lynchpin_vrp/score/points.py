"""Contributions: one row a fact, one for what several facts of a factor say twice, one for what a domain's cap takes off."""

from __future__ import annotations

from lynchpin_vrp.engine import Step
from lynchpin_vrp.score.rules import ScoringRules


def point_steps(rules: ScoringRules) -> tuple[Step, ...]:
    return (EXCLUDED, SCORED_FACTS, BY_FACTOR, _by_domain(rules), TOTALS, CONTRIBUTIONS)


# An open child-protection or care plan hands the family to its own lead practitioner: nothing is scored (DOMAIN 4.5.5).
EXCLUDED = Step(
    "leave out families with an open plan",
    ("evidence", "families", "asked"),
    "excluded",
    """with latest as (select person_id, arg_max(open_plan, (observed_on, feed, record_id)) as open_plan from evidence cross join asked
            where open_plan is not null and coalesce(observed_on <= as_at, true) group by person_id)
        select distinct family_id, 'open_plan' as reason from latest join families using (person_id) where open_plan = 'Y'""",
)

SCORED_FACTS = Step(
    "take the facts of families that may be scored",
    ("facts", "excluded"),
    "scored_facts",
    """select *, row_number() over (partition by family_id, factor
            order by points desc, evidence_date desc, person_id, feed, record_id) as place
        from facts where family_id not in (select family_id from excluded)""",
)

# The most that one member shows counts for the family; `next_best` is what would count without it.
BY_FACTOR = Step(
    "count each factor once a family",
    ("scored_facts",),
    "by_factor",
    """select family_id, axis, domain, factor, max(points) as best, coalesce(max(points) filter (place = 2), 0) as next_best,
            max(points) - sum(points) as overlap
        from scored_facts group by family_id, axis, domain, factor""",
)


def _by_domain(rules: ScoringRules) -> Step:
    return Step(
        "cap each domain",
        ("by_factor",),
        "by_domain",
        f"""select family_id, axis, domain, sum(best) as uncapped, least(sum(best), any_value(cap)) as capped, any_value(cap) as cap
            from (select *, {cap(rules)} as cap from by_factor)
            group by family_id, axis, domain""",
    )


def cap(rules: ScoringRules) -> str:
    """The most that one domain may add to an axis, in hundredths, as SQL over `axis`."""
    return f"case axis when 'V' then {100 * rules.vulnerability_cap} else {100 * rules.protection_cap} end"


TOTALS = Step(
    "add up each axis",
    ("by_domain",),
    "totals",
    "select family_id, axis, sum(capped) as points from by_domain group by family_id, axis",
)

CONTRIBUTIONS = Step(
    "explain every score",
    ("scored_facts", "by_factor", "by_domain", "totals"),
    "contributions",
    """select f.family_id, 'fact' as kind, f.person_id, f.factor, f.axis, f.domain, f.full_points, f.decay, f.points,
            totals.points - d.capped + least(d.cap, d.uncapped - b.best
                + case when f.place = 1 then b.next_best else b.best end) as points_if_removed,
            f.evidence_date, f.feed, f.record_id
        from scored_facts as f join by_factor as b using (family_id, axis, factor)
            join by_domain as d on d.family_id = f.family_id and d.axis = f.axis and d.domain = f.domain
            join totals on totals.family_id = f.family_id and totals.axis = f.axis
        union all select family_id, 'overlap', null, factor, axis, domain, null, null, overlap, null, null, null, null
            from by_factor where overlap != 0
        union all select family_id, 'cap', null, null, axis, domain, null, null, capped - uncapped, null, null, null, null
            from by_domain where capped != uncapped""",
)
