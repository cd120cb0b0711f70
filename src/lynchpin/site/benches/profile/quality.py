"""How close linking and families come to the truth on fresh seeds of a world with twins, namesakes, moves and shared care."""

from __future__ import annotations

from lynchpin.site.benches.profile.finding import Asked, Bounds, Found, NotMeasured, Promise, shares
from lynchpin.site.benches.profile.races import Judged, judged, ours, plain, workspace

RESIDENTS = 30_000
FRESH = 9_000  # seeds from here on are for this bench alone: nothing is tuned to them
PAIRS = Promise("pair F1 on fresh seeds, 30k", "≥ .988", ".993")
CLUSTERS = Promise("cluster F1 on fresh seeds, 30k", "≥ .962", ".978")
CHILDREN = Promise("pair precision of children, same seeds", "≥ .985, within .013 of adults", ".995")
HOUSEHOLDS = Promise("household F1, same seeds", "≥ .965", ".975")
PROMISES = (PAIRS, CLUSTERS, CHILDREN, HOUSEHOLDS)
NEAR_ADULTS = 0.013


def measure(asked: Asked) -> tuple[Found, ...]:
    """Profile as many fresh regions as pairs were asked for; plain Splink links each of them too, where it is at hand."""
    seeds = [FRESH + asked.seed + each for each in range(asked.pairs)]
    both = [linked(asked.people(RESIDENTS), seed) for seed in seeds]
    mine = [each for each, _ in both]
    theirs = [each for _, each in both if each]
    gaps = [each.adult_pair_precision - each.child_pair_precision for each in mine]
    beside = (
        f"seeds {seeds[0]} to {seeds[-1]}, {asked.people(RESIDENTS):,} people each, about {mine[0].records:,} records"
    )
    adults = f"{beside}; children {max(gaps):.4f} below adults at most" + _theirs("child_pair_precision", theirs)
    near = max(gaps) <= NEAR_ADULTS
    return (
        shares(PAIRS, _all("pair_f1", mine), at_least(0.988, 0.993), beside + _theirs("pair_f1", theirs)),
        shares(CLUSTERS, _all("cluster_f1", mine), at_least(0.962, 0.978), beside + _theirs("cluster_f1", theirs)),
        shares(CHILDREN, _all("child_pair_precision", mine), at_least(0.985, 0.995), adults, besides=near),
        shares(HOUSEHOLDS, _all("household_f1", mine), at_least(0.965, 0.975), f"{beside}; {_told(mine)}"),
    )


def linked(residents: int, seed: int) -> tuple[Judged, Judged | None]:
    """One region as we and as plain Splink link it."""
    with workspace(residents, seed) as folder:
        ours(folder)
        try:
            persons = folder / "plain.parquet"
            plain(folder, folder / "plain.json", "--persons", str(persons))
        except NotMeasured:
            return judged(folder), None
        return judged(folder), judged(folder, persons)


def at_least(must: float, aim: float) -> Bounds:
    return Bounds(must, aim, upward=True)


def _all(name: str, found: list[Judged]) -> list[float]:
    return [float(getattr(each, name)) for each in found]


def _told(found: list[Judged]) -> str:
    told = _all("told_household_f1", found)
    return f"of people of whom some record names the home that they have {min(told):.4f} to {max(told):.4f}"


def _theirs(name: str, theirs: list[Judged]) -> str:
    told = _all(name, theirs)
    return f"; plain Splink {min(told):.4f} to {max(told):.4f}" if told else ""
