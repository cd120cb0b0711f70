"""The families of a resident as far as an actor sees them: who belongs, in which part, and since when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.people.models import FamilyMember, records_of_person
from lynchpin.people.queries.briefs import ResidentBrief, brief


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody's time in a family. `to_on` is None while they belong to it."""

    brief: ResidentBrief
    role: str
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """One family: those who belong to it now, the eldest first, and those who did, the latest first."""

    present: tuple[Member, ...]
    earlier: tuple[Member, ...]

    def others(self, resident_id: int) -> tuple[Member, ...]:
        """Those who belong to it now, without one of them."""
        return tuple(each for each in self.present if each.brief.resident_id != resident_id)


def families_of(actor: Actor, resident_id: int) -> tuple[FamilyFacts, ...]:
    """Families that a resident belongs to now, the longest standing first; whoever is out of sight is missing."""
    memberships = FamilyMember.objects.visible_to(actor)
    theirs = memberships.filter(resident_id__in=records_of_person(actor, resident_id), to_on__isnull=True)
    rows = list(memberships.filter(family_id__in=theirs.values("family_id")).order_by("family_id", "from_on", "pk"))
    people = brief(actor, {row.resident_id for row in rows})
    found: dict[int, list[Member]] = defaultdict(list)
    for row in rows:
        if row.resident_id in people:
            found[row.family_id].append(Member(people[row.resident_id], row.role, row.from_on, row.to_on))
    return tuple(_family(members) for members in found.values())


def _family(members: list[Member]) -> FamilyFacts:
    """Each person once: two records that are one person are one member."""
    present = {each.brief.resident_id: each for each in members if each.to_on is None}
    earlier = {each.brief.resident_id: each for each in members if each.to_on is not None}
    eldest_first = sorted(present.values(), key=lambda each: (-(each.brief.age or 0), each.brief.name))
    gone = (each for key, each in earlier.items() if key not in present)
    return FamilyFacts(tuple(eldest_first), tuple(sorted(gone, key=lambda each: (each.from_on, each.brief.name))[::-1]))
