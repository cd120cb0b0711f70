"""Whether many changes, one on another, leave what a full run of the last files gives."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Found, Promise
from lynchpin.site.benches.profile.later import Differences, beside_full, change, delta, refuse_without_delta
from lynchpin.site.benches.profile.races import ours, workspace

RESIDENTS = 6_000
SHARES = (0.03, 0.001, 0.1, 0.01)
SAME = Promise(
    "incremental state = full re-run with the same model, term frequencies and `as_at`",
    "0 clusters, families or scores differ, up to id, over any sequence of inserts, corrections and removals",
)
PROMISES = (SAME,)


def measure(asked: Asked) -> tuple[Found, ...]:
    """As many regions as pairs were asked for, each changed several times and compared after each."""
    refuse_without_delta()
    seeds = range(asked.seed, asked.seed + asked.pairs)
    found = [each for seed in seeds for each in compared(asked.people(RESIDENTS), seed)]
    total = Differences(*(sum(getattr(each, name) for each in found) for name in Differences.__slots__))
    figure = f"{total} in {len(found)} comparisons: {'NOT held' if total.any else 'held'}"
    shares = ", ".join(f"{share:.1%}" for share in SHARES)
    beside = f"{asked.pairs} regions of {asked.people(RESIDENTS):,} people, changes of {shares} in this order; also a property test"
    return (Found(SAME, figure, "", beside),)


def compared(residents: int, seed: int) -> list[Differences]:
    """One region after each of its changes."""
    found = []
    with workspace(residents, seed) as folder:
        ours(folder)
        for turn, share in enumerate(SHARES):
            change(folder, share, seed=turn + 2)
            delta(folder)
            found.append(beside_full(folder, f"whole-{turn}"))
    return found
