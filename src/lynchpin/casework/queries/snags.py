"""What is missing or does not work: to be told, to be answered, and what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lynchpin.casework.choices import Permission
from lynchpin.casework.models import Case, Snag, SnagKind
from lynchpin.casework.models.snags import SnagQuerySet
from lynchpin.casework.queries.heads import CaseRow, cluster_names, rows_of
from lynchpin.casework.queries.holders import names_of
from lynchpin.casework.snag_choices import SnagState
from lynchpin.casework.snag_rules import WAITING
from lynchpin.face.context import in_language
from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.models import CoreOfferLine
from lynchpin.framework.queries import definitions
from lynchpin.framework.queries import names_of as framework_names
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.page import read
from lynchpin.organisations.models import in_force
from lynchpin.places.models import Area

MOST_SHOWN = 100

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SnagToTell:
    """What can be chosen: kinds first. `head` is the case it was met at; without one, `clusters` are those to choose from."""

    head: CaseRow | None
    kinds: Choices
    groups: Choices
    lines: Choices
    clusters: Choices


@dataclass(frozen=True, slots=True)
class SnagFact:
    """Something missing or not working. `told` says how many colleagues said so; labels are in the active language."""

    id: int
    version: int
    kind_key: str
    kind: str
    cluster_key: str
    cluster: str
    area: str
    group: str
    line: str
    words: str
    state: str
    told: int
    told_at: datetime
    by: str
    answer: str
    answer_words: str
    answered_by: str


@dataclass(frozen=True, slots=True)
class SnagCount:
    """How many colleagues told of one kind in one cluster, and of how many of them nobody has answered."""

    kind_key: str
    kind: str
    cluster_key: str
    cluster: str
    told: int
    waiting: int


@dataclass(frozen=True, slots=True)
class SnagList:
    """Those that wait, the longest first, and counts by kind and cluster."""

    waiting: tuple[SnagFact, ...]
    counts: tuple[SnagCount, ...]


@dataclass(frozen=True, slots=True)
class SnagToAnswer:
    """One that waits, and others of its kind that may say the same."""

    snag: SnagFact
    alike: tuple[SnagFact, ...]


@read(Permission.TELL_SNAG)
def snag_to_tell(actor: Actor, reference: str = "") -> SnagToTell:
    """For the page that tells one: from a case, or from nowhere nearer than a cluster."""
    case = Case.objects.visible_to(actor).find(reference=reference) if reference else None
    mine = cluster_names(actor, actor.reaches("cluster")) if case is None else {}
    return SnagToTell(
        head=rows_of(actor, [case])[0] if case else None,
        kinds=tuple(kind_labels(actor, SnagKind.objects.visible_to(actor).in_force(actor.on)).items()),
        groups=tuple(definitions(actor, DefinitionKind.CUSTOMER_GROUP, actor.on)),
        lines=_line_labels(actor),
        clusters=tuple(sorted(mine.items(), key=lambda cluster: cluster[1])),
    )


@read(Permission.READ_SNAGS)
def snags(actor: Actor, *, limit: int = MOST_SHOWN) -> SnagList:
    """What waits for an answer in reach, and all that was told in the last year, counted."""
    since = datetime.combine(actor.on - timedelta(days=365), time.min, LOCAL)
    return SnagList(_waiting(actor, limit), _counts(actor, since))


@read(Permission.READ_SNAGS)
def snags_waiting(actor: Actor, *, limit: int) -> tuple[SnagFact, ...]:
    """Those that wait for an answer, the longest first."""
    return _waiting(actor, limit)


def _waiting(actor: Actor, limit: int) -> tuple[SnagFact, ...]:
    waiting = Snag.objects.visible_to(actor).waiting().order_by("told_at", "pk")
    return _facts(actor, list(waiting[:limit]))


@read(Permission.READ_SNAGS)
def snag_counts(actor: Actor, since: date) -> tuple[SnagCount, ...]:
    """What was told since a day, by kind and cluster: for later rooms, which decide what to buy and what to answer for."""
    return _counts(actor, datetime.combine(since, time.min, LOCAL))


@read(Permission.ANSWER_SNAG)
def snag_to_answer(actor: Actor, snag_id: int) -> SnagToAnswer:
    """One with the others of its kind that wait."""
    return _among_alike(actor, snag_id)


@read(Permission.JOIN_SNAGS)
def snag_to_join(actor: Actor, snag_id: int) -> SnagToAnswer:
    """One with those that it can be joined with."""
    return _among_alike(actor, snag_id)


def _among_alike(actor: Actor, snag_id: int) -> SnagToAnswer:
    row = Snag.objects.visible_to(actor).find(pk=snag_id)
    alike = Snag.objects.visible_to(actor).waiting().filter(kind_id=row.kind_id).exclude(pk=row.pk)
    first, *others = _facts(actor, [row, *alike.order_by("told_at", "pk")[:MOST_SHOWN]])
    return SnagToAnswer(first, tuple(others) if row.state == SnagState.TOLD else ())


@read(Permission.SEE_SNAG_ANSWER)
def answers_to_me(actor: Actor) -> tuple[SnagFact, ...]:
    """Answers to what this colleague told, until they have seen them."""
    return _facts(actor, list(answered_to_me(actor).order_by("answered_at", "pk")[:MOST_SHOWN]))


def answered_to_me(actor: Actor) -> SnagQuerySet:
    """The snags that `answers_to_me` shows a bound actor."""
    return Snag.objects.visible_to(actor).filter(state=SnagState.ANSWERED)


def kind_labels(actor: Actor, rows: Iterable[SnagKind]) -> dict[str, str]:
    """Key -> label of kinds, in their order, in the active language."""
    return {row.key: in_language({"en": row.label_en, "cy": row.label_cy}) for row in rows}


def _line_labels(actor: Actor) -> Choices:
    rows = CoreOfferLine.objects.visible_to(actor).filter(in_force(actor.on)).order_by("key")
    return tuple((row.key, in_language({"en": row.label_en, "cy": row.label_cy})) for row in rows)


def _counts(actor: Actor, since: datetime) -> tuple[SnagCount, ...]:
    rows = Snag.objects.visible_to(actor).filter(told_at__gte=since).values_list("kind_id", "cluster_id", "state")
    told: Counter[tuple[str, str]] = Counter()
    waiting: Counter[tuple[str, str]] = Counter()
    for kind, cluster, state in rows:
        place = str(kind), str(cluster or "")
        told[place] += 1
        waiting[place] += state in WAITING
    kinds = kind_labels(actor, SnagKind.objects.visible_to(actor).order_by("sort", "key"))
    places = cluster_names(actor, {cluster for _, cluster in told})
    order = {key: place for place, key in enumerate(kinds)}
    found = sorted(told, key=lambda each: (order[each[0]], places.get(each[1], "")))
    return tuple(
        SnagCount(kind, kinds[kind], cluster, places.get(cluster, ""), told[kind, cluster], waiting[kind, cluster])
        for kind, cluster in found
    )


def _facts(actor: Actor, rows: Sequence[Snag]) -> tuple[SnagFact, ...]:
    """Facts of snags found under the actor's scope, with a fixed number of reads; none where there is none."""
    if not rows:
        return ()
    labels = _Labels(actor, rows)
    return tuple(labels.fact(row) for row in rows)


class _Labels:
    """The words for all of some rows, read once."""

    def __init__(self, actor: Actor, rows: Sequence[Snag]) -> None:
        self.kinds = kind_labels(actor, SnagKind.objects.visible_to(actor).order_by("sort", "key"))
        self.places = cluster_names(actor, [row.cluster_id for row in rows])
        self.names = names_of(each for row in rows for each in (row.told_by, row.answered_by))
        self.groups = framework_names(actor, [row.group_key for row in rows])
        self.lines = dict(_line_labels(actor))
        areas = Area.objects.visible_to(actor).filter(code__in=[row.area_id for row in rows if row.area_id])
        self.areas = {row.code: in_language({"en": row.name_en, "cy": row.name_cy or row.name_en}) for row in areas}
        self.told = _how_many(rows)

    def fact(self, row: Snag) -> SnagFact:
        return SnagFact(
            id=row.pk,
            version=row.version,
            kind_key=row.kind_id,
            kind=self.kinds[row.kind_id],
            cluster_key=row.cluster_id or "",
            cluster=self.places.get(row.cluster_id or "", ""),
            area=self.areas.get(row.area_id or "", ""),
            group=self.groups.get(row.group_key, ""),
            line=self.lines.get(row.line_key, ""),
            words=row.words,
            state=row.state,
            told=self.told[row.joined_id or row.pk],
            told_at=row.told_at,
            by=self.names.get(row.told_by, ""),
            answer=row.answer,
            answer_words=row.answer_words,
            answered_by=self.names.get(row.answered_by or 0, ""),
        )


def _how_many(rows: Sequence[Snag]) -> Counter[int]:
    """How many say what each head says, whoever told it: unscoped, a number only."""
    heads = {row.joined_id or row.pk for row in rows}
    told: Counter[int] = Counter(heads)
    told.update(Snag.unscoped.filter(joined_id__in=heads).values_list("joined_id", flat=True))
    return told
