"""Correct what matters: put right what a conversation was kept as. What it said before is kept."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.casework import rules
from lynchpin.casework.choices import Corrected, Permission, Verb
from lynchpin.casework.models import WORDS, Case, WhatMatters, earlier
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.CORRECT_WHAT_MATTERS)
def correct_what_matters(
    actor: Actor,
    *,
    reference: str,
    conversation_id: int,
    version: int,
    held_on: date,
    language: str,
    outcomes: str,
    at: datetime,
    strengths: str = "",
    circumstances: str = "",
    barriers: str = "",
    risks: str = "",
) -> int:
    """Put right a conversation of an open case. Gives its id."""
    case = Case.objects.visible_to(actor).select_for_update().find(reference=reference)
    talks = WhatMatters.objects.visible_to(actor).select_for_update()
    talk = talks.find(id=conversation_id, case=case, version=version)
    refuse_if(rules.why_not_converse(case, held_on=held_on, today=local_date(at)))
    earlier(talk, Corrected.WHAT_MATTERS, actor, at).save()
    talk.held_on, talk.language, talk.strengths, talk.outcomes = held_on, language, strengths, outcomes
    talk.circumstances, talk.barriers, talk.risks = circumstances, barriers, risks
    talk.corrected_at, talk.corrected_by = at, actor.staff_id
    talk.store(*WORDS[Corrected.WHAT_MATTERS], "corrected_at", "corrected_by")
    audit.record(Verb.WHAT_MATTERS_CORRECTED, talk, case=case.pk, version=talk.version)
    return talk.pk
