"""Lives the region's history: every event of it becomes calls of use cases, each at its own moment on a held clock."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from lynchpin.demo.machine import Colleagues
from lynchpin.kernel import clock
from lynchpin.kernel.calendar import add_working_days
from lynchpin.kernel.clock import LOCAL
from lynchpin_world import Region
from lynchpin_world.service import events

Step = Callable[["Thread"], None]
HALF_AN_HOUR = timedelta(minutes=30)


@dataclass(slots=True)
class Thread:
    """One story as far as it has been lived: its references, who holds it, and the steps still to be taken."""

    key: str
    person_id: str
    place: int
    referral: str = ""
    case: str = ""
    worker_id: int = 0
    last_at: datetime | None = None
    ended: bool = False
    pending: list[Step] = field(default_factory=list)


class Living:
    """The clock, the colleagues and the threads of a region being lived."""

    def __init__(self, region: Region, colleagues: Colleagues, until: datetime) -> None:
        self.region, self.colleagues, self.until = region, colleagues, until
        self.threads: dict[str, Thread] = {}
        self.calls = 0
        self._order = count()
        self._due: list[tuple[datetime, int, Thread]] = []

    def thread(self, event: events.Event) -> Thread:
        place = len(self.threads) + 1
        return self.threads.setdefault(event.story, Thread(event.story, event.person_id, place))

    def plan(self, thread: Thread, at: datetime, days: int, *steps: Step) -> None:
        """Let the steps be taken in their order, the first so many working days from now, the others hour by hour."""
        thread.pending = list(steps)
        day = add_working_days(clock.local_date(at), days)
        for hour, _ in enumerate(steps):
            moment = datetime(day.year, day.month, day.day, 10 + hour, 5 + thread.place % 50, tzinfo=LOCAL)
            heapq.heappush(self._due, (moment, next(self._order), thread))

    def plan_more(self, thread: Thread, at: datetime, days: int, step: Step) -> None:
        """One more step of a thread, some working days from now."""
        thread.pending.append(step)
        day = add_working_days(clock.local_date(at), days)
        moment = datetime(day.year, day.month, day.day, 15, 5 + thread.place % 50, tzinfo=LOCAL)
        heapq.heappush(self._due, (max(moment, at + HALF_AN_HOUR), next(self._order), thread))

    def take_steps_until(self, moment: datetime) -> None:
        """Take every step that is due by now, each on its own time."""
        while self._due and self._due[0][0] <= min(moment, self.until):
            at, _, thread = heapq.heappop(self._due)
            if thread.pending:
                with clock.held(at):
                    thread.pending.pop(0)(thread)

    def catch_up(self, thread: Thread, at: datetime) -> None:
        """Take a thread's remaining steps now, because what happens next needs them."""
        with clock.held(at - HALF_AN_HOUR):
            while thread.pending:
                thread.pending.pop(0)(thread)


def moments(history: Sequence[events.Event], until: datetime) -> Iterator[tuple[datetime, events.Event]]:
    """Events with their aware moments, in order, none after the end."""
    for event in history:
        at = event.at.replace(tzinfo=LOCAL)
        if at < until:
            yield at, event


def stories(history: Sequence[events.Event]) -> dict[str, list[type[events.Event]]]:
    """Story -> the kinds of its events, so that a step can know what is to come."""
    kinds: dict[str, list[type[events.Event]]] = defaultdict(list)
    for event in history:
        kinds[event.story].append(type(event))
    return kinds
