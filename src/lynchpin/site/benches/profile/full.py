"""A whole council's worth of records, from files to explained scores, beside plain Splink on the same files."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, Promise, ratios, seconds
from lynchpin.site.benches.profile.races import judged, ours, phases, plain, workspace

RESIDENTS = 300_000
FULL = Promise(
    "full run, 300k people / 1.6M records, from files to explained scores",
    "≤ 1.0 S with cluster F1 at least that of S",
    "≤ 0.6 S",
)
PROMISES = (FULL,)
BOUNDS = Bounds(must=1.0, aim=0.6)


def measure(asked: Asked) -> tuple[Found, ...]:
    """Train both models, then run both in turn."""
    residents = asked.people(RESIDENTS)
    with workspace(residents, asked.seed) as folder:
        model, persons = folder / "plain.json", folder / "plain.parquet"
        first = ours(folder)
        plain(folder, model, "--persons", str(persons))
        turns = [(ours(folder), *plain(folder, model)) for _ in range(asked.pairs)]
        mine, theirs, by_phase = judged(folder), judged(folder, persons), phases(folder)
    beside = (
        f"{residents:,} people, {mine.records:,} records; ours {seconds([run.seconds for run, _, _ in turns])},"
        f" {max(run.gigabytes for run, _, _ in turns):.1f} GB, {mine}; S {seconds([s for _, s, _ in turns])},"
        f" {max(run.gigabytes for _, _, run in turns):.1f} GB, {theirs}; a first run of ours, which trains its model,"
        f" {first.seconds:.1f} s, {first.gigabytes:.1f} GB; the last run by phase in seconds: {by_phase}"
    )
    found = [run.seconds / s for run, s, _ in turns]
    return (ratios(FULL, found, BOUNDS, "S", beside, besides=mine.cluster_f1 >= theirs.cluster_f1),)
