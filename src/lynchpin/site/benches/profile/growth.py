"""How the time of a whole run grows from a small population to one ten times as large."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, Promise, ratios, seconds
from lynchpin.site.benches.profile.races import judged, ours, workspace

RESIDENTS = 100_000
TIMES = 10
GROWTH = Promise("growth from 100k to 1M people", "≤ 1.15× linear", "linear")
PROMISES = (GROWTH,)
BOUNDS = Bounds(must=1.15, aim=1.0)


def measure(asked: Asked) -> tuple[Found, ...]:
    """Train both models, then run the small and the large in turn."""
    residents = asked.people(RESIDENTS)
    with workspace(residents, asked.seed) as small, workspace(residents * TIMES, asked.seed) as large:
        ours(small), ours(large)
        turns = [(ours(small), ours(large)) for _ in range(asked.pairs)]
        near, far = judged(small), judged(large)
    beside = (
        f"{near.records:,} records {seconds([run.seconds for run, _ in turns])}, {max(run.gigabytes for run, _ in turns):.1f} GB,"
        f" {near}; {far.records:,} records {seconds([run.seconds for _, run in turns])},"
        f" {max(run.gigabytes for _, run in turns):.1f} GB, {far}"
    )
    found = [large.seconds / small.seconds / TIMES for small, large in turns]
    return (ratios(GROWTH, found, BOUNDS, "× linear", beside),)
