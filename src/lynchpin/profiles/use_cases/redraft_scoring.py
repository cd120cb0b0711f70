"""Change a draft of the scoring before it is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, Verb
from lynchpin.profiles.models import ScoringEdition
from lynchpin.profiles.queries.holding import scoring_on
from lynchpin_vrp import Settings


@use_case(Permission.REDRAFT_SCORING)
def redraft_scoring(
    actor: Actor,
    *,
    number: int,
    version: int,
    factors: Mapping[str, Mapping[str, Any]],
    rules: Mapping[str, int],
    valid_from: date,
    reason: str,
    at: datetime,
) -> int:
    """Replace what a draft says; whoever does so is its drafter from then on. What was tried before no longer counts for it."""
    edition = ScoringEdition.objects.visible_to(actor).select_for_update().find(number=number, version=version)
    refuse_if(editions.why_not_redraft(edition.state))
    drafted = editions.Scoring(number, {key: editions.Terms.told(terms) for key, terms in factors.items()}, dict(rules))
    now = scoring_on(actor, valid_from, before=number)
    refuse_if(editions.why_not_draft(drafted, now=now, valid_from=valid_from, on=local_date(at)))
    edition.factors = {key: terms.kept() for key, terms in drafted.factors.items()}
    edition.rules, edition.sha256, edition.catalogue = drafted.rules, drafted.sha256, Settings().catalogue
    edition.valid_from, edition.draft_reason = valid_from, reason
    edition.drafted_at, edition.drafted_by = at, actor.staff_id
    edition.store("factors", "rules", "sha256", "catalogue", "valid_from", "draft_reason", "drafted_at", "drafted_by")
    audit.record(
        Verb.SCORING_REDRAFTED,
        edition,
        edition=number,
        valid_from=valid_from,
        changes=len(editions.changes(now, drafted)),
    )
    return number
