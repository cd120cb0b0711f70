"""Draw a cluster anew from a day: which small areas belong to it from then on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.places import rules
from lynchpin.places.choices import AreaKind, Permission, Verb
from lynchpin.places.models import Area, Cluster, ClusterArea


@use_case(Permission.DRAW_CLUSTER)
def draw_cluster(actor: Actor, *, key: str, version: int, areas: Sequence[str], on: date) -> str:
    """Let a cluster cover exactly these small areas from a day; what was before keeps its dates. Gives the cluster's key."""
    cluster = Cluster.objects.visible_to(actor).select_for_update().find(key=key, version=version)
    small = Area.objects.visible_to(actor).filter(kind=AreaKind.SMALL_AREA, code__in=areas)
    known = set(small.values_list("code", flat=True))
    held = {str(row.area_id): str(row.cluster_id) for row in _running(actor, on)}
    refuse_if(rules.why_not_draw_cluster(cluster, codes=areas, known=known, held=held, on=on))
    mine = {area for area, holder in held.items() if holder == key}
    left, joined = mine - set(areas), set(areas) - mine
    for row in _running(actor, on).filter(cluster_id=key, area_id__in=left).order_by("pk"):
        row.valid_to = on - timedelta(days=1)
        row.store("valid_to")
    ClusterArea.objects.bulk_create(
        [ClusterArea(cluster_id=key, area_id=code, valid_from=on) for code in sorted(joined)]
    )
    cluster.store()  # moves the version on, so that two people cannot draw one cluster unseen by each other
    audit.record(Verb.CLUSTER_DRAWN, cluster, key=key, on=on, joined=joined, left=left)
    return key


def _running(actor: Actor, on: date) -> QuerySet[ClusterArea]:
    """Memberships that hold on a day or start later."""
    return ClusterArea.objects.visible_to(actor).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
