"""The first run over fifteen feeds of 20,000 residents: the same every time, on a region that is hard for plain Splink."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Found, Promise
from lynchpin.site.benches.profile.races import judged, ours, plain, said, twin, workspace

RESIDENTS = 20_000
FIRST = Promise(
    "one command takes fifteen feeds of 20,000 residents to scored families, on a region so hard that plain Splink scores a"
    " cluster F1 of at most .96 and a child pair precision of at most .98",
    "ours not below plain Splink's, and the same every time",
)
PROMISES = (FIRST,)
HARD = (0.96, 0.98)  # cluster F1 and child pair precision that plain Splink must not pass


def measure(asked: Asked) -> tuple[Found, ...]:
    """Profile the region in two folders, each training its own model, and let plain Splink link it once."""
    with workspace(asked.people(RESIDENTS), asked.seed) as folder:
        other, persons = twin(folder, "again"), folder / "plain.parquet"
        ran = ours(folder)
        same = said(ran)["content_hash"] == said(ours(other))["content_hash"]
        plain(folder, folder / "plain.json", "--persons", str(persons))
        mine, theirs = judged(folder), judged(folder, persons)
    hard = theirs.cluster_f1 <= HARD[0] and theirs.child_pair_precision <= HARD[1]
    held = same and hard and mine.cluster_f1 >= theirs.cluster_f1
    figure = f"{ran.seconds:.1f} s: {'held' if held else 'NOT held'}"
    beside = f"{mine.records:,} records; same content hash twice: {'yes' if same else 'NO'}; ours {mine}; plain Splink {theirs}"
    return (Found(FIRST, figure, "one run", beside),)
