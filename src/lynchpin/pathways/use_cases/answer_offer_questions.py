"""Answer what lines of the core offer ask of one person. The newest answer holds, and earlier ones stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways import rules
from lynchpin.pathways.choices import Permission, Verb
from lynchpin.pathways.models import OfferAnswer
from lynchpin.pathways.queries.offer import facts_asked
from lynchpin.people.models import Resident


@use_case(Permission.ANSWER_OFFER_QUESTIONS)
def answer_offer_questions(actor: Actor, *, reference: str, answers: Mapping[str, bool], at: datetime) -> str:
    """Keep what was answered, by fact; what nobody asked is left out. Gives the person's reference."""
    resident = Resident.objects.visible_to(actor).surviving().select_for_update().find(reference=reference)
    refuse_if(rules.why_not_answers(answers, facts_asked(actor, local_date(at))))
    for fact, answer in answers.items():
        OfferAnswer(
            resident=resident,
            fact=fact,
            answer=answer,
            recorded_at=at,
            recorded_by=actor.staff_id,  # type: ignore[misc]
        ).save()
    audit.record(Verb.OFFER_QUESTIONS_ANSWERED, resident, facts=sorted(answers))
    return resident.reference
