"""What has changed since an earlier run: families that moved between bands, scores, factors and feeds that shifted.

The population stability index is that of credit scoring (N. Siddiqi, Credit Risk Scorecards, Wiley 2006): under .1 stable, from .25
shifted. Of few families it is large by chance alone, so it raises an alert only beyond what chance explains nineteen times in twenty
(B. Yurdakul and J. Naranjo, Journal of Risk Model Validation 14 (2020)): chi-squared with one degree of freedom less than there are
bins, times the sum of 1/n."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from lynchpin_vrp.assure.alerts import ratio_alerts
from lynchpin_vrp.assure.coverage import ALL, ARRIVALS, FACTORS, FEEDS, SCORED
from lynchpin_vrp.assure.measure import Alert, Measure
from lynchpin_vrp.assure.reading import has_table
from lynchpin_vrp.assure.shares import rounded, shares
from lynchpin_vrp.engine import Engine, Step

BEFORE = "earlier_"  # what the tables of the earlier run are called here
SHIFTING, SHIFTED = 0.1, 0.25
CHANCE = 0.05
NOBODY = 0.5  # added to every bin, so that an empty one has a logarithm
FLOORS = {
    "vulnerability": (0.01, 5, 10, 15, 20, 30),
    "resilience": (0.01, 4, 8, 12, 16),
}  # bins; the first holds none at all
RANKS = {"vulnerability": ("green", "amber", "red"), "resilience": ("low", "not_yet_heard", "medium", "high")}


def stability(engine: Engine, as_at: date, as_before: date) -> list[Measure]:
    """From two runs' tables, the earlier one's after the prefix `earlier_`."""
    measures = []
    if _scored(engine):
        engine.take(SAME_FAMILIES)
        measures += [row for axis in FLOORS for row in (*_moved(engine, axis), _scores_shifted(engine, axis))]
        measures += _shifted(engine, "factor_shift", FACTORS, SCORED)
        measures += _feeds(engine, as_at, as_before)
    return [*measures, *_shifted(engine, "feed_coverage_shift", FEEDS, ALL)]


def psi(now: Sequence[int], before: Sequence[int]) -> float:
    """The population stability index of two counts over the same bins."""
    a, b = _smoothed(now), _smoothed(before)
    return sum((x - y) * math.log(x / y) for x, y in zip(a, b, strict=True))


def alert_of(index: float, now: Sequence[int], before: Sequence[int]) -> Alert | None:
    """`shifted` or `shifting`, where chance does not explain it."""
    if not sum(now) or not sum(before):
        return None
    by_chance = _chi_squared(len(now) - 1) * (1 / sum(now) + 1 / sum(before))
    if index < SHIFTING or index <= by_chance:
        return None
    return Alert.SHIFTED if index >= SHIFTED else Alert.SHIFTING


def _chi_squared(degrees: int) -> float:
    from scipy.special import chdtri  # here, since profiling itself need not wait for it

    return float(chdtri(degrees, CHANCE))


def _smoothed(counts: Sequence[int]) -> list[float]:
    whole = sum(counts) + NOBODY * len(counts)
    return [(count + NOBODY) / whole for count in counts]


def _index(code: str, part: str, now: Sequence[int], before: Sequence[int]) -> Measure:
    index = psi(now, before)
    least = min(sum(now), sum(before))
    return Measure(code, part, "", "", sum(now), rounded(index), alert=alert_of(index, now, before), least=least)


def _scored(engine: Engine) -> bool:
    return has_table(engine, "scores") and has_table(engine, f"{BEFORE}scores")


# A family is the one of before that held most of its records; ids may differ between runs.
SAME_FAMILIES = Step(
    "find families again",
    ("persons", "families", "earlier_persons", "earlier_families"),
    "same_families",
    """with shared as (select now.family_id, was.family_id as earlier_id, count(*) as records
            from persons as p join families as now using (person_id)
                join earlier_persons as e on e.feed = p.feed and e.record_id = p.record_id
                join earlier_families as was on was.person_id = e.person_id group by all)
        select family_id, earlier_id from shared
        qualify row_number() over (partition by family_id order by records desc, earlier_id) = 1
            and row_number() over (partition by earlier_id order by records desc, family_id) = 1""",
)


def _moved(engine: Engine, axis: str) -> list[Measure]:
    """The share of families whose band went up, down or stayed, by group; `gained` and `lost` where there was or is none."""
    ranks = ", ".join(f"'{band}'" for band in RANKS[axis])
    rows = engine.fetch(
        f"""with beside as (select family_id, list_position([{ranks}], s.{axis}_band) as rank_now,
                    list_position([{ranks}], e.{axis}_band) as rank_before
                from same_families join scores as s using (family_id) join earlier_scores as e on e.family_id = earlier_id),
            told as (select family_id, case when rank_now is null and rank_before is null then 'same' when rank_before is null then 'gained'
                when rank_now is null then 'lost' when rank_now > rank_before then 'up' when rank_now < rank_before then 'down'
                else 'same' end as went from beside),
            counted as (select went, kind, grp, count(*) as families from told join family_groups using (family_id) group by all)
        select *, (sum(families) over (partition by kind, grp))::bigint from counted order by all"""
    )
    return shares(f"moved_{axis}", rows)


def _scores_shifted(engine: Engine, axis: str) -> Measure:
    return _index("score_shift", axis, _binned(engine, axis, ""), _binned(engine, axis, BEFORE))


def _binned(engine: Engine, axis: str, prefix: str) -> list[int]:
    floors = FLOORS[axis]
    bins = " + ".join(f"({axis} >= {floor})::int" for floor in floors)
    found = dict(
        engine.fetch(f"select {bins} as bin, count(*) from {prefix}scores where {axis} is not null group by bin")
    )
    return [found.get(place, 0) for place in range(len(floors) + 1)]


def _shifted(engine: Engine, code: str, counted: str, of: str) -> list[Measure]:
    """For each factor or feed of either run: the index of having one and having none."""
    now, before = (_counts(engine, counted, of, prefix) for prefix in ("", BEFORE))
    return [
        _index(code, part, _with_and_without(now, part), _with_and_without(before, part))
        for part in sorted((now.keys() | before.keys()) - {""})
    ]


def _counts(engine: Engine, counted: str, of: str, prefix: str) -> dict[str, int]:
    """Families by part, and all of them under no name."""
    return dict(engine.fetch(counted.format(prefix))) | {"": engine.fetch(of.format(prefix))[0][0]}


def _with_and_without(counts: Mapping[str, int], part: str) -> tuple[int, int]:
    having = counts.get(part, 0)
    return having, counts[""] - having


def _feeds(engine: Engine, as_at: date, as_before: date) -> list[Measure]:
    """How much later each feed of both runs is than it was, and how many more rows it has."""
    before = {feed: (rows, newest) for feed, rows, newest in engine.fetch(ARRIVALS.format(BEFORE))}
    measures = []
    for feed, rows, newest in engine.fetch(ARRIVALS.format("")):
        rows_before, newest_before = before.get(feed, (0, None))
        if newest and newest_before:
            later = (as_at - newest).days - (as_before - newest_before).days
            measures.append(Measure("feed_lateness_change", feed, "", "", rows, later))
        if rows_before:
            measures.append(_volume(feed, rows, rows_before))
    return measures


def _volume(feed: str, rows: int, rows_before: int) -> Measure:
    ratio = rows / rows_before
    raised = Alert.VOLUME if ratio_alerts(ratio) else None
    return Measure("feed_volume", feed, "", "", rows, rounded(ratio), alert=raised, least=min(rows, rows_before))
