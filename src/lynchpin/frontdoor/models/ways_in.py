"""Ways in that are not one person's form: links for partners without an account, and lists of many people."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.frontdoor.choices import LinkPurpose, ListState, ReferralSource
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.organisations.models import Organisation


class PartnerLinkQuerySet(GovernedQuerySet):
    """All for the centre; for anybody else the one whose secret they hold, found by its fingerprint."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all":
            return self.all()
        return self.filter(secret__in=actor.reaches("link"))


class PartnerLink(Governed):
    """A way in for a partner without an account. Only a fingerprint of its secret is kept; it ends by day or by hand."""

    reference = models.CharField(max_length=12, unique=True)
    purpose = models.CharField(max_length=16, choices=LinkPurpose.choices)
    secret = models.CharField(max_length=64, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    given_to = models.CharField(max_length=160)
    about_reference = models.CharField(max_length=12, blank=True)
    uses_left = models.PositiveSmallIntegerField()
    expires_at = models.DateTimeField()
    given_at = models.DateTimeField()
    given_by = models.BigIntegerField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.BigIntegerField(null=True)

    objects = PartnerLinkQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="link_revocation_is_whole",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
            ),
        ]


class ReferralListQuerySet(GovernedQuerySet):
    """For the centre only: a list shows who is known already."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all() if actor.scope == "all" else self.none()


class ReferralList(Governed):
    """Many people sent in one file: kept as read, looked at, then taken in whole or set aside. Rows go when it is settled."""

    reference = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=4, choices=ReferralSource.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key", null=True)
    file_name = models.CharField(max_length=120)
    file_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ListState.choices, default=ListState.STAGED)
    rows = models.JSONField(default=list)
    faults = models.JSONField(default=list)
    unread = models.JSONField(default=list)  # headings of the file's columns that nothing here reads
    read = models.PositiveIntegerField(default=0)
    accepted = models.PositiveIntegerField(default=0)
    staged_at = models.DateTimeField()
    staged_by = models.BigIntegerField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.BigIntegerField(null=True)

    objects = ReferralListQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="settled_list_is_whole",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, state=ListState.STAGED)
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(state=ListState.STAGED),
            ),
            models.UniqueConstraint(
                name="a_file_is_taken_in_once", fields=["file_hash"], condition=Q(state=ListState.TAKEN_IN)
            ),
        ]
