"""What somebody asked for and has had, and the work that is open with them: so that a next step leads on from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.models import Case
from lynchpin.frontdoor.choices import BrokeringState, ReferralStatus
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.models import Brokering, Referral
from lynchpin.frontdoor.rules.options import NAMED_AS
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.pathways.choices import Permission as Pathways
from lynchpin.pathways.models import Pathway, Place
from lynchpin.pathways.queries.definitions import is_offered, steps_on
from lynchpin.pathways.queries.handovers import under_way_of
from lynchpin.people.models import records_of_person

NEWEST = 5
NO_CASE = (0, "")
DECIDED_NEXT = (ReferralStatus.SCREENING, ReferralStatus.RETURNED)


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Needs as lines name them, the lines that helped, and the referral that waits for a decision (empty where none does)."""

    needs: frozenset[str] = frozenset()
    helped_by: frozenset[str] = frozenset()
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class PathwayOfLine:
    """A pathway one of whose steps a line belongs to; `place` is the person's live place on it, or empty."""

    key: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class OpenWork:
    """The open case, its handover that is under way (empty where there is none), and the pathways by the line that belongs to
    them."""

    case: str = ""
    handover: str = ""
    pathways: Mapping[str, PathwayOfLine] = field(default_factory=dict)


def help_asked(actor: Actor, resident_id: int) -> HelpAsked:
    """What is known of it; nothing for those who may not read referrals."""
    return _help_asked(actor, resident_id) if actor.may(Frontdoor.READ_REFERRAL) else HelpAsked()


@read(Frontdoor.READ_REFERRAL)
def _help_asked(actor: Actor, resident_id: int) -> HelpAsked:
    theirs = Referral.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    found = list(theirs.order_by("-received_at", "-pk")[:NEWEST])
    asked = Brokering.objects.visible_to(actor).filter(referral_id__in=theirs.values("pk"))
    helped = asked.filter(state=BrokeringState.HELPED, offer_id__isnull=False).values_list("offer_id", flat=True)
    told = {need for each in found for need in each.needs} if actor.shows("F3") else set()
    return HelpAsked(
        needs=frozenset(named for need in told for named in NAMED_AS.get(need, ())),
        helped_by=frozenset(str(line) for line in helped),
        waiting=next((each.reference for each in found if each.status in DECIDED_NEXT), ""),
    )


def open_work(actor: Actor, resident_id: int) -> OpenWork:
    """The open case with its handover, and the pathways, as far as the role may ask for each."""
    key, case = _open_case(actor, resident_id) if actor.may(Casework.READ_CASE) else NO_CASE
    handover = _handover(actor, key) if key and actor.may(Pathways.READ_HANDOVER) else ""
    return OpenWork(case, handover, _pathways(actor, resident_id) if actor.may(Pathways.READ_PLACE) else {})


@read(Casework.READ_CASE)
def _open_case(actor: Actor, resident_id: int) -> tuple[int, str]:
    theirs = Case.objects.visible_to(actor).open().filter(resident_id__in=records_of_person(actor, resident_id))
    return theirs.order_by("-opened_at", "-pk").values_list("pk", "reference").first() or NO_CASE


@read(Pathways.READ_HANDOVER)
def _handover(actor: Actor, case_id: int) -> str:
    return under_way_of(actor, case_id)


@read(Pathways.READ_PLACE)
def _pathways(actor: Actor, resident_id: int) -> dict[str, PathwayOfLine]:
    """By the key of each line that a step of a pathway belongs to."""
    live = Place.objects.visible_to(actor).live().filter(resident_id__in=records_of_person(actor, resident_id))
    places = {str(key): place for key, place in live.order_by("pk").values_list("pathway_id", "reference")}
    names = {row.key: label(row) for row in Pathway.objects.visible_to(actor).in_force(actor.on)}
    return {line: PathwayOfLine(key, names[key], places.get(key, "")) for line, key in _lines(actor) if key in names}


def _lines(actor: Actor) -> Iterable[tuple[str, str]]:
    for step in steps_on(actor, actor.on).values():
        if is_offered(step, actor.on):
            yield from ((line, str(step.pathway_id)) for line in step.core_offer_keys)
