"""Editions of the scoring as tests draft, try and approve them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lynchpin.kernel import clock
from lynchpin.profiles import editions
from lynchpin.profiles.editions import Scoring
from lynchpin.profiles.models import ScoringEdition
from lynchpin.profiles.queries.trials import scoring_to_try
from lynchpin.profiles.running import try_scoring
from lynchpin.profiles.use_cases.approve_scoring import approve_scoring
from lynchpin.profiles.use_cases.decline_scoring import decline_scoring
from lynchpin.profiles.use_cases.draft_scoring import draft_scoring
from lynchpin.profiles.use_cases.propose_scoring import propose_scoring
from lynchpin.profiles.use_cases.redraft_scoring import redraft_scoring
from lynchpin_vrp import CATALOGUE

LESS = {"ED1": {"points": 2}}
SENSITIVE = next(factor.key for factor in CATALOGUE if not factor.on)
GROUNDS = {"power": "Digital Economy Act 2017, section 35", "assessment": "DPIA-2026-07"}


def scoring(factors: dict[str, dict[str, Any]] | None = None, rules: dict[str, int] | None = None) -> Scoring:
    """The catalogue as shipped, with changes by factor and by rule."""
    held = editions.shipped()
    changed = {key: replace(held.factors[key], **terms) for key, terms in (factors or {}).items()}
    return Scoring(held.number, {**held.factors, **changed}, {**held.rules, **(rules or {})})


def told(drafted: Scoring) -> dict[str, Any]:
    """A scoring as the use cases take it."""
    return {"factors": {key: terms.kept() for key, terms in drafted.factors.items()}, "rules": dict(drafted.rules)}


class ScoringWorld:
    """`world.scoring_draft()`, `world.scoring_proposed()` and `world.scoring_approved()`: each gives the edition."""

    def scoring_draft(self, actor: Any = None, *, by: Scoring | None = None, **given: Any) -> ScoringEdition:
        """Persistent absence counts for less, from today, unless the caller says otherwise."""
        facts = {"valid_from": clock.today(), "reason": "Absence was counted too high.", "at": clock.now()}
        number = draft_scoring(actor or self.commissioner, **told(by or scoring(LESS)), **facts | given)
        return ScoringEdition.unscoped.get(number=number)

    def scoring_redrafted(
        self, edition: ScoringEdition, actor: Any = None, *, by: Scoring, **given: Any
    ) -> ScoringEdition:
        facts = {
            "number": edition.number,
            "version": edition.version,
            "valid_from": clock.today(),
            "reason": "Better so.",
        }
        redraft_scoring(actor or self.commissioner, **told(by), at=clock.now(), **facts | given)
        return ScoringEdition.unscoped.get(pk=edition.pk)

    def scoring_proposed(
        self, edition: ScoringEdition | None = None, actor: Any = None, **given: Any
    ) -> ScoringEdition:
        edition = edition or self.scoring_draft(**given)
        propose_scoring(actor or self.commissioner, number=edition.number, version=edition.version, at=clock.now())
        return ScoringEdition.unscoped.get(pk=edition.pk)

    def scoring_tried(self, edition: ScoringEdition) -> str:
        """Try an edition; gives what a page that shows the trial gives back."""
        try_scoring(self.approver, number=edition.number)
        return scoring_to_try(self.approver, edition.number).trial.fingerprint

    def scoring_approved(
        self, edition: ScoringEdition | None = None, actor: Any = None, *, seen: str = "", **given: Any
    ) -> ScoringEdition:
        edition = edition or self.scoring_proposed(**given)
        facts = {"number": edition.number, "version": edition.version, "seen": seen, "reason": "The board wished it."}
        approve_scoring(actor or self.approver, at=clock.now(), **facts)
        return ScoringEdition.unscoped.get(pk=edition.pk)

    def scoring_declined(self, edition: ScoringEdition, actor: Any = None) -> ScoringEdition:
        facts = {"number": edition.number, "version": edition.version, "reason": "It proxies for poverty."}
        decline_scoring(actor or self.approver, at=clock.now(), **facts)
        return ScoringEdition.unscoped.get(pk=edition.pk)
