"""How much of the region the feeds tell of, how late they are, and how common each factor is."""

from __future__ import annotations

from datetime import date

from lynchpin_vrp.assure.measure import Alert, Measure
from lynchpin_vrp.assure.shares import shares
from lynchpin_vrp.engine import Engine

# Families of a run that are scored, and those of them with a fact of each factor; `{0}` is the prefix of that run's tables.
FACTORS = """select factor, count(distinct family_id) as families from {0}facts join {0}scores using (family_id)
    where excluded is null group by factor"""
SCORED = "select count(*) from {0}scores where excluded is null"
FEEDS = """select feed, count(distinct family_id) as families from {0}persons join {0}families using (person_id) group by feed"""
ALL = "select count(distinct family_id) from {0}families"
ARRIVALS = "select feed, rows_accepted, latest_on from {0}arrivals order by feed"


def coverage(engine: Engine) -> list[Measure]:
    return [*_shares(engine, "factor_share", FACTORS, SCORED), *_shares(engine, "feed_coverage", FEEDS, ALL)]


def _shares(engine: Engine, code: str, counted: str, of: str) -> list[Measure]:
    ((whole,),) = engine.fetch(of.format(""))
    rows = engine.fetch(f"select * from ({counted.format('')}) order by 1")
    return shares(code, [(part, "", "", families, whole) for part, families in rows])


def lateness(engine: Engine, as_at: date, live_days: int) -> list[Measure]:
    """Days from each feed's newest row to the run's day; late when the feed no longer counts as live."""
    rows = engine.fetch(ARRIVALS.format(""))
    return [_late(feed, rows_there, (as_at - newest).days, live_days) for feed, rows_there, newest in rows if newest]


def _late(feed: str, rows_there: int, days: int, live_days: int) -> Measure:
    return Measure("feed_lateness", feed, "", "", rows_there, days, alert=Alert.LATE if days > live_days else None)
