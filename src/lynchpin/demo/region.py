"""Makes the demo region: ground, colleagues, two years of service, then a profile run over partners' extracts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from lynchpin.demo import duties, ground, staffing
from lynchpin.demo.colleagues import between_colleagues
from lynchpin.demo.concerns import Concerns
from lynchpin.demo.families import show_families
from lynchpin.demo.finding import find
from lynchpin.demo.front_door import FrontDoor
from lynchpin.demo.late import arrive_late
from lynchpin.demo.letters import read_and_post
from lynchpin.demo.living import Living, Thread, moments, stories
from lynchpin.demo.onward import go_on
from lynchpin.demo.out_alone import go_out
from lynchpin.demo.routing import keep_to_the_rules
from lynchpin.demo.second_look import look_again
from lynchpin.demo.strengths import add_places_to_meet, say_what_is_strong
from lynchpin.demo.teams import gather_families
from lynchpin.demo.walking import Walking
from lynchpin.kernel import clock
from lynchpin_world import grow, history
from lynchpin_world.service import events

Say = Callable[[str], None]
MONTHS = 24
LONG_SILENCE = timedelta(days=40)


def make(residents: int, seed: int, now: datetime, password_hash: str, say: Say) -> None:
    """Live a region until `now`; the same arguments give the same region."""
    region = grow(residents, seed, as_at=clock.local_date(now))
    say(f"grown: {len(region.people)} people in {len(region.families)} families")
    began = now - timedelta(days=MONTHS * 31 + 14)
    with clock.held(began):
        ground.lay(region)
        colleagues = staffing.hire(password_hash, since=clock.local_date(began))
        say_what_is_strong()
        add_places_to_meet(region, colleagues)
        duties.record_all(ground.PACK, colleagues, since=clock.local_date(began))
    say("laid: reference pack, places, postcodes and colleagues")
    living = Living(region, colleagues, now)
    live(living, history(region, seed, MONTHS), say)
    with clock.held(now - timedelta(days=30)):
        ground.agree_with_partners(clock.local_date(now))
        show_families(colleagues)
    find(region, colleagues, now, say)
    keep_to_the_rules(colleagues, now)


def live(living: Living, told: Sequence[events.Event], say: Say) -> None:
    """Let every event happen at its moment, with the steps that fall due between."""
    front_door = FrontDoor(living)
    teller = Teller(living, front_door, Walking(living, front_door), stories(told))
    for number, (at, event) in enumerate(moments(told, living.until), start=1):
        living.take_steps_until(at)
        teller.tell(at, event)
        if number % 500 == 0:
            say(f"lived: {number} events, to {at:%B %Y}")
    living.take_steps_until(living.until)
    teller.let_go()
    go_on(living)
    look_again(living)
    read_and_post(living)
    arrive_late(living, front_door, teller.walking)
    gather_families(living)
    go_out(living)
    between_colleagues(living)
    say(f"lived: {len(living.threads)} stories")


class Teller:
    """Turns each event of the history into what people of the service do about it."""

    def __init__(
        self, living: Living, door: FrontDoor, walking: Walking, kinds: dict[str, list[type[events.Event]]]
    ) -> None:
        self.living, self.door, self.walking, self.kinds = living, door, walking, kinds
        self.concerns = Concerns(living)

    def tell(self, at: datetime, event: events.Event) -> None:
        """One event, at its moment."""
        thread = self.living.thread(event)
        thread.last_at, thread.ended = at, isinstance(event, events.CaseClosed | events.PersonSaidNo)
        match event:
            case events.ReferralSent() | events.SelfReferral():
                self._arrive(thread, at, event)
            case events.ServiceDeclined():
                self._advise(thread, at)
            case events.PersonSaidNo():
                self._hear_no(thread, at, event)
            case _:
                self._walk(thread, at, event)

    def let_go(self) -> None:
        """Cases that fell silent long ago were closed with an open offer; only the lately silent are still open."""
        for thread in self.living.threads.values():
            if (
                thread.case
                and not thread.ended
                and thread.last_at
                and thread.last_at < self.living.until - LONG_SILENCE
            ):
                with clock.held(thread.last_at + LONG_SILENCE):
                    self.walking.close(thread, None)

    def _arrive(self, thread: Thread, at: datetime, event: events.ReferralSent | events.SelfReferral) -> None:
        with clock.held(at):
            if isinstance(event, events.ReferralSent):
                self.door.receive(thread, event)
            else:
                self.door.be_asked(thread, event)
        days = 6 if thread.place % 5 == 0 else 2  # one in five waits too long, as in life
        self.living.plan(thread, at, days, *self._steps(thread))

    def _steps(self, thread: Thread) -> tuple[Callable[[Thread], None], ...]:
        """Looked at, routed, opened, allocated; a story whose first referral is declined is only looked at."""
        coming = self.kinds[thread.key]
        if events.ServiceDeclined in coming:
            coming.remove(events.ServiceDeclined)
            return (self.door.screen,)
        return self.door.screen, self.door.route, self.walking.open, self.walking.allocate

    def _advise(self, thread: Thread, at: datetime) -> None:
        self.living.catch_up(thread, at)
        with clock.held(at):
            self.door.advise(thread)

    def _hear_no(self, thread: Thread, at: datetime, event: events.PersonSaidNo) -> None:
        with clock.held(at):
            if thread.case:
                self.walking.close(thread, event)
            else:
                thread.pending.clear()
                self.door.hear_no(thread)

    def _meet(self, thread: Thread, event: events.ContactMade) -> None:
        """A contact; where the story goes on to this day, a plan whose day has come is looked at again."""
        self.walking.meet(thread, event)
        if event.spoke == "person" and events.CaseClosed not in self.kinds[thread.key]:
            self.walking.look_again(thread)

    def _worry(self, thread: Thread, event: events.ConcernRaised) -> None:
        self.concerns.be_raised(thread, event, self.walking.holder(thread), self.walking.resident_of(thread))

    def _walk(self, thread: Thread, at: datetime, event: events.Event) -> None:
        self.living.catch_up(thread, at)
        with clock.held(at):
            match event:
                case events.ContactMade():
                    self._meet(thread, event)
                case events.WhatMatters():
                    self.walking.listen(thread, event)
                case events.PlanMade():
                    self.walking.agree(thread, event)
                case events.Achievement():
                    self.walking.achieve(thread, event)
                case events.CaseClosed():
                    self.walking.close(thread, event)
                case events.ConcernRaised():
                    self._worry(thread, event)
