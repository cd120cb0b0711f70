"""Write a digest: what waits for one colleague, in numbers, kept to be sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, Refused
from lynchpin.kernel.use_case import use_case
from lynchpin.notices.choices import Pace, Permission, Verb
from lynchpin.notices.models import Digest, DigestSwitch
from lynchpin.notices.queries.digests import tellings_of
from lynchpin.notices.tellings import Telling, to_tell, week_of
from lynchpin.organisations.models import Account, Staff


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits of one kind: ids that say nothing of anybody, and the address of the page where it is done."""

    ids: frozenset[int]
    address: str


@use_case(Permission.WRITE_DIGEST)
def write_digest(actor: Actor, *, staff_id: int, found: Mapping[str, Waiting], at: datetime) -> str:
    """Keep one message to one colleague. Gives its reference.

    What is due is judged again behind the colleague's lock, so that a second run finds it told. Refused when it is.
    """
    staff = Staff.objects.visible_to(actor).select_for_update().find(pk=staff_id)
    due = tellings_of(actor, [staff.pk], at)[staff.pk]
    told = to_tell(due, {kind: each.ids for kind, each in found.items()})
    if not told:
        raise Refused(Reason("digest_told_already"))
    digest = _digest(staff, told, found, at)
    digest.save()
    _remember(actor, staff, told, found)
    audit.record(Verb.DIGEST_WRITTEN, digest, kinds=[each.kind for each in told])
    return digest.reference


def _digest(staff: Staff, told: Sequence[Telling], found: Mapping[str, Waiting], at: datetime) -> Digest:
    paces = {each.pace for each in told}
    return Digest(
        reference=references.draw("D"),
        staff=staff,
        language=Account.objects.values_list("language", flat=True).get(pk=staff.account_id or 0),
        lines=[[each.kind, len(found[each.kind].ids), found[each.kind].address] for each in told],
        gathers=bool(paces & {Pace.DAILY, Pace.WEEKLY}),
        told_on=local_date(at),
        week_on=week_of(at) if Pace.WEEKLY in paces else None,
        written_at=at,
    )


def _remember(actor: Actor, staff: Staff, told: Sequence[Telling], found: Mapping[str, Waiting]) -> None:
    """What was told at once is not told again; what has been done since is forgotten."""
    at_once = [each.kind for each in told if each.pace == Pace.AT_ONCE]
    for switch in DigestSwitch.objects.visible_to(actor).filter(staff=staff, kind__in=at_once):
        switch.told_ids = sorted(found[switch.kind].ids)
        switch.store("told_ids")
