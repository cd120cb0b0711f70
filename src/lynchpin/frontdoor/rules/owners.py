"""Who a referral is given to, and what whoever sent it is told."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.frontdoor.choices import OwnStatus, ReferralStatus


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


def own_status(status: str, *, work_ended: bool, hidden: bool = False) -> OwnStatus:
    """What whoever sent a referral is told of it. `hidden`: the person is out of their sight, so they learn of no progress."""
    if hidden:
        return OwnStatus.LOOKED_AT
    match status:
        case ReferralStatus.RECEIVED:
            return OwnStatus.RECEIVED
        case ReferralStatus.SCREENING | ReferralStatus.ROUTED:
            return OwnStatus.LOOKED_AT
        case ReferralStatus.TAKEN_UP if not work_ended:
            return OwnStatus.WORKED_WITH
    return OwnStatus.ENDED


def parted(name: str) -> tuple[str, str]:
    """A name as told, as forename and surname: the last word is taken for the surname, to be put right by a colleague."""
    first, _, last = name.strip().rpartition(" ")
    return first or last, last if first else ""
