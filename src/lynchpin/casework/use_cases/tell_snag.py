"""Say that something is missing or does not work where one stands."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import snag_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Case, Snag, SnagKind
from lynchpin.framework.models import CoreOfferLine, Definition
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.people.models import Resident


@use_case(Permission.TELL_SNAG)
def tell_snag(
    actor: Actor,
    *,
    kind: str,
    at: datetime,
    reference: str = "",
    cluster: str = "",
    words: str = "",
    group_key: str = "",
    line_key: str = "",
) -> int:
    """Keep it with the area of the case it was met at, or with a cluster. Gives its id. Whose case it was is not kept."""
    if not SnagKind.objects.visible_to(actor).in_force(actor.on).filter(key=kind).exists():
        raise Refused(Reason("snag_kind_unknown"))
    if group_key:
        Definition.objects.visible_to(actor).find(key=group_key)
    if line_key:
        CoreOfferLine.objects.visible_to(actor).find(key=line_key)
    snag = _from_case(actor, reference, words) if reference else _from_cluster(actor, cluster)
    snag.kind_id, snag.words, snag.group_key, snag.line_key = kind, words, group_key, line_key
    snag.told_at, snag.told_by = at, actor.staff_id  # type: ignore[assignment]
    snag.save()
    audit.record(Verb.SNAG_TOLD, snag, kind=kind, cluster=snag.cluster_id or "")
    return snag.pk


def _from_case(actor: Actor, reference: str, words: str) -> Snag:
    """Where the person of a case lives, with no more of them than that."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    person = Resident.objects.visible_to(actor).find(pk=case.resident_id)
    refuse_if(snag_rules.why_not_tell(words, (person.forename, person.surname, person.known_as)))
    return Snag(cluster_id=case.cluster_id, area_id=person.area_id)


def _from_cluster(actor: Actor, cluster: str) -> Snag:
    if cluster not in actor.reaches("cluster"):
        raise Refused(Reason("snag_nowhere"))
    return Snag(cluster_id=cluster)
