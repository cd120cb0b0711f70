"""How factors count was changed once, and a second change waits for a second person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.profiles import editions
from lynchpin.profiles.editions import Scoring
from lynchpin.profiles.models import ScoringEdition
from lynchpin.profiles.queries.holding import scoring_on
from lynchpin.profiles.running import try_scoring
from lynchpin.profiles.use_cases.approve_scoring import approve_scoring
from lynchpin.profiles.use_cases.draft_scoring import draft_scoring
from lynchpin.profiles.use_cases.propose_scoring import propose_scoring


def agree_on_weights(colleagues: Colleagues, now: datetime) -> None:
    """Before the run: schools asked that a progress flag alone counts for less."""
    with clock.held(now - timedelta(days=3)):
        number = _draft(
            colleagues,
            {"ED5": 1},
            {},
            clock.today(),
            "Schools told us that a progress flag alone says little about a family.",
        )
        _propose(colleagues, number)
        second = colleagues.named(f"head-of-service@{DOMAIN}")
        reason = "Agreed with the schools' forum, and it lowers nobody who has another need."
        told = {"number": number, "version": _version(number), "seen": "", "reason": reason}
        approve_scoring(second, at=clock.now(), **told)


def propose_weights(colleagues: Colleagues, now: datetime) -> None:
    """After the run: a change that is tried on it, and waits."""
    with clock.held(now - timedelta(hours=2)):
        number = _draft(
            colleagues,
            {"IN1": 5, "ED1": 5},
            {"amber": 9},
            clock.today() + timedelta(days=14),
            "Free meals rose with prices this year. To see whom an earlier amber would reach.",
        )
        _propose(colleagues, number)
        try_scoring(_owner(colleagues), number=number)


def _draft(colleagues: Colleagues, worth: dict[str, int], rules: dict[str, int], valid_from: date, reason: str) -> int:
    owner = _owner(colleagues)
    held = scoring_on(owner.bound_to("profiles.draft_scoring"), clock.today())
    changed = {key: replace(held.factors[key], points=most) for key, most in worth.items()}
    drafted = Scoring(held.number, {**editions.shipped().factors, **held.factors, **changed}, {**held.rules, **rules})
    factors = {key: terms.kept() for key, terms in drafted.factors.items()}
    facts = {"factors": factors, "rules": dict(drafted.rules), "valid_from": valid_from, "reason": reason}
    return draft_scoring(owner, at=clock.now(), **facts)


def _propose(colleagues: Colleagues, number: int) -> None:
    propose_scoring(_owner(colleagues), number=number, version=_version(number), at=clock.now())


def _owner(colleagues: Colleagues) -> Actor:
    return colleagues.named(f"profile-owner@{DOMAIN}")


def _version(number: int) -> int:
    return ScoringEdition.unscoped.get(number=number).version
