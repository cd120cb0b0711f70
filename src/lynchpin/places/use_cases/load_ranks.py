"""Load the published ranks of small areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import DeprivationRank
from lynchpin.places.ranks import Rank


@use_case(Permission.LOAD_RANKS)
def load_ranks(actor: Actor, *, ranks: Sequence[Rank]) -> dict[str, int]:
    """Keep each rank by area, edition and domain. Gives counts: added, changed, unchanged."""
    editions = {rank.edition for rank in ranks}
    rows = DeprivationRank.objects.visible_to(actor).filter(edition__in=editions)
    kept = {(row.area_code, row.edition, row.domain): row for row in rows}
    counts = Counter(added=0, changed=0, unchanged=0)
    fresh = []
    for rank in ranks:
        row = kept.get((rank.area_code, rank.edition, rank.domain))
        if row is None:
            fresh.append(_row(rank))
        else:
            counts[_bring_up_to_date(row, rank)] += 1
    DeprivationRank.objects.bulk_create(fresh, batch_size=1000)
    counts["added"] = len(fresh)
    audit.record(Verb.RANKS_LOADED, None, editions=sorted(editions), **dict(counts))
    return dict(counts)


def _row(rank: Rank) -> DeprivationRank:
    return DeprivationRank(
        area_code=rank.area_code, edition=rank.edition, domain=rank.domain, rank=rank.rank, out_of=rank.out_of
    )


def _bring_up_to_date(row: DeprivationRank, rank: Rank) -> str:
    if (row.rank, row.out_of) == (rank.rank, rank.out_of):
        return "unchanged"
    row.rank, row.out_of = rank.rank, rank.out_of
    row.store("rank", "out_of")
    return "changed"
