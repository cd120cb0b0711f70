"""Who a referral is given to, and what whoever sent it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from lynchpin.frontdoor.choices import OwnStatus, ReferralStatus, TimelineKind
from lynchpin.frontdoor.rules.moves import ENDS

# step of the timeline -> what it is called to whoever sent the referral; meeting somebody is being in touch too
TOLD_BY: Mapping[str, tuple[OwnStatus, ...]] = MappingProxyType(
    {
        TimelineKind.RECEIVED: (OwnStatus.RECEIVED,),
        TimelineKind.APPROACH: (OwnStatus.CONTACTED,),
        TimelineKind.MET: (OwnStatus.CONTACTED, OwnStatus.STARTED),
        TimelineKind.PROVIDER_ACCEPTED: (OwnStatus.STARTED,),
        TimelineKind.ENDED: (OwnStatus.ENDED,),
        TimelineKind.HELPED: (OwnStatus.ENDED,),
        TimelineKind.ANSWERED: (OwnStatus.ENDED,),
        TimelineKind.PASSED_ON: (OwnStatus.ENDED,),
        TimelineKind.PERSONS_NO: (OwnStatus.ENDED,),
        TimelineKind.OPEN_OFFER: (OwnStatus.ENDED,),
        TimelineKind.VOIDED: (OwnStatus.ENDED,),
    }
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Colleagues who could own a referral, by why: a lead the family has, leads of the cluster, of the zone, the centre."""

    family_lead: int | None = None
    cluster_leads: tuple[int, ...] = ()
    zone_leads: tuple[int, ...] = ()
    centre: tuple[int, ...] = ()


def owner_for(owners: Owners) -> int | None:
    """Routing always finds an owner while anyone is at work: the family's lead, then the cluster's, the zone's, the centre."""
    if owners.family_lead is not None:
        return owners.family_lead
    return next(iter((*owners.cluster_leads, *owners.zone_leads, *owners.centre)), None)


def own_progress(
    steps: Iterable[tuple[str, datetime]], *, may_know: bool, hidden: bool = False
) -> tuple[tuple[OwnStatus, datetime], ...]:
    """What whoever sent a referral is told of its steps, each thing once with its first moment.

    `may_know`: the person agrees that they follow it. `hidden`: the person is out of their sight, so only its coming is told.
    """
    told: dict[OwnStatus, datetime] = {}
    for kind, at in steps:
        for word in TOLD_BY.get(kind, ()):
            if word == OwnStatus.RECEIVED or (may_know and not hidden):
                told.setdefault(word, at)
    return tuple(told.items())


def own_status(
    status: str, progress: Iterable[tuple[OwnStatus, datetime]], *, work_ended: bool, hidden: bool = False
) -> OwnStatus:
    """How far a referral is, in a word for whoever sent it: closed, or the last thing that they are told of it."""
    if hidden:
        return OwnStatus.RECEIVED
    if status in ENDS or (work_ended and status == ReferralStatus.TAKEN_UP):
        return OwnStatus.ENDED
    reached = {word for word, _ in progress} - {OwnStatus.ENDED}
    return next((word for word in reversed(OwnStatus) if word in reached), OwnStatus.RECEIVED)


def parted(name: str) -> tuple[str, str]:
    """A name as told, as forename and surname: the last word is taken for the surname, to be put right by a colleague."""
    first, _, last = name.strip().rpartition(" ")
    return first or last, last if first else ""
