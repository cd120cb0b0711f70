"""Who could own a referral, and what is known about approaching somebody: facts for the rules, for a bound actor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import ReferralStatus, TimelineKind
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import end_of_day
from lynchpin.kernel.clock import local_date
from lynchpin.organisations.choices import ReachKind, Role
from lynchpin.organisations.models import Reach, RoleAssignment, Staff, in_force
from lynchpin.people.models import FamilyMember, Involvement, Resident, same_person_as
from lynchpin.places.models import ZoneArea
from lynchpin.safeguarding.queries import outreach_stopped


def owners_for(actor: Actor, resident: Resident) -> rules.Owners:
    """Colleagues at work who could own a referral about this resident."""
    zones = ZoneArea.objects.visible_to(actor).filter(in_force(actor.on), area_id=resident.area_id or "")
    leads = _assigned(actor, Role.LEAD_WORKER)
    return rules.Owners(
        family_lead=_family_lead(actor, resident.pk),
        cluster_leads=_reaching(actor, leads, ReachKind.CLUSTER, [resident.cluster_id or ""]),
        zone_leads=_reaching(actor, leads, ReachKind.ZONE, zones.values("zone_id")),
        centre=_centre(actor),
    )


def standing_of(actor: Actor, resident_id: int, on: date, *, asked: bool) -> rules.Standing:
    """What is known about approaching one resident, over every record of the same person."""
    theirs = Referral.objects.visible_to(actor).filter(resident_id__in=same_person_as(resident_id))
    said_no = theirs.filter(status=ReferralStatus.DECLINED_BY_PERSON, decided_at__isnull=False)
    latest = said_no.order_by("-decided_at").values_list("decided_at", flat=True).first()
    steps = TimelineEntry.objects.visible_to(actor).filter(referral_id__in=theirs.values("pk"))
    tried = steps.filter(kind=TimelineKind.APPROACH, at__gt=end_of_day(on) - rules.APPROACHES_WITHIN)
    return rules.Standing(
        asked=asked,
        no_on=local_date(latest) if latest else None,
        approaches=tried.count(),
        stopped=bool(outreach_stopped([resident_id])),
    )


def already_with(actor: Actor, resident_ids: Iterable[int]) -> list[Involvement]:
    """Open involvements with these residents, the longest first."""
    theirs = Involvement.objects.visible_to(actor).filter(resident_id__in=resident_ids, ended_on__isnull=True)
    return list(theirs.order_by("began_on", "pk"))


def _family_lead(actor: Actor, resident_id: int) -> int | None:
    """Whoever is with the resident, or with someone of the same family, for the longest."""
    members = FamilyMember.objects.visible_to(actor).filter(to_on__isnull=True)
    families = members.filter(resident_id__in=same_person_as(resident_id)).values("family_id")
    people = {resident_id, *members.filter(family_id__in=families).values_list("resident_id", flat=True)}
    at_work = set(Staff.objects.visible_to(actor).at_work(actor.on).values_list("pk", flat=True))
    return next((one.holder_id for one in already_with(actor, people) if one.holder_id in at_work), None)


def _assigned(actor: Actor, role: str) -> Any:
    at_work = Staff.objects.visible_to(actor).at_work(actor.on).values("pk")
    held = RoleAssignment.objects.visible_to(actor).in_force(actor.on)
    return held.filter(role=role, staff_id__in=at_work)


def _reaching(actor: Actor, assignments: Any, kind: str, keys: Any) -> tuple[int, ...]:
    reaches = Reach.objects.visible_to(actor).filter(kind=kind, key__in=keys)
    found = reaches.filter(assignment_id__in=assignments.values("pk"))
    return tuple(found.order_by("staff_id").values_list("staff_id", flat=True))


def _centre(actor: Actor) -> tuple[int, ...]:
    """Colleagues of the central team, whoever is asking first: they have just read it."""
    staff = list(_assigned(actor, Role.CENTRAL_SUPPORT).order_by("staff_id").values_list("staff_id", flat=True))
    return tuple(sorted(staff, key=lambda staff_id: staff_id != actor.staff_id))
