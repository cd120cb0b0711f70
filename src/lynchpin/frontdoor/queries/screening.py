"""What a colleague needs to screen a referral: whom it may be about, who is with them, and whether anybody may approach them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lynchpin.face.context import in_language
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.owners import already_with
from lynchpin.frontdoor.queries.referrals import ReferralFacts, facts_of, names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.organisations.models import in_force
from lynchpin.people.models import area_at
from lynchpin.people.queries import ResidentBrief, possible_duplicates
from lynchpin.places.choices import AreaKind
from lynchpin.places.models import Area, ClusterArea
from lynchpin.safeguarding.queries import outreach_stopped

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """A resident who may be the person: who is with them now, and whether outreach to them is stopped."""

    resident: ResidentBrief
    holders: tuple[str, ...]
    stopped: bool


@dataclass(frozen=True, slots=True)
class ScreeningFacts:
    """A referral beside those whom it may be about. `areas` are (code, name) of small areas, those in clusters first;
    `area_code` is the one that the postcode told of lies in, where it is known."""

    referral: ReferralFacts
    alike: tuple[Likeness, ...]
    areas: tuple[tuple[str, str], ...]
    forename: str
    surname: str
    area_code: str


@read(Permission.SCREEN_REFERRAL)
def referral_to_screen(actor: Actor, reference: str) -> ScreeningFacts:
    """What was told, and who it may be."""
    found = Referral.objects.visible_to(actor).find(reference=reference)
    told = possible_duplicates(actor, found.told_name, found.told_birth_date, found.told_postcode)[:MOST_SHOWN]
    forename, surname = rules.parted(found.told_name)
    home = area_at("", found.told_postcode)
    return ScreeningFacts(facts_of(actor, found), alike(actor, told), areas(actor), forename, surname, home)


def alike(actor: Actor, residents: Sequence[ResidentBrief]) -> tuple[Likeness, ...]:
    """Residents with who is with them and whether outreach is stopped, in the order given."""
    return alike_of_each(actor, [residents])[0]


def alike_of_each(actor: Actor, groups: Sequence[Sequence[ResidentBrief]]) -> list[tuple[Likeness, ...]]:
    """The same for several groups of residents, by as many statements as for one."""
    ids = {resident.resident_id for group in groups for resident in group}
    involved, stopped = (already_with(actor, ids), outreach_stopped(ids)) if ids else ([], set())
    names = names_of(actor, [one.holder_id for one in involved])
    holders: dict[int, list[str]] = defaultdict(list)
    for one in involved:
        holders[one.resident_id].append(names.get(one.holder_id, ""))
    return [tuple(_likeness(resident, holders, stopped) for resident in group) for group in groups]


def _likeness(resident: ResidentBrief, holders: Mapping[int, list[str]], stopped: set[int]) -> Likeness:
    key = resident.resident_id
    return Likeness(resident, tuple(holders.get(key, ())), key in stopped)


def areas(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Small areas to choose from, those in a cluster first, by name."""
    placed = ClusterArea.objects.visible_to(actor).filter(in_force(actor.on))
    inside = set(placed.values_list("area_id", flat=True))
    rows = Area.objects.visible_to(actor).filter(kind=AreaKind.SMALL_AREA, valid_to__isnull=True)
    named = [(row.code, in_language({"en": row.name_en, "cy": row.name_cy or row.name_en})) for row in rows]
    return tuple(sorted(named, key=lambda area: (area[0] not in inside, area[1])))
