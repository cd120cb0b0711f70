"""A contact or a conversation to put right: as it stands, who wrote that and when, and what it said before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lynchpin.casework.choices import Corrected, Permission
from lynchpin.casework.models import Case, Contact, EarlierWording, WhatMatters, words_of
from lynchpin.casework.queries.case import GoalFact, plan_in_force
from lynchpin.casework.queries.heads import CaseRow, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read


@dataclass(frozen=True, slots=True)
class Wording:
    """What was written, by whom and when. `answers` are those of the form."""

    answers: Mapping[str, Any]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ToCorrect:
    """A row as it stands and as it stood before, newest first. `goals` are those a contact may be about."""

    head: CaseRow
    version: int
    now: Wording
    before: tuple[Wording, ...]
    goals: tuple[GoalFact, ...] = ()


@read(Permission.CORRECT_CONTACT)
def contact_to_correct(actor: Actor, reference: str, contact_id: int) -> ToCorrect:
    """For the correction of a contact."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    contact = Contact.objects.visible_to(actor).find(id=contact_id, case=case)
    plan = plan_in_force(actor, case)
    return _to_correct(actor, case, contact, Corrected.CONTACT, plan.goals if plan else ())


@read(Permission.CORRECT_WHAT_MATTERS)
def what_matters_to_correct(actor: Actor, reference: str, conversation_id: int) -> ToCorrect:
    """For the correction of a conversation."""
    case = Case.objects.visible_to(actor).find(reference=reference)
    talk = WhatMatters.objects.visible_to(actor).find(id=conversation_id, case=case)
    return _to_correct(actor, case, talk, Corrected.WHAT_MATTERS, ())


def _to_correct(
    actor: Actor, case: Case, row: Contact | WhatMatters, kind: str, goals: tuple[GoalFact, ...]
) -> ToCorrect:
    kept = EarlierWording.objects.visible_to(actor).filter(kind=kind, row_id=row.pk).order_by("-row_version")
    before = list(kept)
    names = names_of((row.corrected_by or row.recorded_by, *(each.recorded_by for each in before)))
    now = Wording(
        words_of(row, kind),
        names.get(row.corrected_by or row.recorded_by, ""),
        row.corrected_at or row.recorded_at,
    )
    earlier = tuple(Wording(each.words, names.get(each.recorded_by, ""), each.recorded_at) for each in before)
    return ToCorrect(rows_of(actor, [case])[0], row.version, now, earlier, goals)
