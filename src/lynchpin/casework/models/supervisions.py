"""Supervision: when a colleague and whoever leads them last sat down together, and what they agreed."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.models.cases import Case, cases_in_sight
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Reach, RoleAssignment, Staff, in_force

# Who supervises whom: nobody sees the supervision of somebody whom they do not lead.
SUPERVISES = {Role.LEAD_WORKER.value: Role.ENGAGEMENT_WORKER.value, Role.CLUSTER_MANAGER.value: Role.LEAD_WORKER.value}


def supervised_by(actor: Actor) -> Any:
    """Ids of the colleagues whom the actor supervises on their day, as a subquery."""
    led = RoleAssignment.objects.visible_to(actor).in_force(actor.on).filter(role=SUPERVISES.get(actor.role, ""))
    here = Reach.objects.filter(kind="cluster", key__in=actor.reaches("cluster"))
    found = here.visible_to(actor).filter(assignment_id__in=led.values("pk")).exclude(staff_id=actor.staff_id)
    return found.values("staff_id")


class SupervisionQuerySet(GovernedQuerySet):
    """One's own, those one held, and those of the colleagues whom one leads today."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.staff_id is None:
            return self.none()
        own = Q(staff_id=actor.staff_id) | Q(supervisor_id=actor.staff_id)
        return self.filter(own | Q(staff_id__in=supervised_by(actor))) if actor.scope == "cluster" else self.filter(own)


class Supervision(Governed):
    """One conversation between a colleague and their supervisor. `next_on` is when the next one is due."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField()
    next_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = SupervisionQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="colleague_has_one_supervision_a_day", fields=["staff", "held_on"]),
            models.CheckConstraint(name="next_supervision_comes_later", condition=Q(next_on__gt=models.F("held_on"))),
        ]


def supervisions_in_sight(actor: Actor) -> Any:
    """Ids of the supervisions in the actor's scope, as a subquery."""
    return actor.remember("casework.supervisions", lambda: Supervision.objects.visible_to(actor).values("pk"))


class SupervisionActionQuerySet(GovernedQuerySet):
    """What was agreed is seen with the supervision, and by whoever has to do it."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.staff_id is None:
            return self.none()
        return self.filter(Q(supervision_id__in=supervisions_in_sight(actor)) | Q(owner_id=actor.staff_id))

    def to_do(self) -> Self:
        return self.filter(done_on__isnull=True)


class SupervisionAction(Governed):
    """Something agreed in a supervision: what, who does it, by when, and when it was done."""

    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT)
    what = models.CharField(max_length=400)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    objects = SupervisionActionQuerySet.as_manager()


class SupervisionTalkQuerySet(GovernedQuerySet):
    """What was said of a case: seen with the supervision by whoever sees the case too, where notes (F3) are granted."""

    def in_scope(self, actor: Actor) -> Self:
        if not actor.shows("F3"):
            return self.none()
        return self.filter(supervision_id__in=supervisions_in_sight(actor), case_id__in=cases_in_sight(actor))


class SupervisionTalk(Governed):
    """A line about one case that was talked about."""

    append_only = True

    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    line = models.CharField(max_length=400)

    objects = SupervisionTalkQuerySet.as_manager()


class SupervisionRhythmQuerySet(SharedQuerySet):
    """Rhythms are public; the one that began last holds."""

    def for_role(self, role: str, on: date) -> Self:
        return self.filter(in_force(on), role=role).order_by("-valid_from", "-pk")


class SupervisionRhythm(Governed):
    """Every how many weeks colleagues of a role have supervision, dated."""

    key = models.SlugField(max_length=60, unique=True)
    role = models.CharField(max_length=32, choices=Role.choices)
    weeks = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SupervisionRhythmQuerySet.as_manager()
