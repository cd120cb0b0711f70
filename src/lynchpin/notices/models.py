"""The outbox. A notice is a kind, a language and codes; its words are made when it is shown or sent, so none is kept wrong."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed, GovernedQuerySet
from lynchpin.notices.choices import DigestKind, DigestState, NoticeKind, NoticeState, Pace
from lynchpin.organisations.models import Staff
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


class OwnQuerySet(GovernedQuerySet):
    """A colleague's own rows; all of them for the clock."""

    def in_scope(self, actor: Actor) -> Self:
        if actor.scope == "all":
            return self.all()
        return self.filter(staff_id=actor.staff_id) if actor.staff_id is not None else self.none()


class DigestSwitch(Governed):
    """How often one colleague wants to be told of one kind; without a row, as `tellings.DEFAULT` says.

    `told_ids` are the things that a message at once has named already, so that each is told once.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    kind = models.CharField(max_length=20, choices=DigestKind.choices)
    pace = models.CharField(max_length=8, choices=Pace.choices)
    switched_at = models.DateTimeField()
    told_ids = models.JSONField(default=list)

    objects = OwnQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [models.UniqueConstraint(name="colleague_has_a_switch_once", fields=["staff", "kind"])]


class Digest(Governed):
    """One message to one colleague. `lines` are [kind, how many, address], so its words are made when it is sent.

    `gathers` says that it is the day's own message; `week_on` is the Monday of the week whose weekly lines it brings.
    """

    reference = models.CharField(max_length=12, unique=True)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT)
    language = models.CharField(max_length=2)
    lines = models.JSONField(default=list)
    gathers = models.BooleanField(default=True)
    told_on = models.DateField()
    week_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=DigestState.choices, default=DigestState.WAITING)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    objects = OwnQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="colleague_is_told_once_a_day", fields=["staff", "told_on"], condition=Q(gathers=True)
            ),
            models.UniqueConstraint(name="colleague_is_told_weekly_once", fields=["staff", "week_on"]),
            models.CheckConstraint(
                name="sent_digest_says_when",
                condition=Q(state=DigestState.SENT, sent_at__isnull=False)
                | ~Q(state=DigestState.SENT) & Q(sent_at__isnull=True),
            ),
        ]
