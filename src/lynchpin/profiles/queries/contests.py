"""Facts that people contest: with whom each is, which are overdue, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Organisation, Staff
from lynchpin.profiles import rules
from lynchpin.profiles.choices import ContestState, Permission, RunState
from lynchpin.profiles.models import Contribution, FactContest, FamilyProfile, Feed, LinkedPerson, ProfileRun
from lynchpin.profiles.queries.families import contested_lines, factor_meaning, factor_name

ORDERS = {"due_on": "due_on", "contested_on": "contested_at"}
WITH_US = (ContestState.OPEN, ContestState.ANSWERED)


@dataclass(frozen=True, slots=True)
class ContestRow:
    """A contest in a list. `days_late` counts from the day the answer was due, 0 while it is not, or once it came."""

    subject: Subject
    reference: str
    person: str
    fact: str
    source: str
    owner: str
    state: str
    contested_on: date
    due_on: date
    days_late: int


@dataclass(frozen=True, slots=True)
class Contest:
    """A contest in full. `meaning` is what it takes to count; `why_not_…` are reasons, None where it may be done."""

    row: ContestRow
    version: int
    profile_id: int
    partner: str
    meaning: str
    birth_date: date | None
    evidence_date: date | None
    claim: str
    words: str
    contested_by: str
    answer: str
    answer_words: str
    answerer: str
    answered_on: date | None
    told_how: str
    told_on: date | None
    next_fact: str
    compared_run: str
    why_not_answer: Reason | None
    why_not_close: Reason | None


@dataclass(frozen=True, slots=True)
class FactToContest:
    """The fact that a person says is wrong, and (reference, name) of the colleagues who may put it to its source."""

    subject: Subject
    profile_id: int
    person: str
    fact: str
    meaning: str
    source: str
    evidence_date: date | None
    due_on: date
    colleagues: tuple[tuple[str, str], ...]
    own_reference: str
    why_not: Reason | None


@read(Permission.READ_CONTESTS)
def contests(actor: Actor, query: ListQuery, *, state: Collection[str] = ()) -> ListPage:
    """Contests that are not over, the first due first, unless other states or another order are asked for."""
    rows = FactContest.objects.visible_to(actor).filter(state__in=list(state) or WITH_US)
    order = ORDERS.get(query.sort, "due_on")
    page = rows.order_by(f"-{order}" if query.descending else order, "pk")[query.start : query.stop]
    return ListPage(_rows(actor, page), rows.count(), query)


@read(Permission.READ_CONTESTS)
def contests_overdue(actor: Actor) -> tuple[ContestRow, ...]:
    """Contests whose source has not answered in time, the longest overdue first."""
    late = FactContest.objects.visible_to(actor).filter(state=ContestState.OPEN, due_on__lt=actor.on)
    return tuple(_rows(actor, late.order_by("due_on", "pk")))


@read(Permission.READ_CONTESTS)
def contest(actor: Actor, reference: str) -> Contest:
    """One contest. Raises `NotFound`."""
    row = FactContest.objects.visible_to(actor).find(reference=reference)
    feed = Feed.objects.visible_to(actor).find(key=row.feed_id)
    names = dict(Staff.objects.visible_to(actor).filter(pk=row.contested_by).values_list("pk", "name"))
    return Contest(
        row=_rows(actor, [row])[0],
        version=row.version,
        profile_id=row.profile_id,
        partner=label(Organisation.objects.visible_to(actor).find(key=feed.partner_id), "name"),
        meaning=factor_meaning(row.factor),
        birth_date=row.birth_date if actor.shows("F1") else None,
        evidence_date=row.evidence_date,
        claim=row.claim,
        words=row.words,
        contested_by=names.get(row.contested_by, ""),
        answer=row.answer,
        answer_words=row.answer_words,
        answerer=row.answerer,
        answered_on=row.answered_on,
        told_how=row.told_how,
        told_on=row.told_on,
        next_fact=row.next_fact,
        compared_run=row.compared_run,
        why_not_answer=rules.why_not_answer_contest(row, answered_on=actor.on, on=actor.on),
        why_not_close=rules.why_not_close_contest(row, told_on=actor.on, on=actor.on),
    )


@read(Permission.CONTEST_FACT)
def fact_to_contest(actor: Actor, line_id: int) -> FactToContest:
    """A line of an approved run, as its source told it. Raises `NotFound`."""
    line = Contribution.objects.visible_to(actor).find(pk=line_id)
    profile = FamilyProfile.objects.visible_to(actor).find(pk=line.profile_id)
    ProfileRun.objects.visible_to(actor).find(pk=profile.run_id, state=RunState.APPROVED)
    people = LinkedPerson.objects.visible_to(actor).filter(profile_id=profile.pk, person_key=line.person_key)
    feeds = Feed.objects.visible_to(actor).filter(key=line.feed)
    at_work = Staff.objects.visible_to(actor).at_work(actor.on).filter(organisation_id=actor.organisation)
    staff = {each.pk: each for each in at_work.order_by("name", "pk")}
    own = staff.get(actor.staff_id or 0)
    return FactToContest(
        subject=Subject("profiles.FamilyProfile", profile.pk),
        profile_id=profile.pk,
        person=next((_named(actor, f"{each.forename} {each.surname}") for each in people), ""),
        fact=factor_name(line.factor) if line.factor else "",
        meaning=factor_meaning(line.factor),
        source=next((label(feed, "name") for feed in feeds), line.feed),
        evidence_date=line.evidence_date,
        due_on=rules.answer_due(actor.on),
        colleagues=tuple((each.reference, each.name) for each in staff.values()),
        own_reference=own.reference if own else "",
        why_not=rules.why_not_contest_fact(line, contested=line.pk in contested_lines(actor, [line])),
    )


def families_contested(actor: Actor, family_keys: Collection[str]) -> frozenset[str]:
    """Those of some families of whom a fact is with its source now; for a bound actor."""
    waiting = FactContest.objects.visible_to(actor).filter(state=ContestState.OPEN, family_key__in=list(family_keys))
    return frozenset(waiting.values_list("family_key", flat=True))


def _rows(actor: Actor, rows: Iterable[FactContest]) -> list[ContestRow]:
    found = list(rows)
    feeds = {feed.key: label(feed, "name") for feed in Feed.objects.visible_to(actor)}
    staff = Staff.objects.visible_to(actor).filter(pk__in=[row.owner_id for row in found])
    names: dict[Any, str] = dict(staff.values_list("pk", "name"))
    return [
        ContestRow(
            subject=Subject("profiles.FactContest", row.pk),
            reference=row.reference,
            person=_named(actor, row.person_name),
            fact=factor_name(row.factor),
            source=feeds.get(row.feed_id, row.feed_id),
            owner=names.get(row.owner_id, ""),
            state=row.state,
            contested_on=local_date(row.contested_at),
            due_on=row.due_on,
            days_late=max(0, (actor.on - row.due_on).days) if row.state == ContestState.OPEN else 0,
        )
        for row in found
    ]


def _named(actor: Actor, name: str) -> str:
    return name.strip() if actor.shows("F1") else ""
