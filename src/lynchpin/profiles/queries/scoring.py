"""The scoring for pages and runs: what holds on a day, the catalogue, one edition beside what it follows, and the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import Staff
from lynchpin.profiles import editions
from lynchpin.profiles.choices import Permission, ScoringState
from lynchpin.profiles.editions import Change, Scoring, Terms
from lynchpin.profiles.models import UNSETTLED, Feed, ScoringEdition
from lynchpin.profiles.queries.holding import scoring_of, scoring_on
from lynchpin.profiles.queries.trials import Preview, preview_of


@dataclass(frozen=True, slots=True)
class FactorRow:
    """A factor as it counts today. `feeds` are the names of those declared that carry it; `since` and `approved_by` are of the
    edition that last changed it, and nothing where it counts as it ships."""

    key: str
    terms: Terms
    feeds: tuple[str, ...]
    since: date | None
    proposed_by: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition among the others, with what it changed."""

    number: int
    version: int
    state: str
    valid_from: date
    sha256: str
    draft_reason: str
    decision_reason: str
    drafted_by: str
    proposed_by: str
    approved_by: str
    declined_by: str
    decided_at: datetime | None
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What holds today: `number` is of the edition, 0 for the catalogue as shipped; `waiting` is the open edition's number."""

    number: int
    valid_from: date | None
    rules: Mapping[str, int]
    factors: tuple[FactorRow, ...]
    waiting: int | None


@dataclass(frozen=True, slots=True)
class ToChange:
    """What a draft starts from, and the same number as `Catalogue.waiting`; `row` is the draft itself where one is changed."""

    scoring: Scoring
    now: Scoring
    waiting: int | None
    row: EditionRow | None


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One edition: what it says differently, what it would do as far as that was tried, and why a reader may not act."""

    row: EditionRow
    grounds: tuple[tuple[str, str, str], ...]
    preview: Preview | None
    can_be_tried: bool
    why_not_change: Reason | None
    why_not_propose: Reason | None
    why_not_approve: Reason | None
    why_not_decline: Reason | None


@read(Permission.READ_SCORING)
def catalogue(actor: Actor) -> Catalogue:
    """Every factor as it counts today, in the order of the catalogue."""
    held, rows = scoring_on(actor, actor.on), _approved(actor)
    row = next((each for each in rows if each.number == held.number), None)
    feeds, last = _feeds(actor), _last_changes(rows, held.number)
    factors = tuple(_factor_row(key, held, feeds, last.get(key)) for key in editions.catalogue())
    return Catalogue(held.number, row.valid_from if row else None, held.rules, factors, _waiting(actor))


@read(Permission.READ_SCORING)
def scoring_history(actor: Actor) -> tuple[EditionRow, ...]:
    """Every edition there ever was, the newest first."""
    return _rows(actor, list(ScoringEdition.objects.visible_to(actor).order_by("-number")))


@read(Permission.READ_SCORING)
def scoring_edition(actor: Actor, number: int) -> EditionFacts:
    """One edition with its newest trial. Raises `NotFound`."""
    edition = ScoringEdition.objects.visible_to(actor).find(number=number)
    preview, can_be_tried = preview_of(actor, edition)
    facts = {"staff_id": actor.staff_id, "valid_from": edition.valid_from, "on": actor.on}
    return EditionFacts(
        row=_rows(actor, [edition])[0],
        grounds=tuple(
            (key, t.power, t.assessment) for key, t in scoring_of(edition).factors.items() if t.on and t.power
        ),
        preview=preview,
        can_be_tried=can_be_tried,
        why_not_change=editions.why_not_redraft(edition.state),
        why_not_propose=editions.why_not_propose(edition.state, **facts),
        why_not_approve=editions.why_not_approve(
            edition.state,
            wrote={edition.drafted_by, edition.proposed_by},
            tried=not can_be_tried or preview is not None,
            **facts,
        ),
        why_not_decline=editions.why_not_become(edition.state, ScoringState.DECLINED),
    )


@read(Permission.DRAFT_SCORING)
def scoring_to_draft(actor: Actor) -> ToChange:
    """What a new draft starts from: what holds today."""
    held = scoring_on(actor, actor.on)
    return ToChange(held, held, _waiting(actor), None)


@read(Permission.REDRAFT_SCORING)
def scoring_to_redraft(actor: Actor, number: int) -> ToChange:
    """A draft, beside what holds without it. Raises `NotFound`."""
    edition = ScoringEdition.objects.visible_to(actor).find(number=number)
    now = scoring_on(actor, edition.valid_from, before=number)
    return ToChange(scoring_of(edition), now, number, _rows(actor, [edition])[0])


def _waiting(actor: Actor) -> int | None:
    found = ScoringEdition.objects.visible_to(actor).filter(state__in=UNSETTLED).order_by("-number")
    return found.values_list("number", flat=True).first()


def _approved(actor: Actor) -> tuple[EditionRow, ...]:
    found = ScoringEdition.objects.visible_to(actor).filter(state=ScoringState.APPROVED, valid_from__lte=actor.on)
    return _rows(actor, list(found.order_by("valid_from", "number")))


def _last_changes(rows: Iterable[EditionRow], held: int) -> dict[str, EditionRow]:
    """Factor -> the edition, of those up to the one that holds, that last said something different of it."""
    return {change.key: row for row in rows if row.number <= held for change in row.changes if change.term}


def _factor_row(
    key: str, held: Scoring, feeds: Iterable[tuple[str, frozenset[str]]], last: EditionRow | None
) -> FactorRow:
    factor = editions.catalogue()[key]
    terms = held.factors.get(key) or Terms(False, factor.points, factor.from_on)
    return FactorRow(
        key=key,
        terms=terms,
        feeds=tuple(name for name, facts in feeds if factor.reads[0] in facts),
        since=last.valid_from if last else None,
        proposed_by=last.proposed_by if last else "",
        approved_by=last.approved_by if last else "",
    )


def _feeds(actor: Actor) -> list[tuple[str, frozenset[str]]]:
    rows = Feed.objects.visible_to(actor).filter(stopped_at__isnull=True).order_by("key")
    return [(label(row, "name"), frozenset(row.facts)) for row in rows]


def _rows(actor: Actor, found: list[ScoringEdition]) -> tuple[EditionRow, ...]:
    names, before = _names(actor, found), _before(actor)
    return tuple(
        EditionRow(
            number=each.number,
            version=each.version,
            state=each.state,
            valid_from=each.valid_from,
            sha256=each.sha256,
            draft_reason=each.draft_reason,
            decision_reason=each.decision_reason,
            drafted_by=names.get(each.drafted_by, ""),
            proposed_by=names.get(each.proposed_by or 0, ""),
            approved_by=names.get(each.approved_by or 0, ""),
            declined_by=names.get(each.declined_by or 0, ""),
            decided_at=each.approved_at or each.declined_at,
            changes=editions.changes(_held_before(each, before), scoring_of(each)),
        )
        for each in found
    )


def _before(actor: Actor) -> list[ScoringEdition]:
    """Every approved edition: read once, however many rows ask what held before them."""
    return list(ScoringEdition.objects.visible_to(actor).filter(state=ScoringState.APPROVED))


def _held_before(edition: ScoringEdition, approved: Iterable[ScoringEdition]) -> Scoring:
    earlier = [each for each in approved if each.number < edition.number and each.valid_from <= edition.valid_from]
    last = max(earlier, key=lambda each: (each.valid_from, each.number), default=None)
    return scoring_of(last) if last else editions.shipped()


def _names(actor: Actor, found: Iterable[ScoringEdition]) -> dict[int, str]:
    who = {by for each in found for by in (each.drafted_by, each.proposed_by, each.approved_by, each.declined_by) if by}
    return dict(Staff.objects.visible_to(actor).filter(pk__in=who).values_list("pk", "name")) if who else {}
