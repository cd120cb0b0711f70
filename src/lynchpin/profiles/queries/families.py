"""Families that a run profiled, with every reason for their two numbers. For reviewers, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language

from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.profiles.choices import Permission, RunState
from lynchpin.profiles.models import Contribution, FamilyProfile, Feed, LinkedPerson, ProfileRun
from lynchpin_vrp import CATALOGUE, Factor

AXES = ("V", "P")


@dataclass(frozen=True, slots=True)
class Member:
    """A linked person: what the files say, which is no more than a proposal."""

    key: str
    name: str
    role: str
    birth_date: date | None
    sex: str
    address: str
    postcode: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a score, in hundredths of a point. `meaning` says in words what was seen; `confidential` stays on this page."""

    kind: str
    factor: str
    name: str
    meaning: str
    domain: str
    member: str
    full_points: int | None
    decay_percent: int | None
    points: int
    points_if_removed: int | None
    evidence_date: date | None
    feed: str
    confidential: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the two numbers, with its lines. `to_next` is how many hundredths part it from the nearest boundary."""

    points: int
    band: str
    near_boundary: bool
    boundary: int | None
    to_next: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """A family as an approved run sees it. The two axes are never netted."""

    id: int
    run: str
    as_at: date
    family_key: str
    cluster_key: str
    area_code: str
    route: str
    vulnerability: Axis
    resilience: Axis
    coverage_percent: int
    feeds_live: int
    feeds_applicable: int
    absent_feeds: tuple[str, ...]
    members: tuple[Member, ...]
    subject: Subject


@dataclass(frozen=True, slots=True)
class ProfileOfRun:
    """What a candidate is made of: whose profile, where, and what is suggested."""

    id: int
    family_key: str
    cluster_key: str
    area_code: str
    vulnerability: int
    vulnerability_band: str
    resilience_band: str
    route: str


@read(Permission.READ_PROFILE)
def family_profile(actor: Actor, profile_id: int) -> Profile:
    """One family of an approved run. Raises `NotFound` for any other, and for whoever may not see scores."""
    approved = ProfileRun.objects.visible_to(actor).filter(state=RunState.APPROVED)
    row = FamilyProfile.objects.visible_to(actor).filter(run_id__in=approved.values("pk")).find(pk=profile_id)
    run = approved.find(pk=row.run_id)
    feeds = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}
    members = _members(actor, row)
    lines = list(_lines(actor, row, feeds, {member.key: member.name for member in members}))
    floors = {"V": ("amber", "red"), "P": ("medium", "high")}
    boundaries = {axis: [run.rules[name] * 100 for name in floors[axis]] for axis in AXES}
    return Profile(
        id=row.pk,
        run=run.reference,
        as_at=run.as_at,
        family_key=row.family_key,
        cluster_key=row.cluster_key,
        area_code=row.area_code,
        route=row.route,
        vulnerability=_axis(row, "vulnerability", boundaries["V"], [line for axis, line in lines if axis == "V"]),
        resilience=_axis(row, "resilience", boundaries["P"], [line for axis, line in lines if axis == "P"]),
        coverage_percent=row.coverage_percent,
        feeds_live=row.feeds_live,
        feeds_applicable=row.feeds_applicable,
        absent_feeds=tuple(feeds.get(key, key) for key in run.absent_feeds),
        members=members,
        subject=Subject("profiles.FamilyProfile", row.pk),
    )


def profiles_of_run(actor: Actor, run_reference: str) -> tuple[ProfileOfRun, ...]:
    """The profiles of an approved run that a bound actor may see, most against them first; none of any other run.

    For what follows an approval, which acts as the service itself: a plain function, with no permission of its own.
    """
    approved = ProfileRun.objects.visible_to(actor).filter(reference=run_reference, state=RunState.APPROVED)
    names = ("pk", *ProfileOfRun.__slots__[1:])
    rows = FamilyProfile.objects.visible_to(actor).filter(run_id__in=approved.values("pk"))
    return tuple(ProfileOfRun(*row) for row in rows.order_by("-vulnerability", "family_key").values_list(*names))


def _axis(row: FamilyProfile, name: str, floors: list[int], lines: list[Line]) -> Axis:
    points, band = getattr(row, name), getattr(row, f"{name}_band")
    nearest = min(floors, key=lambda floor: (abs(points - floor), floor))
    known = band != "not_yet_heard"
    return Axis(
        points=points,
        band=band,
        near_boundary=getattr(row, f"{name}_near_boundary"),
        boundary=nearest if known else None,
        to_next=nearest - points if known else None,
        lines=tuple(lines),
    )


def _members(actor: Actor, row: FamilyProfile) -> tuple[Member, ...]:
    people = LinkedPerson.objects.visible_to(actor).filter(profile_id=row.pk).order_by("role", "birth_date", "pk")
    return tuple(
        Member(
            person.person_key,
            f"{person.forename} {person.surname}".strip() if actor.shows("F1") else "",
            person.role,
            person.birth_date if actor.shows("F1") else None,
            person.sex,
            person.address if actor.shows("F2") else "",
            person.postcode if actor.shows("F2") else "",
        )
        for person in people
    )


def _lines(
    actor: Actor, row: FamilyProfile, feeds: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[tuple[str, Line]]:
    lines = Contribution.objects.visible_to(actor).filter(profile_id=row.pk)
    for line in lines.order_by("pk"):
        factor = factors().get(line.factor)
        yield (
            line.axis,
            Line(
                kind=line.kind,
                factor=line.factor,
                name=_words(factor, "label") or line.factor,
                meaning=_words(factor, "meaning"),
                domain=line.domain,
                member=names.get(line.person_key, ""),
                full_points=line.full_points,
                decay_percent=line.decay_percent,
                points=line.points,
                points_if_removed=line.points_if_removed,
                evidence_date=line.evidence_date,
                feed=feeds.get(line.feed, line.feed),
                confidential=factor is not None and factor.confidential,
            ),
        )


@cache
def factors() -> Mapping[str, Factor]:
    """The catalogue by key."""
    return {factor.key: factor for factor in CATALOGUE}


def factor_name(key: str) -> str:
    """What a factor is called in the active language; its key where the catalogue no longer has it."""
    return _words(factors().get(key), "label") or key


def _words(factor: Factor | None, part: str) -> str:
    """A factor's label or meaning in the active language."""
    if factor is None:
        return ""
    words = getattr(factor, part)
    return words.cy if (get_language() or "").startswith("cy") else words.en
