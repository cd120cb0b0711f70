"""What partners send: feeds, their files, and where a row was at fault."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.organisations.models import Organisation
from lynchpin.profiles.choices import ExtractState, LateFiles


class Feed(Governed):
    """A partner's regular extract: whose it is, how often it comes, how far its addresses are trusted (0 to 1).

    One that maps `operation` sends changes; `operations` say which of the partner's codes inserts, updates or removes.
    """

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    cadence_days = models.PositiveSmallIntegerField(default=31)
    trust = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    columns = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    operations = models.JSONField(default=dict)
    late_files = models.CharField(max_length=6, choices=LateFiles.choices, default=LateFiles.REFUSE)
    stopped_at = models.DateTimeField(null=True)

    objects = SharedQuerySet.as_manager()


class FeedBounds(Governed):
    """When a file of a feed is stopped although it can be read, and who answers for that. Without a row the defaults hold.

    Percents are whole, `drift` is hundredths of the population stability index, the last two are rows that share a value.
    """

    feed = models.OneToOneField(Feed, on_delete=models.PROTECT, to_field="key")
    bad_percent = models.PositiveSmallIntegerField()
    grown_percent = models.PositiveSmallIntegerField()
    shrunk_percent = models.PositiveSmallIntegerField()
    drift = models.PositiveSmallIntegerField()
    same_number = models.PositiveIntegerField()
    shared = models.PositiveIntegerField()
    reason = models.CharField(max_length=400)
    owned_at = models.DateTimeField()
    owned_by = models.BigIntegerField()

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.CheckConstraint(
                name="bounds_of_a_feed_can_be",
                condition=Q(bad_percent__lte=20, grown_percent__gt=100, shrunk_percent__lt=100)
                & Q(drift__gte=1, same_number__gte=1, shared__gte=1)
                & ~Q(reason=""),
            )
        ]


WAITING = (ExtractState.WAITING, ExtractState.STOPPED)


class Extract(Governed):
    """One file of a feed: loaded whole or not at all. Agreed columns of its good rows lie in the data folder under its hash.

    Counts are rows: every row read was accepted (new or changed), unchanged since the feed's last file, or quarantined. It
    waits, with its `profile` and the `findings` beyond its feed's bounds, until a person accepts it or sends it back.
    """

    reference = models.CharField(max_length=12, unique=True)
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, to_field="key")
    state = models.CharField(max_length=8, choices=ExtractState.choices)
    sha256 = models.CharField(max_length=64)
    as_at = models.DateField()
    rows_read = models.PositiveIntegerField(default=0)
    rows_accepted = models.PositiveIntegerField(default=0)
    rows_unchanged = models.PositiveIntegerField(default=0)
    rows_quarantined = models.PositiveIntegerField(default=0)
    refused_code = models.CharField(max_length=40, blank=True)
    refused_params = models.JSONField(default=dict)
    agreement_reference = models.CharField(max_length=12, blank=True)
    loaded_at = models.DateTimeField()
    loaded_by = models.BigIntegerField(null=True)
    profile = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    was_stopped = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.BigIntegerField(null=True)
    settled_reason = models.CharField(max_length=400, blank=True)

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="feed_applies_the_same_file_once",
                fields=["feed", "sha256"],
                condition=Q(state=ExtractState.APPLIED),
            ),
            models.UniqueConstraint(name="one_file_of_a_feed_waits", fields=["feed"], condition=Q(state__in=WAITING)),
            models.CheckConstraint(
                name="settling_of_a_file_is_whole",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, settled_reason="")
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(state__in=WAITING),
            ),
            models.CheckConstraint(
                name="stopped_file_is_accepted_by_a_second_person",
                condition=Q(was_stopped=False)
                | ~Q(state=ExtractState.APPLIED)
                | Q(settled_by__isnull=False)
                & ~Q(settled_reason="")
                & (Q(loaded_by__isnull=True) | ~Q(settled_by=F("loaded_by"))),
            ),
        ]


class QuarantinedCell(Governed):
    """A row that was put aside: where and why, never what it said."""

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT)
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=80)
    value_kind = models.CharField(max_length=40)
    reason = models.CharField(max_length=40)

    objects = SharedQuerySet.as_manager()
