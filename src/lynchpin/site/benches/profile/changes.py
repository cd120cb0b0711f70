"""What it costs when only a little changed, as a share of S on the files as they then are."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, Promise, ratios, seconds
from lynchpin.site.benches.profile.later import beside_full, change, delta, refuse_without_delta
from lynchpin.site.benches.profile.races import judged, ours, plain, workspace

RESIDENTS = 300_000
ONE_PERCENT = Promise("1 % changed", "≤ 0.15 S", "0.08 S")
ONE_IN_A_THOUSAND = Promise("0.1 % changed", "≤ 0.06 S", "0.04 S")
PROMISES = (ONE_PERCENT, ONE_IN_A_THOUSAND)
SHARES = {ONE_PERCENT: (0.01, Bounds(0.15, 0.08)), ONE_IN_A_THOUSAND: (0.001, Bounds(0.06, 0.04))}


def measure(asked: Asked) -> tuple[Found, ...]:
    """One change on another, each by its delta and by plain Splink in turn; at the end beside a full run."""
    refuse_without_delta()
    return tuple(changed(asked, promise, *found) for promise, found in SHARES.items())


def changed(asked: Asked, promise: Promise, share: float, bounds: Bounds) -> Found:
    residents = asked.people(RESIDENTS)
    with workspace(residents, asked.seed) as folder:
        model = folder / "plain.json"
        ours(folder), plain(folder, model)
        turns = []
        for turn in range(asked.pairs):
            told = change(folder, share, seed=turn + 2)
            turns.append((delta(folder), plain(folder, model)[0]))
        differs, mine = beside_full(folder, "whole"), judged(folder)
    beside = (
        f"{residents:,} people, {mine.records:,} records, {asked.pairs} changes one on another, each like: {told};"
        f" ours {seconds([ran.seconds for ran, _ in turns])}, {max(ran.gigabytes for ran, _ in turns):.1f} GB;"
        f" S {seconds([s for _, s in turns])}; at the end beside a full run: {differs}; {mine}"
    )
    return ratios(promise, [ran.seconds / s for ran, s in turns], bounds, "S", beside, besides=not differs.any)
