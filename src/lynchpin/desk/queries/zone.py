"""A zone with what it has first, and the help going on there as numbers that give nobody away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lynchpin.desk.choices import Permission
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import read
from lynchpin.outcomes.counting import CaseTrace
from lynchpin.outcomes.disclosure import BOARD, Shown, disclosed
from lynchpin.outcomes.queries.traces import traces
from lynchpin.outcomes.rules import Quarter
from lynchpin.people.models import Resident
from lynchpin.places.queries import ZoneFacts
from lynchpin.places.queries import zone as zone_facts


@dataclass(frozen=True, slots=True)
class ZoneNumbers:
    """People of a zone, each counted once: helped now, begun this quarter, and with an outcome this quarter."""

    helped_now: Shown
    begun: Shown
    better_off: Shown

    @property
    def hides(self) -> bool:
        """Whether a number is hidden."""
        return any(shown.value is None for shown in (self.helped_now, self.begun, self.better_off))


@dataclass(frozen=True, slots=True)
class ZoneOverview:
    """Everything on a zone's page."""

    facts: ZoneFacts
    quarter: Quarter
    numbers: ZoneNumbers


@read(Permission.READ_ZONE)
def zone_overview(actor: Actor, key: str) -> ZoneOverview:
    """One zone. Raises `NotFound`. Counts of 1 to 4 are hidden from everybody: the page is made to be shown round."""
    facts, quarter = zone_facts(actor, key), Quarter.of(actor.on)
    areas = [area.code for area in facts.areas]
    lives_here = set(Resident.objects.visible_to(actor).filter(area_id__in=areas).values_list("pk", flat=True))
    theirs = [trace for trace in traces(quarter) if trace.resident_id in lives_here]
    return ZoneOverview(facts, quarter, _numbers(theirs, quarter))


def _numbers(theirs: Iterable[CaseTrace], quarter: Quarter) -> ZoneNumbers:
    found = list(theirs)
    return ZoneNumbers(
        helped_now=_people(trace for trace in found if trace.ended_on is None),
        begun=_people(trace for trace in found if trace.opened_on >= quarter.starts_on),
        better_off=_people(trace for trace in found if trace.achieved),
    )


def _people(found: Iterable[CaseTrace]) -> Shown:
    return disclosed(len({trace.resident_id for trace in found}), BOARD)
