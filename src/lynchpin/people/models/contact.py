"""How it is safe to reach a resident, and when nobody may."""

from __future__ import annotations

from django.db import models

from lynchpin.kernel.models import Governed
from lynchpin.people.choices import Channel
from lynchpin.people.models.own import SafeContactQuerySet
from lynchpin.people.models.residents import AboutResidentQuerySet, Resident


class SafeContact(Governed):
    """How, when and by whom a resident may be reached, and who must not know. The newest row holds; none means: ask first."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    channels = models.JSONField(default=list)
    preferred = models.CharField(max_length=8, choices=Channel.choices, blank=True)
    when = models.CharField(max_length=160, blank=True)
    voicemail_ok = models.BooleanField(default=False)
    letters_discreet = models.BooleanField(default=False)
    must_not_know = models.CharField(max_length=240, blank=True)
    visit_safety = models.CharField(max_length=240, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField(null=True)

    objects = SafeContactQuerySet.as_manager()


class ContactHold(Governed):
    """While it is open, nobody suggests, writes to or approaches the resident. Set by safeguarding through a part."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    room = models.CharField(max_length=20)
    reference = models.CharField(max_length=12)
    held_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)

    objects = AboutResidentQuerySet.as_manager()
