"""Families up for review: two scores with everything they are made of, and never a bare number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from lynchpin.face.context import in_language
from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import CandidateState, Permission
from lynchpin.frontdoor.models import Candidate
from lynchpin.frontdoor.queries.referrals import REST_OF_COUNTY, names_of
from lynchpin.frontdoor.queries.screening import Likeness, alike_of_each
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.people.queries import Newcomer, possible_duplicates_of_each
from lynchpin.profiles.models import Contribution, FamilyProfile, Feed, LinkedPerson, ProfileRun
from lynchpin.profiles.queries import factor_name

ORDER = {"raised_on": ("raised_at", "pk"), "route": ("suggested_route", "raised_at", "pk")}
MOST_ALIKE = 4
HUNDREDTHS = Decimal(100)


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


@dataclass(frozen=True, slots=True)
class CandidatePage:
    """A page of families, and how many more the run suggests than can be read now."""

    page: ListPage
    unmet: int


@dataclass(frozen=True, slots=True)
class Score:
    """One of the two scores, in points, with its band and whether it is within three points of another band."""

    points: Decimal
    band: str
    near_boundary: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a score: what, about whom, since when, from whom, and how many points. The lines add up to the score."""

    axis: str
    kind: str
    domain: str
    factor: str
    name: str
    person: str
    points: Decimal
    evidence_date: date | None
    feed: str


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
    vulnerability: Score
    resilience: Score
    coverage_percent: int
    missing_feeds: tuple[str, ...]
    lines: tuple[Line, ...]
    members: tuple[Member, ...]
    why_not: Reason | None
    decision: str
    decision_reason: str
    decided_by: str


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
    listed = [_row(row, profiles.get(row.profile_id)) for row in rows]
    unmet = seen.filter(state=CandidateState.WITHHELD).count()
    return CandidatePage(ListPage(listed, found.count(), query), unmet)


@read(Permission.READ_CANDIDATES)
def candidate(actor: Actor, reference: str) -> CandidateFacts:
    """One family with both scores, line by line, its people and what is missing."""
    found = Candidate.objects.visible_to(actor).find(reference=reference)
    profile = FamilyProfile.objects.visible_to(actor).find(pk=found.profile_id)
    people = list(LinkedPerson.objects.visible_to(actor).filter(profile_id=profile.pk).order_by("role", "pk"))
    feeds = _feed_names(actor)
    return CandidateFacts(
        row=_row(found, profile),
        version=found.version,
        vulnerability=_score(profile, "vulnerability"),
        resilience=_score(profile, "resilience"),
        coverage_percent=profile.coverage_percent,
        missing_feeds=_missing(actor, profile, feeds),
        lines=tuple(_lines(actor, profile, people, feeds)),
        members=_members(actor, people),
        why_not=rules.why_not_decide(found.state),
        decision=found.decision,
        decision_reason=found.decision_reason,
        decided_by=names_of(actor, [found.decided_by]).get(found.decided_by, ""),
    )


def _row(found: Candidate, profile: FamilyProfile | None) -> CandidateRow:
    return CandidateRow(
        subject=Subject("frontdoor.Candidate", found.pk),
        reference=found.reference,
        route=found.suggested_route,
        cluster=found.cluster_id or "",
        state=found.state,
        vulnerability_band=profile.vulnerability_band if profile else "",
        resilience_band=profile.resilience_band if profile else "",
        raised_on=local_date(found.raised_at),
    )


def _score(profile: FamilyProfile, axis: str) -> Score:
    return Score(
        points=getattr(profile, axis) / HUNDREDTHS,
        band=getattr(profile, f"{axis}_band"),
        near_boundary=getattr(profile, f"{axis}_near_boundary"),
    )


def _feed_names(actor: Actor) -> dict[str, str]:
    rows = Feed.objects.visible_to(actor).order_by("key")
    return {row.key: in_language({"en": row.name_en, "cy": row.name_cy}) for row in rows}


def _missing(actor: Actor, profile: FamilyProfile, feeds: Mapping[str, str]) -> tuple[str, ...]:
    absent = ProfileRun.objects.visible_to(actor).find(pk=profile.run_id).absent_feeds
    return tuple(feeds.get(key, key) for key in absent)


def _lines(
    actor: Actor, profile: FamilyProfile, people: Iterable[LinkedPerson], feeds: Mapping[str, str]
) -> Iterable[Line]:
    names = {person.person_key: person.forename for person in people}
    for each in Contribution.objects.visible_to(actor).filter(profile_id=profile.pk).order_by("axis", "domain", "pk"):
        yield Line(
            axis=each.axis,
            kind=each.kind,
            domain=each.domain,
            factor=each.factor,
            name=factor_name(each.factor) if each.factor else "",
            person=names.get(each.person_key, ""),
            points=each.points / HUNDREDTHS,
            evidence_date=each.evidence_date,
            feed=feeds.get(each.feed, each.feed),
        )


def _members(actor: Actor, people: Sequence[LinkedPerson]) -> tuple[Member, ...]:
    """The family's people, each with whom they may be; searched for all of them together."""
    told = [Newcomer(f"{each.forename} {each.surname}", each.birth_date, each.postcode) for each in people]
    alike = alike_of_each(actor, possible_duplicates_of_each(actor, told, MOST_ALIKE))
    return tuple(_member(*each) for each in zip(people, told, alike, strict=True))


def _member(person: LinkedPerson, told: Newcomer, alike: tuple[Likeness, ...]) -> Member:
    where = ", ".join(filter(None, (person.address, person.postcode)))
    return Member(person.person_key, told.name, person.role, person.birth_date, where, alike)
