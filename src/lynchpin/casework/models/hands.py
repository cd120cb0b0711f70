"""Cases that change hands: transfers that two workers agree on, and closed cases that somebody opened again."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.casework.choices import EndReason, ReopenReason, TransferState
from lynchpin.casework.models.cases import Case, cases_in_sight
from lynchpin.casework.models.loads import OfCaseInSightQuerySet
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Staff
from lynchpin.people.models import Resident, out_of_sight


class TransferQuerySet(GovernedQuerySet):
    """Transfers of the cases that the actor sees, and those from or to them; never of somebody who is out of their sight."""

    def in_scope(self, actor: Actor) -> Self:
        seen = Q(case_id__in=cases_in_sight(actor))
        if actor.staff_id is not None:
            seen |= Q(to_staff_id=actor.staff_id) | Q(from_staff_id=actor.staff_id)
        hidden = out_of_sight(actor)
        return self.filter(seen).exclude(resident_id__in=hidden) if hidden else self.filter(seen)

    def waiting(self) -> Self:
        """Not answered yet, and nothing has come between."""
        return self.filter(state=TransferState.PROPOSED)


class Transfer(Governed):
    """A case that one worker would pass to another. Until the other has taken it on, it stays where it is.

    `answer_by_on` is the day by which an answer is expected; `because` says why it was answered with no, or taken back.
    """

    reference = models.CharField(max_length=12, unique=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    from_staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    to_staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=TransferState.choices, default=TransferState.PROPOSED)
    why = models.CharField(max_length=400)
    because = models.CharField(max_length=400, blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.BigIntegerField()
    answer_by_on = models.DateField()
    settled_on = models.DateField(null=True)
    settled_by = models.BigIntegerField(null=True)

    objects = TransferQuerySet.as_manager()

    def settle(self, state: TransferState, actor: Actor, on: date) -> tuple[str, ...]:
        """Come to an end. Gives the names of the fields to store."""
        self.state, self.settled_on, self.settled_by = state, on, actor.staff_id
        return "state", "settled_on", "settled_by"

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="case_has_one_transfer_waiting", fields=["case"], condition=Q(state=TransferState.PROPOSED)
            ),
            models.CheckConstraint(
                name="settled_transfer_says_when",
                condition=Q(state=TransferState.PROPOSED, settled_on__isnull=True)
                | ~Q(state=TransferState.PROPOSED) & Q(settled_on__isnull=False),
            ),
            models.CheckConstraint(
                name="declined_transfer_says_why", condition=~Q(state=TransferState.DECLINED) | ~Q(because="")
            ),
        ]
        indexes = [models.Index(fields=["to_staff", "state"], name="transfers_to_a_worker")]


class Reopening(Governed):
    """One time that a closed case was opened again by a person, with how it had ended before."""

    append_only = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    reason = models.CharField(max_length=16, choices=ReopenReason.choices)
    because = models.CharField(max_length=400)
    former_end_reason = models.CharField(max_length=16, choices=EndReason.choices)
    former_ended_on = models.DateField()
    reopened_at = models.DateTimeField()
    reopened_by = models.BigIntegerField()

    objects = OfCaseInSightQuerySet.as_manager()
