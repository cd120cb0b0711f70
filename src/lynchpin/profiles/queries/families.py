"""Families that a run profiled, with every reason for their two numbers. For reviewers, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.translation import get_language

from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.people.queries.protection import protection
from lynchpin.profiles import rules
from lynchpin.profiles.choices import ContestState, Permission, RunState
from lynchpin.profiles.findings import Finding, findings
from lynchpin.profiles.models import Contribution, FactContest, FamilyProfile, Feed, LinkedPerson, ProfileRun
from lynchpin_vrp import CATALOGUE, Factor


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
class Axis:
    """One of the two numbers in hundredths of a point, with what it is made of and where its two upper bands begin.

    `upper_bound` is how high it could be if every feed had come; None where its run did not reckon it.
    """

    points: int
    upper_bound: int | None
    band: str
    near_boundary: bool
    floors: tuple[int, int]
    findings: tuple[Finding, ...]


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
    contestable: frozenset[int]  # lines that may be put to their source in a person's name
    contested: Mapping[int, str]  # lines that are with their source -> the contest


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
    return opened(actor, row, approved.find(pk=row.run_id))


def opened(actor: Actor, row: FamilyProfile, run: ProfileRun) -> Profile:
    """A profile that a bound actor has found, with everything behind it: a plain function, with no permission of its own."""
    feeds = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}
    members = _members(actor, row)
    names = {member.key: member.name for member in members}
    lines = list(Contribution.objects.visible_to(actor).filter(profile_id=row.pk).order_by("pk"))
    hard = findings([line for line in lines if line.axis == "V"], names, feeds)
    strong = findings([line for line in lines if line.axis != "V"], names, feeds)
    return Profile(
        id=row.pk,
        run=run.reference,
        as_at=run.as_at,
        family_key=row.family_key,
        cluster_key=row.cluster_key,
        area_code=row.area_code,
        route=row.route,
        vulnerability=_axis(row, "vulnerability", _floors(run, "amber", "red"), hard),
        resilience=_axis(row, "resilience", _floors(run, "medium", "high"), strong),
        coverage_percent=row.coverage_percent,
        feeds_live=row.feeds_live,
        feeds_applicable=row.feeds_applicable,
        absent_feeds=tuple(feeds.get(key, key) for key in run.absent_feeds),
        members=members,
        subject=Subject("profiles.FamilyProfile", row.pk),
        contestable=frozenset(line.pk for line in lines if not rules.why_not_contest_fact(line, contested=False)),
        contested=contested_lines(actor, lines),
    )


def contested_lines(actor: Actor, lines: Iterable[Contribution]) -> dict[int, str]:
    """Line -> the reference of the contest that it is with its source under; for a bound actor."""
    asked = {(line.person_key, line.factor, line.feed): line.pk for line in lines if line.person_key}
    waiting = FactContest.objects.visible_to(actor).filter(state=ContestState.OPEN)
    rows = waiting.filter(person_key__in={person for person, _factor, _feed in asked})
    found = ((row.person_key, row.factor, row.feed_id, row.reference) for row in rows)
    return {asked[person, fact, feed]: ref for person, fact, feed, ref in found if (person, fact, feed) in asked}


def profiles_of_run(actor: Actor, run_reference: str) -> tuple[ProfileOfRun, ...]:
    """The profiles of an approved run that a bound actor may see, most against them first; none of any other run.

    For what follows an approval, which acts as the service itself: a plain function, with no permission of its own.
    """
    approved = ProfileRun.objects.visible_to(actor).filter(reference=run_reference, state=RunState.APPROVED)
    names = ("pk", *ProfileOfRun.__slots__[1:])
    rows = FamilyProfile.objects.visible_to(actor).filter(run_id__in=approved.values("pk"))
    return tuple(ProfileOfRun(*row) for row in rows.order_by("-vulnerability", "family_key").values_list(*names))


def _axis(row: FamilyProfile, name: str, floors: tuple[int, int], found: tuple[Finding, ...]) -> Axis:
    told = ("", "_upper_bound", "_band", "_near_boundary")
    points, upper_bound, band, near = (getattr(row, f"{name}{part}") for part in told)
    return Axis(points, upper_bound, band, near, floors, found)


def _floors(run: ProfileRun, middle: str, upper: str) -> tuple[int, int]:
    """Where two bands begin, in hundredths of a point."""
    return run.rules[middle] * 100, run.rules[upper] * 100


def _members(actor: Actor, row: FamilyProfile) -> tuple[Member, ...]:
    """The linked persons of a family; nobody's whereabouts where any of them, or their home, is protected."""
    people = list(LinkedPerson.objects.visible_to(actor).filter(profile_id=row.pk).order_by("role", "birth_date", "pk"))
    told = actor.shows("F2") and not _is_protected(actor, people)
    return tuple(
        Member(
            person.person_key,
            f"{person.forename} {person.surname}".strip() if actor.shows("F1") else "",
            person.role,
            person.birth_date if actor.shows("F1") else None,
            person.sex,
            person.address if told else "",
            person.postcode if told else "",
        )
        for person in people
    )


def _is_protected(actor: Actor, people: Iterable[LinkedPerson]) -> bool:
    kept = protection(actor)
    return any(
        kept.covers(
            name=f"{person.forename} {person.surname}",
            birth_date=person.birth_date,
            address=person.address,
            postcode=person.postcode,
        )
        for person in people
    )


@cache
def factors() -> Mapping[str, Factor]:
    """The catalogue by key."""
    return {factor.key: factor for factor in CATALOGUE}


def factor_name(key: str) -> str:
    """What a factor is called in the active language; its key where the catalogue no longer has it."""
    return _words(factors().get(key), "label") or key


def factor_meaning(key: str) -> str:
    """What it takes to count, in the active language; nothing where the catalogue no longer has it."""
    return _words(factors().get(key), "meaning")


def _words(factor: Factor | None, part: str) -> str:
    """A factor's label or meaning in the active language."""
    if factor is None:
        return ""
    words = getattr(factor, part)
    return words.cy if (get_language() or "").startswith("cy") else words.en
