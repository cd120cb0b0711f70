"""Which numbers a part of a nation gives out, so that no two parts ever give the same."""

from dataclasses import dataclass

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of one shard. A region that is all one shard has block 0; `people_before` live in the shards before this one."""

    number: int = 0
    people_before: int = 0

    def serial(self, count: int) -> int:
        """The count-th number of this block, from 1; a block holds a million."""
        return self.number * MILLION + count


FIRST = Block()
