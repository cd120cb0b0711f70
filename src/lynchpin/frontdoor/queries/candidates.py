"""Families up for review: two scores with everything they are made of, and never a bare number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Permission
from lynchpin.frontdoor.models import Candidate, Referral
from lynchpin.frontdoor.queries.allowance import ClusterLine, lines
from lynchpin.frontdoor.queries.referrals import REST_OF_COUNTY, names_of
from lynchpin.frontdoor.queries.screening import Likeness, alike_of_each
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.people.queries import Newcomer, possible_duplicates_of_each
from lynchpin.places.names import every_cluster
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.models import FamilyProfile, ProfileRun
from lynchpin.profiles.queries import families
from lynchpin.profiles.queries.contests import families_contested
from lynchpin.profiles.queries.families import Profile, opened

ORDER = {"raised_on": ("raised_at", "pk"), "route": ("suggested_route", "raised_at", "pk")}
MOST_ALIKE = 4


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A family in the list: its bands in words, and no number."""

    subject: Subject
    reference: str
    route: str
    cluster: str
    state: str
    vulnerability_band: str
    resilience_band: str
    raised_on: date
    contested: bool  # a fact about one of them is with its source


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """A page of families, and the lines of the clusters where more wait than can be read or helped now."""

    page: ListPage
    waiting: tuple[ClusterLine, ...]

    @property
    def unmet(self) -> int:
        return sum(each.waiting for each in self.waiting)


@dataclass(frozen=True, slots=True)
class Member:
    """A linked person, and the residents who may be the same."""

    key: str
    name: str
    role: str
    birth_date: date | None
    address: str
    alike: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """Everything that a reviewer has before them."""

    row: CandidateRow
    version: int
    profile: Profile | None  # none once its run was stopped: what suggested the family is no longer shown
    members: tuple[Member, ...]
    why_not: Reason | None
    decision: str
    decision_reason: str
    decided_by: str
    decided_on: date | None
    referral: str


@read(Permission.READ_CANDIDATES)
def candidates(actor: Actor, query: ListQuery, **chosen: Any) -> CandidatePage:
    """A page of families: those up for review, unless states are chosen."""
    seen = Candidate.objects.visible_to(actor)
    found = seen.filter(state__in=chosen.get("state") or [CandidateState.RELEASED])
    if cluster := chosen.get("cluster"):
        outside = cluster == REST_OF_COUNTY
        found = found.filter(cluster_id__isnull=True) if outside else found.filter(cluster_id=cluster)
    order = ORDER.get(query.sort, ORDER["raised_on"])
    ordered = found.order_by(*(f"-{name}" if query.descending else name for name in order))
    rows = list(ordered[query.start : query.stop])
    profiles = FamilyProfile.objects.visible_to(actor).in_bulk([row.profile_id for row in rows])
    named = every_cluster(actor)
    contested = families_contested(actor, [row.family_key for row in rows])
    listed = [_row(row, profiles.get(row.profile_id), named, contested) for row in rows]
    return CandidatePage(ListPage(listed, found.count(), query), tuple(each for each in lines(actor) if each.waiting))


@read(Permission.READ_CANDIDATES)
def candidate(actor: Actor, reference: str) -> CandidateFacts:
    """One family with both scores and everything they are made of, its people and what is missing."""
    found = Candidate.objects.visible_to(actor).find(reference=reference)
    row = FamilyProfile.objects.visible_to(actor).find(pk=found.profile_id)
    run = ProfileRun.objects.visible_to(actor).find(pk=row.run_id)
    profile = opened(actor, row, run) if run.state == RunState.APPROVED else None
    contested = families_contested(actor, [found.family_key])
    return CandidateFacts(
        row=_row(found, row if profile else None, every_cluster(actor), contested),
        version=found.version,
        profile=profile,
        members=_members(actor, profile.members) if profile else (),
        why_not=rules.why_not_decide(found.state),
        decision=found.decision,
        decision_reason=found.decision_reason,
        decided_by=names_of(actor, [found.decided_by]).get(found.decided_by, ""),
        decided_on=local_date(found.decided_at) if found.decided_at else None,
        referral=_referral(actor, found),
    )


def _row(
    found: Candidate, profile: FamilyProfile | None, named: Mapping[str, str], contested: Collection[str]
) -> CandidateRow:
    return CandidateRow(
        subject=Subject("frontdoor.Candidate", found.pk),
        reference=found.reference,
        route=found.suggested_route,
        cluster=named.get(found.cluster_id or "", ""),
        state=found.state,
        vulnerability_band=profile.vulnerability_band if profile else "",
        resilience_band=profile.resilience_band if profile else "",
        raised_on=local_date(found.raised_at),
        contested=found.family_key in contested,
    )


def _referral(actor: Actor, found: Candidate) -> str:
    """The reference of the referral that an agreed family began with."""
    begun = Referral.objects.visible_to(actor).filter(pk=found.referral_id).first() if found.referral_id else None
    return begun.reference if begun else ""


def _members(actor: Actor, people: Sequence[families.Member]) -> tuple[Member, ...]:
    """The family's people, each with whom they may be; searched for all of them together."""
    told = [Newcomer(each.name, each.birth_date, each.postcode) for each in people]
    alike = alike_of_each(actor, possible_duplicates_of_each(actor, told, MOST_ALIKE))
    return tuple(_member(*each) for each in zip(people, alike, strict=True))


def _member(person: families.Member, alike: tuple[Likeness, ...]) -> Member:
    where = ", ".join(filter(None, (person.address, person.postcode)))
    return Member(person.key, person.name, person.role, person.birth_date, where, alike)
