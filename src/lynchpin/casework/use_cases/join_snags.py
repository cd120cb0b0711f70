"""Join what several colleagues told alike, so that it is answered once and each of them hears."""

from __future__ import annotations

from collections.abc import Collection

from lynchpin.casework import snag_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Snag
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.JOIN_SNAGS)
def join_snags(actor: Actor, *, snag_id: int, version: int, others: Collection[int]) -> int:
    """Let others wait with one; what was joined with them before comes along. Gives how many say so now."""
    seen = Snag.objects.visible_to(actor)
    snag = seen.select_for_update().find(pk=snag_id, version=version)
    chosen = list(seen.select_for_update().filter(pk__in=set(others) - {snag_id}).order_by("pk"))
    refuse_if(snag_rules.why_not_join(snag, chosen))
    along = Snag.unscoped.filter(joined_id__in=[other.pk for other in chosen])
    with_them = list(along.select_for_update().order_by("pk"))
    for other in (*chosen, *with_them):
        other.store(*other.join_to(snag))
    snag.store()  # whoever answers on an older page sees first how many it is for
    audit.record(Verb.SNAGS_JOINED, snag, others=[other.pk for other in chosen])
    return 1 + Snag.unscoped.filter(joined=snag).count()
