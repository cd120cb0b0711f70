"""Switch digests: a colleague says how often they are told of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices import tellings
from lynchpin.notices.choices import Permission, Verb
from lynchpin.notices.models import DigestSwitch
from lynchpin.organisations.models import Staff


@use_case(Permission.SWITCH_DIGESTS)
def switch_digests(actor: Actor, *, paces: Mapping[str, str], at: datetime) -> int:
    """Keep one's own paces by kind. Gives how many kinds were changed."""
    refuse_if(tellings.why_not_switch(paces, tellings.offered(actor)))
    me = Staff.objects.visible_to(actor).select_for_update().find(pk=actor.staff_id)  # one switching at a time
    kept = {row.kind: row for row in DigestSwitch.objects.visible_to(actor).filter(staff_id=me.pk)}
    changed = [kind for kind, pace in paces.items() if _switch(me, kind, pace, kept.get(kind), at)]
    audit.record(Verb.DIGESTS_SWITCHED, me, kinds=changed)
    return len(changed)


def _switch(me: Staff, kind: str, pace: str, row: DigestSwitch | None, at: datetime) -> bool:
    """Write one switch; nothing is kept for what stays as it is by default."""
    if pace == (row.pace if row else tellings.default_pace(kind)):
        return False
    if row is None:
        DigestSwitch(staff=me, kind=kind, pace=pace, switched_at=at).save()
        return True
    row.pace, row.switched_at, row.told_ids = pace, at, []
    row.store("pace", "switched_at", "told_ids")
    return True
