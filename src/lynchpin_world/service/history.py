"""The history of the service in a region: stories that begin with the seasons and are cut at the world's today."""

from datetime import date, datetime, time, timedelta
from random import Random

from lynchpin_world.region import Region
from lynchpin_world.service.cast import cast
from lynchpin_world.service.events import Event
from lynchpin_world.service.stories import tell
from lynchpin_world.service.working_time import is_working_day

DAYS_A_MONTH = 30.4375
RESIDENTS_A_STORY = 20  # 300 stories for 6,000 residents
GROWTH = (0.5, 1.5)  # the service became known: arrivals at the beginning and at the end, beside the mean of both
# share of a usual month's arrivals: busy when bills and school terms start, quiet in August and December
SEASON = {1: 1.4, 2: 1.2, 3: 1.1, 4: 0.9, 5: 1.0, 6: 1.0, 7: 0.8, 8: 0.6, 9: 1.3, 10: 1.2, 11: 1.1, 12: 0.5}


def history(region: Region, seed: int, months: int = 24) -> list[Event]:
    """Everything that happened in the last `months`, in order of time, none of it after the region's today."""
    rng = Random(f"lynchpin-world/{seed}/history")
    first_day = region.as_at - timedelta(days=round(months * DAYS_A_MONTH))
    leads = cast(region, len(region.people) // RESIDENTS_A_STORY, first_day, rng)
    days = _arrival_days(first_day, region.as_at, len(leads), rng)
    told: list[Event] = []
    for place, (lead, day) in enumerate(zip(leads, days, strict=True), start=1):
        told += tell(f"S{place:05d}", lead, day, rng)
    now = datetime.combine(region.as_at, time())
    return sorted((event for event in told if event.at < now), key=lambda event: (event.at, event.story))


def _arrival_days(first: date, last: date, count: int, rng: Random) -> list[date]:
    """Working days on which stories begin, in order, more of them in the busy months."""
    days = [first + timedelta(days=day) for day in range((last - first).days)]
    working = [day for day in days if is_working_day(day)]
    weights = [SEASON[day.month] * _growth((day - first) / (last - first)) for day in working]
    return sorted(rng.choices(working, weights, k=count))


def _growth(share: float) -> float:
    """How busy the service is when this share, 0 to 1, of the history has passed."""
    begins, ends = GROWTH
    return begins + (ends - begins) * share
