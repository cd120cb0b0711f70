"""Who works with whom, under which role, programme and agreement."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet, SharedQuerySet
from lynchpin.organisations.choices import AgreementKind, OrganisationKind, ReachKind, RevocationReason, Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by e-mail address, in any letter case."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(email__iexact=username)


class Account(AbstractBaseUser):
    """A way to sign in, and nothing more: name, role and rights belong to `Staff`. Ungoverned, as sign-in writes it.

    `sessions_ended` counts how often all its sessions were ended; a session opened before the last time is dead.
    """

    email = models.EmailField(unique=True)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    sessions_ended = models.PositiveIntegerField(default=0)
    last_login = None  # who signed in when is in the access log

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = AccountManager()

    def get_session_auth_hash(self) -> str:
        """What a session must carry to be this account's; a new password or an ended session changes it."""
        told = f"{super().get_session_auth_hash()}:{self.sessions_ended}"
        return salted_hmac("lynchpin.session", told, algorithm="sha256").hexdigest()


def in_force(on: date, start: str = "valid_from", end: str = "valid_to") -> Q:
    """Rows whose dates cover a day. An empty start is not known and long past; an empty end has not come yet."""
    started = Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__lte": on})
    return started & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": on}))


class Organisation(Governed):
    """A council, agency, provider or voluntary body that takes part."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=160)
    name_cy = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    objects = SharedQuerySet.as_manager()


class Programme(Governed):
    """A programme or funding stream, dated; `live_from` switches it on in the service, phase by phase."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=160)
    name_cy = models.CharField(max_length=160)
    funder_en = models.CharField(max_length=160)
    funder_cy = models.CharField(max_length=160)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    live_from = models.DateField(null=True)
    successor_key = models.CharField(max_length=40, blank=True)

    objects = SharedQuerySet.as_manager()


def whose(actor: Actor, column: str) -> Q:
    """Rows of colleagues in the actor's scope: all, those reaching one of its places or organisations, or the actor's own."""
    if actor.scope == "all":
        return Q()
    mine = Q(**{column: actor.staff_id}) if actor.staff_id is not None else Q(pk__in=())  # nobody's are not everybody's
    if actor.scope in ReachKind.values:
        held = Reach.unscoped.filter(kind=actor.scope, key__in=actor.reaches(actor.scope))
        return mine | Q(**{f"{column}__in": held.values("staff_id")})
    return mine


class StaffQuerySet(GovernedQuerySet):
    """Colleagues: seen by those whose scope holds a place or an organisation of theirs, and by themselves."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(whose(actor, "pk"))

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
    """Assignments are seen by whoever sees the colleague who holds them."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(whose(actor, "staff_id"))

    def in_force(self, on: date) -> Self:
        return self.filter(in_force(on, "from_on", "to_on"), ended_at__isnull=True)


class RoleAssignment(Governed):
    """A role held for a time, within a reach: no two are ever added together. Ended before its time, it grants nothing at once."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    role = models.CharField(max_length=32, choices=Role.choices)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    granted_by = models.BigIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.BigIntegerField(null=True)

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="assignment_end_is_whole",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            )
        ]


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
    revocation_reason = models.CharField(max_length=20, choices=RevocationReason.choices, blank=True)

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
