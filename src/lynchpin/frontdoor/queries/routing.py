"""The rules of routing for pages: what holds, what is drafted, and in numbers what a draft would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.framework.choices import DefinitionKind
from lynchpin.framework.models import Definition
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import EditionState, Permission
from lynchpin.frontdoor.models import RoutingEdition
from lynchpin.frontdoor.queries.referrals import names_of
from lynchpin.frontdoor.queries.suggesting import families_of, rules_of, rules_on
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.disclosure import BOARD, Shown, disclosed, hidden_beside_total
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.organisations.models import in_force
from lynchpin.places.names import every_cluster
from lynchpin.profiles.choices import RunState
from lynchpin.profiles.models import ProfileRun

KINDS = ("added", "dropped", "moved")
Counts = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition among the others."""

    number: int
    version: int
    state: str
    valid_from: date
    draft_reason: str
    drafted_by: str
    agreed_by: str
    agreement_reason: str


@dataclass(frozen=True, slots=True)
class RulesFacts:
    """The rules that hold today, by pairs of bands and with the names of the groups that come first, and every edition."""

    cells: Mapping[rules.Bands, str]
    first: tuple[str, ...]
    editions: tuple[EditionRow, ...]

    @property
    def drafted(self) -> EditionRow | None:
        return next((each for each in self.editions if each.state == EditionState.DRAFTED), None)


@dataclass(frozen=True, slots=True)
class RulesToChange:
    """The rules that hold today, from which a draft starts; `groups` are (key, name) of the customer groups in force."""

    cells: Mapping[rules.Bands, str]
    first: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    drafted: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """A dry run as it may be shown: counts of families added, dropped and moved, small ones hidden. `run` is the run it read."""

    run: str
    approved_at: datetime | None
    whole: tuple[str, ...]
    by_cluster: tuple[Counts, ...]
    by_group: tuple[Counts, ...]


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition beside the rules that it follows, or would: pairs of bands with the route before and then.

    `preview` is the dry run of a draft.
    """

    row: EditionRow
    changes: tuple[tuple[rules.Bands, str, str], ...]
    first_now: tuple[str, ...]
    first_then: tuple[str, ...]
    preview: Preview | None
    why_not: Reason | None


@read(Permission.READ_ROUTING_RULES)
def routing_rules(actor: Actor) -> RulesFacts:
    """What holds today, and the editions, the newest first."""
    held, named = rules_on(actor, actor.on), dict(groups(actor))
    rows = list(RoutingEdition.objects.visible_to(actor).order_by("-number"))
    return RulesFacts(held.cells, _named(held.first, named), _rows(actor, rows))


@read(Permission.DRAFT_ROUTING_RULES)
def rules_to_change(actor: Actor) -> RulesToChange:
    """What a draft starts from."""
    held = rules_on(actor, actor.on)
    drafted = RoutingEdition.objects.visible_to(actor).filter(state=EditionState.DRAFTED).exists()
    return RulesToChange(held.cells, held.first, groups(actor), drafted)


@read(Permission.AGREE_ROUTING_RULES)
def edition_to_agree(actor: Actor, number: int, at: datetime) -> EditionFacts:
    """A draft with its dry run over the newest approved run. Of an edition that is settled there is none."""
    found = RoutingEdition.objects.visible_to(actor).find(number=number)
    now, then, named = rules_on(actor, found.valid_from, before=found.number), rules_of(found), dict(groups(actor))
    pairs = sorted({*now.cells, *then.cells}, key=_by_bands)
    changes = ((pair, now.cells.get(pair, ""), then.cells.get(pair, "")) for pair in pairs)
    return EditionFacts(
        row=_rows(actor, [found])[0],
        changes=tuple(each for each in changes if each[1] != each[2]),
        first_now=_named(now.first, named),
        first_then=_named(then.first, named),
        preview=_preview(actor, now, then, at) if found.state == EditionState.DRAFTED else None,
        why_not=rules.why_not_agree(
            found.state,
            drafted_by=found.drafted_by,
            staff_id=actor.staff_id,
            from_on=found.valid_from,
            on=actor.on,
        ),
    )


@read(Permission.SET_ASIDE_ROUTING_RULES)
def edition_to_set_aside(actor: Actor, number: int) -> EditionRow:
    """A draft, to let go of."""
    return _rows(actor, [RoutingEdition.objects.visible_to(actor).find(number=number)])[0]


def groups(actor: Actor) -> tuple[tuple[str, str], ...]:
    """(key, name) of the customer groups in force, in the framework's order."""
    rows = Definition.objects.visible_to(actor).filter(in_force(actor.on), kind=DefinitionKind.CUSTOMER_GROUP)
    return tuple((row.key, label(row)) for row in rows.order_by("sort", "key"))


def tried(actor: Actor, now: rules.RoutingRules, then: rules.RoutingRules, at: datetime) -> rules.DryRun | None:
    """What a change would do to the families of the newest approved run, were it raised at a moment; None before any run."""
    run = _newest_run(actor)
    return rules.dry_run(families_of(actor, run.pk, at, now, then), now, then) if run else None


def _preview(actor: Actor, now: rules.RoutingRules, then: rules.RoutingRules, at: datetime) -> Preview | None:
    run, found = _newest_run(actor), tried(actor, now, then, at)
    if run is None or found is None:
        return None
    whole = tuple(disclosed(getattr(found.whole, kind), BOARD).text for kind in KINDS)
    by_cluster, by_group = _shown(found.by_cluster, every_cluster(actor)), _shown(found.by_group, dict(groups(actor)))
    return Preview(run.reference, run.approved_at, whole, by_cluster, by_group)


def _newest_run(actor: Actor) -> ProfileRun | None:
    approved = ProfileRun.objects.visible_to(actor).filter(state=RunState.APPROVED)
    return approved.order_by("-approved_at", "-pk").first()


def _shown(counted: Mapping[str, rules.Changed], named: Mapping[str, str]) -> tuple[Counts, ...]:
    """Counts in the order of the names; whatever would give a small one away beside the total is hidden with it."""
    columns = [{place: getattr(found, kind) for place, found in counted.items()} for kind in KINDS]
    hidden = [hidden_beside_total(column, BOARD) for column in columns]
    places = [*(key for key in named if key in counted), *sorted(set(counted) - set(named))]
    return tuple((named.get(place, ""), _texts(place, columns, hidden)) for place in places)


def _texts(place: str, columns: Sequence[Mapping[str, int]], hidden: Sequence[frozenset[str]]) -> tuple[str, ...]:
    pairs = zip(columns, hidden, strict=True)
    return tuple((Shown(None) if place in away else disclosed(column[place], BOARD)).text for column, away in pairs)


def _rows(actor: Actor, found: Sequence[RoutingEdition]) -> tuple[EditionRow, ...]:
    names = names_of(actor, [who for each in found for who in (each.drafted_by, each.agreed_by)])
    return tuple(
        EditionRow(
            number=each.number,
            version=each.version,
            state=each.state,
            valid_from=each.valid_from,
            draft_reason=each.draft_reason,
            drafted_by=names.get(each.drafted_by, ""),
            agreed_by=names.get(each.agreed_by, ""),
            agreement_reason=each.agreement_reason,
        )
        for each in found
    )


def _named(keys: Iterable[str], named: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(named.get(key, key) for key in keys)


def _by_bands(pair: rules.Bands) -> tuple[int, int]:
    vulnerability, resilience = pair
    return (
        [*rules.VULNERABILITY, vulnerability].index(vulnerability),
        [*rules.RESILIENCE, resilience].index(resilience),
    )
