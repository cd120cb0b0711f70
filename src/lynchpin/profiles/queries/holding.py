"""Which scoring holds on a day: for runs, for pages, and for whoever changes it."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel.actor import Actor
from lynchpin.profiles import editions
from lynchpin.profiles.choices import ScoringState
from lynchpin.profiles.editions import Scoring, Terms
from lynchpin.profiles.models import ScoringEdition


def scoring_of(edition: ScoringEdition) -> Scoring:
    """What an edition says."""
    factors = {key: Terms.told(kept) for key, kept in edition.factors.items()}
    return Scoring(edition.number, factors, edition.rules)


def scoring_on(actor: Actor, on: date, *, before: int | None = None) -> Scoring:
    """What holds on a day, for a bound actor: the newest approved edition whose day has come, else the catalogue as shipped.

    `before` is the number of an edition: then what held before it, by earlier editions alone.
    """
    approved = ScoringEdition.objects.visible_to(actor).filter(state=ScoringState.APPROVED, valid_from__lte=on)
    if before is not None:
        approved = approved.filter(number__lt=before)
    edition = approved.order_by("-valid_from", "-number").first()
    return scoring_of(edition) if edition else editions.shipped()
