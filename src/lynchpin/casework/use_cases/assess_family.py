"""Assess a family: what is strong, what they hope for and what is hard, in their own words, by their consent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from lynchpin.casework import family_rules as rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import FamilyAssessment, FamilyTeam, FamilyVoice
from lynchpin.casework.queries.families.consent import agreeing, answers
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, Stale, refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ASSESS_FAMILY)
def assess_family(
    actor: Actor,
    *,
    reference: str,
    version: int,
    held_on: date,
    language: str,
    risk_explained: bool,
    strengths: str,
    hopes: str,
    at: datetime,
    hard_now: str = "",
    help_wanted: str = "",
    voices: Mapping[int, str] | None = None,
) -> int:
    """Keep an edition of the family assessment; it decides nobody's eligibility. Gives the edition.

    `version` is the edition that was on the screen, 0 for none; another one raises `Stale`. `voices` are the words of single
    members by resident id, and only of those who agreed.
    """
    team = FamilyTeam.objects.visible_to(actor).select_for_update().find(reference=reference)
    edition = _last_edition(actor, team)
    if edition != version:
        raise Stale
    agreed = agreeing(answers(actor, team))
    today, said = local_date(at), {key: words for key, words in (voices or {}).items() if words.strip()}
    refuse_if(
        rules.why_not_assess(team, agreed=len(agreed), risk_explained=risk_explained, held_on=held_on, today=today)
    )
    refuse_if(Reason("about_without_consent") if said.keys() - agreed else None)
    assessment = FamilyAssessment(
        team=team,
        edition=edition + 1,
        held_on=held_on,
        language=language,
        risk_explained=risk_explained,
        strengths=strengths,
        hopes=hopes,
        hard_now=hard_now,
        help_wanted=help_wanted,
        recorded_at=at,
        recorded_by=actor.staff_id,  # type: ignore[misc]
    )
    assessment.save()
    for resident_id, words in said.items():
        FamilyVoice(team=team, assessment=assessment, resident_id=resident_id, words=words).save()
    audit.record(Verb.FAMILY_ASSESSED, team, edition=assessment.edition, voices=len(said), language=language)
    return assessment.edition


def _last_edition(actor: Actor, team: FamilyTeam) -> int:
    rows = FamilyAssessment.objects.visible_to(actor).filter(team=team).order_by("-edition")
    return rows.values_list("edition", flat=True).first() or 0
