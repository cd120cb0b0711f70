"""A nation's worth of councils in one job, on two cores: whether it comes to its end, how long it takes and how much memory."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, Promise
from lynchpin.site.benches.profile.races import grow, judged, ours, phases

RESIDENTS = 3_100_000
NATION = Promise(
    "3.1M people / 16.7M records on 2 cores (a nation's worth of councils in one job)",
    "runs to the end, measured",
    "≤ 12 min, ≤ 12 GB",
)
PROMISES = (NATION,)
MINUTES = Bounds(must=float("inf"), aim=12)
GIGABYTES = Bounds(must=float("inf"), aim=12)


def measure(asked: Asked) -> tuple[Found, ...]:
    """One run, which trains its model: a second would tell little more and take as long again."""
    residents = asked.people(RESIDENTS)
    with TemporaryDirectory(prefix="bench-profile-") as scratch:
        folder = Path(scratch) / "nation"
        written = grow(folder, residents, asked.seed, "--parquet")
        ran = ours(folder)
        mine, by_phase = judged(folder), phases(folder)
    minutes = ran.seconds / 60
    figure = f"{minutes:.1f} min: {MINUTES.judged(minutes)}; {ran.gigabytes:.1f} GB: {GIGABYTES.judged(ran.gigabytes)}"
    beside = (
        f"{residents:,} people, {mine.records:,} records, its model trained in the run; {mine};"
        f" household F1 {mine.household_f1:.4f}; by phase in seconds: {by_phase};"
        f" the extracts were written in {written.seconds / 60:.1f} min with {written.gigabytes:.1f} GB a process at most"
    )
    return (Found(NATION, figure, "one run", beside),)
