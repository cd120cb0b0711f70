"""Young people's own records: whoever works with their family sees nothing new of them, unless they work with them too."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Value

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed
from lynchpin.kernel.standing import Slots, StandingQuestion
from lynchpin.organisations.models import Staff
from lynchpin.people.choices import OwnBasis
from lynchpin.people.models.families import FamilyMember
from lynchpin.people.models.persons import same_person
from lynchpin.people.models.residents import (
    NOBODY,
    STAFF,
    AboutResidentQuerySet,
    Resident,
    held_by,
    hiding,
)

OWN = "own"  # beside the kinds of restriction, in one list with them


class OwnRecord(Governed):
    """From a moment on a young person's record is theirs alone, because they are 16 or were judged able to decide it.

    Who judged so, when and why are words of a colleague, never a score. Nothing becomes their own by a birthday alone.
    """

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    basis = models.CharField(max_length=10, choices=OwnBasis.choices)
    agreed_on = models.DateField()
    judged_on = models.DateField(null=True)
    judge = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    able_because = models.CharField(max_length=400, blank=True)
    began_at = models.DateTimeField()
    began_by = models.BigIntegerField(null=True)

    objects = AboutResidentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="resident_has_one_own_record", fields=["resident"]),
            models.CheckConstraint(
                name="own_record_under_16_says_who_judged_and_why",
                condition=Q(basis=OwnBasis.AGE, judged_on__isnull=True, judge__isnull=True, able_because="")
                | Q(basis=OwnBasis.ABLE, judged_on__isnull=False, judge__isnull=False) & ~Q(able_because=""),
            ),
        ]


class SafeContactQuerySet(AboutResidentQuerySet):
    """Answers about safe contact, seen with the resident."""

    def their_own(self) -> Self:
        """Without what was said before a young person's record was their own: others of the family may have said it."""
        later = OwnRecord.unscoped.filter(resident_id=OuterRef("resident_id"), began_at__gt=OuterRef("asked_at"))
        return self.exclude(Exists(later))


HIDING = StandingQuestion(lambda: hiding(STAFF).values_list("pk", "kind", "resident_id"))
HIDING_FROM_THE_HELD = StandingQuestion(
    lambda: hiding(STAFF).values_list("pk", "kind", "resident_id").union(_own_of_families(Slots("held")), all=True)
)


def hidden_marks(actor: Actor) -> list[tuple[int, str, int]]:
    """(id, kind, resident) of every live seal, exclusion and protected address, and of the own records in families that the actor is with.

    One statement, because every page asks it. Whoever is with the young person themselves is kept from nothing.
    """
    staff_id, held = actor.staff_id or NOBODY, held_by(actor)
    found = HIDING_FROM_THE_HELD.rows(staff_id=staff_id, held=held) if held else HIDING.rows(staff_id=staff_id)
    return [mark for mark in found if mark[1] != OWN or mark[2] not in held]


def _own_of_families(held: Any) -> Any:
    """Records that are their young person's own and of whose families somebody is held: found from the few own records."""
    families = FamilyMember.unscoped.filter(resident_id__among=held).values("family_id")
    own = same_person(OwnRecord.unscoped.values("resident_id"))
    young = FamilyMember.unscoped.filter(resident_id__in=own, family_id__in=families)
    return young.annotate(mark=Value(OWN)).values_list("resident_id", "mark", "resident_id")
