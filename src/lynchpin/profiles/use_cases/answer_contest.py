"""Keep what the source of a contested fact found: corrected, corrected in part, or that it stands."""

from __future__ import annotations

from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import rules
from lynchpin.profiles.choices import ContestState, Permission, Verb
from lynchpin.profiles.models import FactContest


@use_case(Permission.ANSWER_CONTEST)
def answer_contest(
    actor: Actor,
    *,
    reference: str,
    version: int,
    answer: str,
    answer_words: str,
    answerer: str,
    answered_on: date,
    at: datetime,
) -> str:
    """Keep the answer, who gave it at the partner, and when. Gives the contest's reference; the person is told next."""
    contest = FactContest.objects.visible_to(actor).select_for_update().find(reference=reference, version=version)
    refuse_if(rules.why_not_answer_contest(contest, answered_on=answered_on, on=local_date(at)))
    contest.state, contest.answer, contest.answer_words = ContestState.ANSWERED, answer, answer_words
    contest.answerer, contest.answered_on = answerer, answered_on
    contest.answered_at, contest.answered_by = at, actor.staff_id
    told = ("state", "answer", "answer_words", "answerer", "answered_on", "answered_at", "answered_by")
    contest.store(*told)
    audit.record(Verb.CONTEST_ANSWERED, contest, answer=answer, answered_on=answered_on)
    return reference
