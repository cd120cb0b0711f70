"""Draft the next edition of the scoring. Nothing changes until another person has approved it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.kernel.firsts import save_first
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import UNSETTLED, ScoringEdition
from lynchpin.profiles.queries.holding import scoring_on
from lynchpin_vrp import Settings

OPEN_ALREADY = Reason("scoring_open_already")


@use_case(Permission.DRAFT_SCORING)
def draft_scoring(
    actor: Actor,
    *,
    factors: Mapping[str, Mapping[str, Any]],
    rules: Mapping[str, int],
    valid_from: date,
    reason: str,
    at: datetime,
) -> int:
    """Keep a draft, one at a time. Gives its number.

    `factors` maps every factor's key to its terms, days as ISO text, and `rules` every rule to its number.
    """
    found = ScoringEdition.objects.visible_to(actor)
    refuse_if(OPEN_ALREADY if found.filter(state__in=UNSETTLED).exists() else None)
    number = 1 + max(found.values_list("number", flat=True), default=0)
    drafted = editions.Scoring(number, {key: editions.Terms.told(terms) for key, terms in factors.items()}, dict(rules))
    now, on = scoring_on(actor, valid_from), local_date(at)
    refuse_if(editions.why_not_draft(drafted, now=now, valid_from=valid_from, on=on))
    edition = ScoringEdition(
        number=number,
        catalogue=Settings().catalogue,
        factors={key: terms.kept() for key, terms in drafted.factors.items()},
        rules=drafted.rules,
        sha256=drafted.sha256,
        valid_from=valid_from,
        draft_reason=reason,
        drafted_at=at,
        drafted_by=actor.staff_id,  # type: ignore[misc]
    )
    save_first(edition, otherwise=OPEN_ALREADY)
    audit.record(
        Verb.SCORING_DRAFTED,
        edition,
        edition=number,
        valid_from=valid_from,
        changes=len(editions.changes(now, drafted)),
    )
    return number
