"""A nation as shards: regions that are grown one by one, each from its own chance, with blocks of numbers of their own.

A region that fits in one shard is grown whole. In a nation some families of each shard lived in a neighbouring one before, so
that records of one person name homes of two. The 190 small areas of the pack stand again in every shard, the first apart with
codes and postcodes that nobody has: no postcode begins with Q, V or X.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from string import ascii_uppercase

from lynchpin_world import packs
from lynchpin_world.growth import grow, homes_of
from lynchpin_world.identifiers import MOST_BLOCKS
from lynchpin_world.numbering import Block
from lynchpin_world.region import Area, Home, Region

SHARD_RESIDENTS = 50_000  # so few that two workers together stay far below 4 GB
MOST_RESIDENTS = MOST_BLOCKS * SHARD_RESIDENTS
NO_POSTCODE_BEGINS = "QVX"


@dataclass(frozen=True, slots=True)
class Shard:
    """One part of a nation of `of` parts; all of it follows from these."""

    nation_seed: int
    block: Block
    residents: int
    of: int

    @property
    def seed(self) -> int | str:
        """What its chance hangs on; of a region that is all one shard, the region's own."""
        return self.nation_seed if self.of == 1 else f"{self.nation_seed}/{self.block.number}"


def shards(residents: int, seed: int, most: int = SHARD_RESIDENTS) -> tuple[Shard, ...]:
    """As few shards of at most `most` as hold all residents, of sizes that differ by one at most.

    Raises `ValueError` for more shards than there are blocks of numbers.
    """
    of = -(-residents // most)
    if of > MOST_BLOCKS:
        raise ValueError(f"more than {MOST_BLOCKS} shards")
    ends = [residents * number // of for number in range(of + 1)]
    return tuple(Shard(seed, Block(number, ends[number]), ends[number + 1] - ends[number], of) for number in range(of))


def grow_shard(shard: Shard, nation: tuple[Shard, ...]) -> Region:
    """The region of one shard, the same whatever is grown before or beside it."""
    elsewhere = [home for neighbour in neighbours(shard, nation) for home in homes(neighbour)]
    return grow(shard.residents, shard.seed, areas(shard.block), block=shard.block, elsewhere=elsewhere)


def neighbours(shard: Shard, nation: tuple[Shard, ...]) -> Iterator[Shard]:
    """The shard before and the one after, in a ring; none when there is no other."""
    beside = {(shard.block.number + step) % shard.of for step in (-1, 1)} - {shard.block.number}
    return (nation[number] for number in sorted(beside))


def homes(shard: Shard) -> list[Home]:
    return homes_of(shard.residents, shard.seed, areas(shard.block), shard.block)


def areas(block: Block) -> tuple[Area, ...]:
    """The pack's small areas as they are called in this block."""
    if not block.number:
        return packs.areas()
    return tuple(
        replace(area, code=f"{area.code}-{block.number:02d}", postcode_district=_district(area, block))
        for area in packs.areas()
    )


def _district(area: Area, block: Block) -> str:
    """CF37 to CF48 of the pack, in letters of the block's own; when the letters are used up, in higher numbers."""
    again, place = divmod(block.number, len(NO_POSTCODE_BEGINS) * len(ascii_uppercase))
    first, second = divmod(place, len(ascii_uppercase))
    number = int(area.postcode_district.lstrip(ascii_uppercase)) + 40 * again
    return f"{NO_POSTCODE_BEGINS[first]}{ascii_uppercase[second]}{number}"
