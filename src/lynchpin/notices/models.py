"""The outbox. A notice is a kind, a language and codes; its words are made when it is shown or sent, so none is kept wrong."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.notices.choices import NoticeKind, NoticeState
from lynchpin.people.choices import Channel
from lynchpin.people.models import Resident


class NoticeQuerySet(GovernedQuerySet):
    """Notices to residents that the actor sees under the same permission."""

    def in_scope(self, actor: Actor) -> Self:
        return self.filter(resident_id__in=Resident.objects.visible_to(actor).values("pk"))

    def to_be_checked(self) -> Self:
        return self.filter(state=NoticeState.WAITING)


class Notice(Governed):
    """A message to one resident. Letters wait for a person's check before they are printed."""

    reference = models.CharField(max_length=12, unique=True)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=NoticeKind.choices)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    language = models.CharField(max_length=5)
    about_reference = models.CharField(max_length=12, blank=True)
    params = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=NoticeState.choices, default=NoticeState.WAITING)
    held_reason = models.CharField(max_length=40, blank=True)
    queued_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    checked_by = models.BigIntegerField(null=True)
    posted_at = models.DateTimeField(null=True)
    posted_by = models.BigIntegerField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="notice_check_is_whole",
                condition=Q(checked_at__isnull=True, checked_by__isnull=True)
                | Q(checked_at__isnull=False, checked_by__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_posting_is_whole",
                condition=Q(posted_at__isnull=True, posted_by__isnull=True)
                | Q(posted_at__isnull=False, posted_by__isnull=False),
            ),
        ]
