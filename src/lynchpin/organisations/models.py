"""Who works with whom, under which role, programme and agreement."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.choices import AgreementKind, OrganisationKind, ReachKind, Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail address, in any letter case."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A way to sign in, and nothing more: name, role and rights belong to `Staff`. Ungoverned, as sign-in writes it."""

    email = models.EmailField(unique=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    last_login = None  # who signed in when is in the access log

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = AccountManager()


def in_force(on: date, start: str = "valid_from", end: str = "valid_to") -> Q:
    """Rows whose dates cover a day; an empty end has not come yet."""
    return Q(**{f"{start}__lte": on}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": on}))


class Organisation(Governed):
    """A council, agency, provider or voluntary body that takes part."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=160)
    name_cy = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class Programme(Governed):
    """A programme or funding stream, dated; `live_from` switches it on in the service, phase by phase."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=160)
    name_cy = models.CharField(max_length=160)
    funder_en = models.CharField(max_length=160)
    funder_cy = models.CharField(max_length=160)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    live_from = models.DateField(null=True)
    successor_key = models.CharField(max_length=40, blank=True)

    objects = SharedQuerySet.as_manager()


class StaffQuerySet(GovernedQuerySet):
    """Colleagues: seen by those whose scope holds a place or an organisation of theirs, and by themselves."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all":
            return self.all()
        mine = Q(pk=actor.staff_id)
        if actor.scope in ("cluster", "zone", "org"):
            held = Reach.unscoped.filter(kind=actor.scope, key__in=actor.reaches(actor.scope))
            return self.filter(mine | Q(pk__in=held.values("staff_id")))
        return self.filter(mine)

    def at_work(self, on: date) -> Self:
        return self.filter(in_force(on, "started_on", "left_on"))


class Staff(Governed):
    """A colleague. `works_percent` is the share of full time; `caseload_limit` is weight in points at full time."""

    reference = models.CharField(max_length=12, unique=True)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, null=True)
    name = models.CharField(max_length=160)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    speaks_welsh = models.BooleanField(default=False)
    works_percent = models.PositiveSmallIntegerField(default=100)
    caseload_limit = models.PositiveSmallIntegerField(default=100)
    started_on = models.DateField()
    left_on = models.DateField(null=True)

    objects = StaffQuerySet.as_manager()


class RoleAssignmentQuerySet(GovernedQuerySet):
    """A person's own assignments, and all of them for those who answer for rights."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" else self.filter(staff_id=actor.staff_id)

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on, "from_on", "to_on"))


class RoleAssignment(Governed):
    """A role held for a time, within a reach: no two are ever added together."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    role = models.CharField(max_length=32, choices=Role.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    granted_by = models.BigIntegerField(null=True)

    objects = RoleAssignmentQuerySet.as_manager()


class Reach(Governed):
    """One cluster, zone or organisation that an assignment covers, by its key."""

    assignment = models.ForeignKey(RoleAssignment, on_delete=models.PROTECT)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    kind = models.CharField(max_length=8, choices=ReachKind.choices)
    key = models.CharField(max_length=40)

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(name="assignment_covers_a_place_once", fields=["assignment", "kind", "key"])
        ]


class SharingAgreement(Governed):
    """What a partner may share, for which purposes, which fields and between which dates. No feed loads without one in force."""

    reference = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=20, choices=AgreementKind.choices)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    feed = models.SlugField(max_length=40)
    purposes = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    legal_basis = models.JSONField(default=list)
    power_to_disclose = models.CharField(max_length=200, blank=True)
    impact_assessment = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    review_on = models.DateField()
    retention_days = models.PositiveSmallIntegerField(default=90)
    signed_at = models.DateTimeField()
    signed_by = models.BigIntegerField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.BigIntegerField(null=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(name="agreement_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(
                name="agreement_revocation_is_whole",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]
