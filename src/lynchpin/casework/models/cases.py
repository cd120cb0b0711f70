"""Cases and what happens in them: who walks with whom, what matters, the plan, the contacts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from lynchpin.casework.choices import CaseStatus, Complexity, ContactKind, EndReason, Intensity
from lynchpin.casework.models.absences import covered_workers, is_for_cover
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Programme, Staff
from lynchpin.people.models import READABLE_AFTER_ENDING, Resident, out_of_sight, sight
from lynchpin.places.models import Cluster

OWN_CASELOAD = "alloc"  # the scope that is made of one's own cases
SILENT_AFTER = timedelta(days=14)


def not_heard_since(on: date) -> Q:
    """Cases in which nobody has spoken with the person for too long on a day; counted from the opening when nobody ever has."""
    since = datetime.combine(on - SILENT_AFTER, time.min, LOCAL)
    return Q(last_contact_at__lt=since) | Q(last_contact_at__isnull=True, opened_at__lt=since)


class CaseQuerySet(GovernedQuerySet):
    """All, one's clusters, or one's own caseload (and, for 28 days, what was on it); sealed people's cases are missing.

    Whoever covers for a colleague who is away sees that caseload too, as long as they are away.
    """

    def in_scope(self, actor: Actor) -> Self:
        reached, hidden = self._reached(actor), out_of_sight(actor)
        return reached.exclude(resident_id__in=hidden) if hidden else reached

    def _reached(self, actor: Actor) -> Self:
        match actor.scope:
            case "all":
                return self.all()
            case "cluster":
                led = Q(lead_id=actor.staff_id)  # a lead also holds people from outside every cluster
                mine = led if actor.staff_id is not None else Q()
                return self.filter(Q(cluster_id__in=actor.reaches("cluster")) | mine)
            case "alloc" if actor.staff_id is not None:
                own = self.on_caseload_of(actor.staff_id, actor.on)
                return own | self.lent_to(actor) if is_for_cover(actor) else own
        return self.none()

    def on_caseload_of(self, staff_id: int, on: date) -> Self:
        """One's own, open or closed lately."""
        lately = Q(status=CaseStatus.OPEN) | Q(ended_on__gte=on - READABLE_AFTER_ENDING)
        return self.filter(lately, worker_id=staff_id)

    def lent_to(self, actor: Actor) -> Self:
        """The open ones of those for whom one covers today."""
        return self.open().filter(worker_id__in=covered_workers(actor))

    def open(self) -> Self:
        return self.filter(status=CaseStatus.OPEN)

    def held_by(self, worker_id: int | None) -> Self:
        """On one colleague's caseload; a machine has none."""
        return self.filter(worker_id=worker_id) if worker_id is not None else self.none()

    def waiting(self) -> Self:
        """Open, with a lead but no worker yet."""
        return self.open().filter(worker__isnull=True)

    def silent(self, on: date) -> Self:
        """Open, and nobody has spoken with the person for too long; counted from the opening when nobody ever has."""
        return self.open().annotate(heard_at=Coalesce("last_contact_at", "opened_at")).filter(not_heard_since(on))

    def quietest_first(self) -> Self:
        """Of silent cases: the longest without a word first."""
        return self.order_by("heard_at", "pk")

    def weight(self) -> int:
        """Points in all."""
        return self.aggregate(total=models.Sum("weight"))["total"] or 0


class Case(Governed):
    """A person's work with the service. It always has a lead, who owns it until a worker holds it. `weight` is in points."""

    reference = models.CharField(max_length=12, unique=True)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    referral_reference = models.CharField(max_length=12, blank=True)
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, to_field="key", null=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, to_field="key", null=True)
    lead = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=8, choices=CaseStatus.choices, default=CaseStatus.OPEN)
    complexity = models.CharField(max_length=10, choices=Complexity.choices, default=Complexity.STEADY)
    intensity = models.CharField(max_length=12, choices=Intensity.choices, default=Intensity.FORTNIGHTLY)
    family_size = models.PositiveSmallIntegerField(default=1)
    weight = models.PositiveSmallIntegerField(default=0)
    weight_parts = models.JSONField(default=list)
    weight_edition = models.PositiveSmallIntegerField(default=0)
    stated_reason = models.CharField(max_length=400, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.BigIntegerField(null=True)
    allocated_at = models.DateTimeField(null=True)
    last_contact_at = models.DateTimeField(null=True)
    next_contact_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=16, choices=EndReason.choices, blank=True)
    former_reference = models.CharField(max_length=60, blank=True)

    objects = CaseQuerySet.as_manager()

    def is_silent(self, on: date) -> bool:
        """Whether nobody has spoken with the person for too long on a day, as `not_heard_since` asks of many."""
        since = datetime.combine(on - SILENT_AFTER, time.min, LOCAL)
        return (self.last_contact_at or self.opened_at) < since

    def allocate_to(self, worker: Staff, at: datetime, first_contact_by: date) -> tuple[str, ...]:
        """Put the case on a worker's caseload. Gives the names of the fields to store."""
        self.worker, self.allocated_at, self.next_contact_on = worker, at, first_contact_by
        return "worker", "allocated_at", "next_contact_on"

    def go_on(self, worker_id: int | None, at: datetime, first_contact_by: date) -> tuple[str, ...]:
        """Be open again, with a worker or with the lead alone. Gives the names of the fields to store."""
        self.status, self.ended_on, self.end_reason = CaseStatus.OPEN, None, ""
        self.worker_id, self.allocated_at = worker_id, at if worker_id is not None else None
        self.next_contact_on = first_contact_by
        return "status", "ended_on", "end_reason", "worker_id", "allocated_at", "next_contact_on"

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="case_allocation_is_whole",
                condition=Q(worker__isnull=True, allocated_at__isnull=True)
                | Q(worker__isnull=False, allocated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="closed_case_says_when_and_why",
                condition=Q(status=CaseStatus.OPEN, ended_on__isnull=True, end_reason="")
                | Q(status=CaseStatus.CLOSED, ended_on__isnull=False) & ~Q(end_reason=""),
            ),
            models.UniqueConstraint(
                name="resident_has_one_open_case", fields=["resident"], condition=Q(status=CaseStatus.OPEN)
            ),
            models.UniqueConstraint(
                name="referral_opens_one_case", fields=["referral_reference"], condition=~Q(referral_reference="")
            ),
            models.UniqueConstraint(
                name="former_case_comes_over_once", fields=["former_reference"], condition=~Q(former_reference="")
            ),
        ]
        indexes = [
            models.Index(fields=["worker", "status"], name="cases_of_a_worker"),
            models.Index(fields=["cluster", "status"], name="cases_of_a_cluster"),
        ]


def cases_in_sight(actor: Actor) -> Any:
    """Ids of the cases in the actor's scope, for what belongs to a case: a subquery, or the few of one's own caseload."""
    if actor.scope == OWN_CASELOAD:
        return list(own_cases(actor))
    asked = ("casework.in_sight", is_for_cover(actor), sight(actor))
    return actor.remember(asked, lambda: Case.objects.visible_to(actor).values("pk"))


def own_cases(actor: Actor) -> dict[int, Case]:
    """By id every case in the scope of whoever sees their own caseload, asked once for one page or verb.

    They are few, and a page asks for them, and for what belongs to them, under several permissions: those of cover are
    left out under one that cover does not lend.
    """
    asked = actor.remember("casework.own_cases", lambda: _find_own_and_lent(actor))
    hidden, lent = out_of_sight(actor), is_for_cover(actor)
    mine = (case for case in asked if lent or case.worker_id == actor.staff_id)
    return {case.pk: case for case in mine if case.resident_id not in hidden}


def _find_own_and_lent(actor: Actor) -> list[Case]:
    """Each half by its index."""
    if actor.staff_id is None:
        return []
    own, lent = Case.unscoped.on_caseload_of(actor.staff_id, actor.on), Case.unscoped.lent_to(actor)
    return list(own.union(lent, all=True))


def cases_seen(actor: Actor, **wanted: Collection[Any]) -> list[Case]:
    """The cases in the actor's scope of which each named field is one of these: for a page, which of its own asks only once."""
    if actor.scope != OWN_CASELOAD:
        return list(Case.objects.visible_to(actor).filter(**{f"{name}__in": these for name, these in wanted.items()}))
    mine = own_cases(actor).values()
    return [case for case in mine if all(getattr(case, name) in these for name, these in wanted.items())]


class OfCaseQuerySet(GovernedQuerySet):
    """Parts of a case, seen with it where notes and needs (F3) are granted."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F3"):
            return self.none()
        return self.filter(case_id__in=cases_in_sight(actor))


def _correction_is_whole(name: str) -> models.CheckConstraint:
    never = Q(corrected_at__isnull=True, corrected_by__isnull=True)
    return models.CheckConstraint(
        name=name, condition=never | Q(corrected_at__isnull=False, corrected_by__isnull=False)
    )


class WhatMatters(Governed):
    """A conversation under five headings, in the person's words and language. It records no eligibility decision."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    held_on = models.DateField()
    language = models.CharField(max_length=5)
    strengths = models.TextField(blank=True)
    outcomes = models.TextField()
    circumstances = models.TextField(blank=True)
    barriers = models.TextField(blank=True)
    risks = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    corrected_at = models.DateTimeField(null=True)
    corrected_by = models.BigIntegerField(null=True)

    objects = OfCaseQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [_correction_is_whole("conversation_correction_says_when_and_by_whom")]


class Contact(Governed):
    """A contact: who, what, next. `client_id` is made where it was typed, so that sending it twice keeps it once.

    `made_despite` says why it was made in a way that was not marked safe; it is empty otherwise.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    client_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=12, choices=ContactKind.choices)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    note = models.TextField(blank=True)
    next_step = models.CharField(max_length=400, blank=True)
    goal = models.ForeignKey("casework.Goal", on_delete=models.PROTECT, null=True)
    made_despite = models.CharField(max_length=400, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    corrected_at = models.DateTimeField(null=True)
    corrected_by = models.BigIntegerField(null=True)

    objects = OfCaseQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [_correction_is_whole("contact_correction_says_when_and_by_whom")]
        indexes = [models.Index(fields=["case", "-at"], name="contacts_of_a_case")]
