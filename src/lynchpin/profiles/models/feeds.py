"""What partners send: feeds, their files, and where a row was at fault."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from lynchpin.kernel.models import Governed, SharedQuerySet
from lynchpin.organisations.models import Organisation
from lynchpin.profiles.choices import ExtractState


class Feed(Governed):
    """A partner's regular extract: whose it is, how often it comes, how far its addresses are trusted (0 to 1)."""

    key = models.SlugField(max_length=40, unique=True)
    name_en = models.CharField(max_length=120)
    name_cy = models.CharField(max_length=120)
    partner = models.ForeignKey(Organisation, on_delete=models.PROTECT, to_field="key")
    cadence_days = models.PositiveSmallIntegerField(default=31)
    trust = models.DecimalField(max_digits=3, decimal_places=2, default=1)
    columns = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    stopped_at = models.DateTimeField(null=True)

    objects = SharedQuerySet.as_manager()


class Extract(Governed):
    """One file of a feed: loaded whole or not at all. Agreed columns of its good rows lie in the data folder under its hash.

    Counts are rows: every row read was accepted (new or changed), unchanged since the feed's last file, or quarantined.
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

    objects = SharedQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="feed_applies_the_same_file_once",
                fields=["feed", "sha256"],
                condition=Q(state=ExtractState.APPLIED),
            )
        ]


class QuarantinedCell(Governed):
    """A row that was put aside: where and why, never what it said."""

    extract = models.ForeignKey(Extract, on_delete=models.PROTECT)
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=80)
    value_kind = models.CharField(max_length=40)
    reason = models.CharField(max_length=40)

    objects = SharedQuerySet.as_manager()
