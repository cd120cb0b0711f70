"""Families, and the numbers by which others know a resident."""

from __future__ import annotations

from typing import Self

from django.db import models

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.people.choices import FamilyRole, IdentifierKind
from lynchpin.people.models.residents import AboutResidentQuerySet, Resident


class Identifier(Governed):
    """A number by which another agency or a former system knows the resident."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    kind = models.CharField(max_length=8, choices=IdentifierKind.choices)
    value = models.CharField(max_length=60)

    objects = AboutResidentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="resident_has_an_identifier_once", fields=["resident", "kind", "value"])
        ]
        indexes = [models.Index(fields=["kind", "value"], name="identifier_by_value")]


class FamilyQuerySet(GovernedQuerySet):
    """A family is seen by whoever sees one of its members."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(pk__in=FamilyMember.objects.visible_to(actor).values("family_id"))


class Family(Governed):
    """A family as the service understands it; its members come and go."""

    reference = models.CharField(max_length=12, unique=True)
    formed_at = models.DateTimeField()

    objects = FamilyQuerySet.as_manager()


class FamilyMember(Governed):
    """A resident's time in a family."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    role = models.CharField(max_length=12, choices=FamilyRole.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    objects = AboutResidentQuerySet.as_manager()
