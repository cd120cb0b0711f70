"""Who could own a referral, and what is known about approaching somebody: facts for the rules, for a bound actor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from lynchpin.frontdoor import rules
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.peace import latest_no, tries_at
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import end_of_day
from lynchpin.kernel.clock import local_date
from lynchpin.organisations.choices import ReachKind, Role
from lynchpin.organisations.models import Reach, RoleAssignment, Staff, in_force
from lynchpin.people.models import FamilyMember, Involvement, Resident, records_of_person
from lynchpin.people.queries import on_their_own
from lynchpin.places.models import ZoneArea
from lynchpin.safeguarding.queries import outreach_stopped


def owners_for(actor: Actor, resident: Resident) -> rules.Owners:
    """Colleagues at work who could own a referral about this resident; only the family's lead, when it has one.

    A young person whose record is their own is not sent to anybody who is with the family.
    """
    theirs, familys = _with_them(actor, resident.pk)
    own = bool(on_their_own([resident.pk]))
    if (lead := _lead_among(actor, theirs if own else sorted(theirs + familys, key=_longest))) is not None:
        return rules.Owners(family_lead=lead)
    kept = {one.holder_id for one in familys} if own else set()
    assigned = [each for each in _assigned(actor) if each[1] not in kept]
    reaching = _reaching(actor, [pk for pk, _, role in assigned if role == Role.LEAD_WORKER], resident)
    return rules.Owners(
        cluster_leads=tuple(staff_id for kind, staff_id in reaching if kind == ReachKind.CLUSTER),
        zone_leads=tuple(staff_id for kind, staff_id in reaching if kind == ReachKind.ZONE),
        centre=_asker_first(actor, [staff_id for _, staff_id, role in assigned if role == Role.CENTRAL_SUPPORT]),
    )


def standing_of(actor: Actor, resident_id: int, on: date, *, asked: bool) -> rules.Standing:
    """What is known about approaching one resident, over every record of the same person."""
    latest = latest_no(actor, resident_id)
    return rules.Standing(
        asked=asked,
        no_on=local_date(latest) if latest else None,
        approaches=0 if asked else approaches_of(actor, resident_id, on),
        stopped=bool(outreach_stopped([resident_id])),
    )


def approaches_of(actor: Actor, resident_id: int, on: date) -> int:
    """How often somebody was tried in the six weeks up to a day."""
    since = end_of_day(on) - rules.APPROACHES_WITHIN
    return sum(moment > since for moment in tries_at(actor, resident_id))


def already_with(actor: Actor, resident_ids: Iterable[int]) -> list[Involvement]:
    """Open involvements with these residents, the longest first."""
    theirs = Involvement.objects.visible_to(actor).filter(resident_id__in=resident_ids, ended_on__isnull=True)
    return list(theirs.order_by("began_on", "pk"))


def has_a_case(actor: Actor, resident_id: int) -> bool:
    """Whether somebody works with this very person, under any of their records."""
    found = already_with(actor, records_of_person(actor, resident_id))
    return any(one.room == "casework" for one in found)


def _with_them(actor: Actor, resident_id: int) -> tuple[list[Involvement], list[Involvement]]:
    """Open involvements with a resident, and with the others of the family whose record is not their own."""
    records = records_of_person(actor, resident_id)
    members = FamilyMember.objects.visible_to(actor).filter(to_on__isnull=True)
    families = members.filter(resident_id__in=records).values("family_id")
    relatives = set(members.filter(family_id__in=families).values_list("resident_id", flat=True)) - records
    found = already_with(actor, {*records, *relatives} - on_their_own(relatives))
    theirs = [one for one in found if one.resident_id in records]
    return theirs, [one for one in found if one not in theirs]


def _longest(one: Involvement) -> tuple[date, int]:
    return one.began_on, one.pk


def _lead_among(actor: Actor, found: Sequence[Involvement]) -> int | None:
    """Whoever has been there for the longest and is at work: a lead worker where there is one."""
    holders = [one.holder_id for one in found if one.holder_id]
    at_work = Staff.objects.visible_to(actor).at_work(actor.on).filter(pk__in=holders).values_list("pk", flat=True)
    still_here = set(at_work) if holders else set()
    leads = {staff_id for _, staff_id, role in _assigned(actor) if role == Role.LEAD_WORKER} if still_here else set()
    here = [holder for holder in holders if holder in still_here]
    return min(here, key=lambda holder: holder not in leads, default=None)


def _assigned(actor: Actor) -> list[tuple[int, int, str]]:
    """Assignments (id, colleague, role) of leads and of the central team, of those who are at work."""
    at_work = Staff.objects.visible_to(actor).at_work(actor.on).values("pk")
    held = RoleAssignment.objects.visible_to(actor).in_force(actor.on)
    found = held.filter(role__in=(Role.LEAD_WORKER, Role.CENTRAL_SUPPORT), staff_id__in=at_work)
    return list(found.order_by("staff_id", "pk").values_list("pk", "staff_id", "role"))


def _reaching(actor: Actor, assignment_ids: Sequence[int], resident: Resident) -> list[tuple[str, int]]:
    """(kind of place, colleague) of the assignments that reach the cluster or a zone where the resident lives."""
    zones = ZoneArea.objects.visible_to(actor).filter(in_force(actor.on), area_id=resident.area_id or "")
    there = Q(kind=ReachKind.CLUSTER, key=resident.cluster_id or "")
    there |= Q(kind=ReachKind.ZONE, key__in=zones.values("zone_id"))
    reaches = Reach.objects.visible_to(actor).filter(there, assignment_id__in=assignment_ids)
    return list(reaches.order_by("staff_id", "pk").values_list("kind", "staff_id"))


def _asker_first(actor: Actor, staff_ids: Sequence[int]) -> tuple[int, ...]:
    """Colleagues of the central team, whoever is asking first: they have just read it."""
    return tuple(sorted(staff_ids, key=lambda staff_id: staff_id != actor.staff_id))


def keeper_of(actor: Actor, referral: Referral) -> int | None:
    """Who owns what came back: whoever of the centre last decided about it, while at work; else another of the centre.

    Unscoped: a lead who sends somebody back, or the clock, need not see who works at the centre.
    """
    at_work = Staff.unscoped.at_work(actor.on).values("pk")
    held = RoleAssignment.unscoped.in_force(actor.on).filter(role=Role.CENTRAL_SUPPORT, staff_id__in=at_work)
    centre = held.order_by("staff_id").values_list("staff_id", flat=True)
    return min(centre, key=lambda staff_id: staff_id != referral.decided_by, default=None)
