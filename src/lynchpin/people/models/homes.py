"""Where people live and lived, and in which area and cluster that is."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import in_force
from lynchpin.people.models.residents import AboutResidentQuerySet, Resident, protected_addresses
from lynchpin.places.models import Area, ClusterArea, PostcodeArea
from lynchpin.places.postcodes import compact


def area_at(area_code: str, postcode: str) -> str:
    """The small area of a home: as given, or else as the table of postcodes says; empty when neither knows."""
    listed = PostcodeArea.unscoped.filter(postcode=compact(postcode)).values_list("area_code", flat=True)
    found = area_code or (listed.first() if postcode else "") or ""
    return found if found and Area.unscoped.filter(code=found).exists() else ""


def cluster_of(area_code: str, on: date) -> str | None:
    """Key of the cluster that an area is in on a day; none for the rest of the county, or when the area is not known."""
    found = ClusterArea.unscoped.filter(in_force(on), area_id=area_code).values_list("cluster_id", flat=True)
    return found.order_by("-valid_from").first() if area_code else None


class HomeQuerySet(GovernedQuerySet):
    """A home is seen through those who live or lived there; one of a protected resident through nobody, family or neighbour."""

    def in_scope(self, actor: Actor) -> Self:
        lived = Residence.objects.visible_to(actor)
        protected = Residence.unscoped.filter(resident_id__in=protected_addresses(actor))
        return self.filter(pk__in=lived.values("home_id")).exclude(pk__in=protected.values("home_id"))


class Home(Governed):
    """A dwelling. A protected address is told by the restriction of those who live there, never here."""

    address = models.CharField(max_length=240)
    postcode = models.CharField(max_length=8, blank=True)
    key = models.CharField(max_length=260, blank=True, db_index=True)
    uprn = models.CharField(max_length=12, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, to_field="code", null=True)

    objects = HomeQuerySet.as_manager()


class Residence(Governed):
    """A resident's time at a home; `second` for a child's other home."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    home = models.ForeignKey(Home, on_delete=models.PROTECT)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    second = models.BooleanField(default=False)

    objects = AboutResidentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="resident_has_one_main_home_at_a_time",
                fields=["resident"],
                condition=Q(to_on__isnull=True, second=False),
            )
        ]
