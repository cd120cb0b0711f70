"""What was written before it was put right: nothing that was ever kept about somebody is lost."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models

from lynchpin.casework.choices import Corrected
from lynchpin.casework.models.cases import Case, Contact, OfCaseQuerySet, WhatMatters
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.models import Governed

WORDS: dict[str, tuple[str, ...]] = {
    Corrected.CONTACT: ("minutes", "note", "next_step", "goal_id"),
    Corrected.WHAT_MATTERS: (
        "held_on",
        "language",
        "strengths",
        "outcomes",
        "circumstances",
        "barriers",
        "risks",
    ),
}


class EarlierWording(Governed):
    """A contact or conversation as it stood before a correction. `words` is field name to what it held, as text.

    `recorded` says who had written that and when, `replaced` who put it right.
    """

    append_only = True

    case = models.ForeignKey(Case, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=Corrected.choices)
    row_id = models.BigIntegerField()
    row_version = models.PositiveIntegerField()
    words = models.JSONField(default=dict)
    recorded_at = models.DateTimeField()
    recorded_by = models.BigIntegerField()
    replaced_at = models.DateTimeField()
    replaced_by = models.BigIntegerField()

    objects = OfCaseQuerySet.as_manager()

    class Meta(Governed.Meta):
        constraints = [
            models.UniqueConstraint(
                name="each_version_is_kept_as_earlier_once", fields=["kind", "row_id", "row_version"]
            )
        ]


def words_of(row: Contact | WhatMatters, kind: str) -> dict[str, Any]:
    """What may be put right in a row, as it stands."""
    return {name: getattr(row, name) for name in WORDS[kind]}


def earlier(row: Contact | WhatMatters, kind: str, actor: Actor, at: datetime) -> EarlierWording:
    """A row as it stands, to be kept before it is put right."""
    return EarlierWording(
        case_id=row.case_id,
        kind=kind,
        row_id=row.pk,
        row_version=row.version,
        words={name: "" if value is None else str(value) for name, value in words_of(row, kind).items()},
        recorded_at=row.corrected_at or row.recorded_at,
        recorded_by=row.corrected_by or row.recorded_by,
        replaced_at=at,
        replaced_by=actor.staff_id,  # type: ignore[misc]
    )
