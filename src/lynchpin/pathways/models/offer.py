"""What was answered of a person that lines of the core offer ask: which groups they belong to, and what comes first."""

from __future__ import annotations

from typing import Self

from django.db import models

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed
from lynchpin.people.models import AboutResidentQuerySet, Resident


class OfferAnswerQuerySet(AboutResidentQuerySet):
    """Answers about a resident in sight, where needs and notes (F3) are granted."""

    def in_scope(self, actor: Actor) -> Self:
        return super().in_scope(actor) if actor.shows("F3") else self.none()


class OfferAnswer(Governed):
    """One answer about one person. `fact` is as in the rules, such as `group.CG01`. The newest holds; earlier ones stay."""

    append_only = True

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    fact = models.CharField(max_length=60)
    answer = models.BooleanField()
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()

    objects = OfferAnswerQuerySet.as_manager()
