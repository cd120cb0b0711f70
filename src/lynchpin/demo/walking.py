"""What lead and engagement workers do in the demo: cases are opened and allocated, people are met, plans agreed, things change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import NAMESPACE_OID, uuid5

from lynchpin.casework.models import Case, Goal, Plan
from lynchpin.casework.use_cases.agree_plan import PlannedGoal, agree_plan
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.rate_goal import rate_goal
from lynchpin.casework.use_cases.record_contact import record_contact
from lynchpin.casework.use_cases.record_what_matters import record_what_matters
from lynchpin.demo import words
from lynchpin.demo.front_door import FrontDoor
from lynchpin.demo.living import Living, Thread
from lynchpin.demo.onward import hand_over_wholly
from lynchpin.demo.staffing import CLUSTERS, DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.outcomes.rules import HANDED_ON
from lynchpin.outcomes.use_cases.close_case import close_case
from lynchpin.outcomes.use_cases.record_outcome import record_outcome
from lynchpin_world.service import events

COMPLEXITIES = ("light", "steady", "steady", "intensive")
TURNS = (0, 0, 1, 0, 2, 1)  # which of the cluster's workers is asked first
INTENSITIES = ("fortnightly", "fortnightly", "weekly", "monthly")
SEEN_OFF = ("goals-reached", *HANDED_ON)


class Walking:
    """The workers' part in the stories."""

    def __init__(self, living: Living, front_door: FrontDoor) -> None:
        self.living, self.front_door = living, front_door

    def open(self, thread: Thread) -> None:
        thread.case = open_case(
            self._owner(thread),
            referral=thread.referral,
            complexity=COMPLEXITIES[thread.place % 4],
            intensity=INTENSITIES[thread.place % 3],
            family_size=1 + thread.place % 4,
            at=clock.now(),
        )

    def allocate(self, thread: Thread) -> None:
        """Give the case to the first colleague of the cluster, in turn, whose caseload has room; else it waits."""
        case = self._case(thread)
        for code in self._in_turn(case, thread.place):
            worker = self.living.colleagues.named(f"{code}@{DOMAIN}")
            try:
                allocate_case(
                    self._owner(thread),
                    reference=case.reference,
                    worker_id=worker.staff_id or 0,
                    version=case.version,
                    at=clock.now(),
                )
            except Refused:
                continue
            thread.worker_id = worker.staff_id or 0
            return

    def meet(self, thread: Thread, event: events.ContactMade) -> None:
        try:
            self._record(thread, event)
        except Refused as no:
            if no.reason.code != "contact_on_hold":
                raise
            self._record(thread, event, made_despite="Agreed with the safeguarding lead")
        if event.goal_moved is not None and event.rating is not None:
            self._rate(thread, event.goal_moved, event.rating)

    def listen(self, thread: Thread, event: events.WhatMatters) -> None:
        record_what_matters(
            self.holder(thread),
            reference=thread.case,
            held_on=clock.today(),
            language=event.outcomes.language,
            strengths=event.strengths.text,
            outcomes=event.outcomes.text,
            circumstances=event.circumstances.text,
            barriers=event.barriers.text,
            risks=event.risks.text,
            at=clock.now(),
        )

    def agree(self, thread: Thread, event: events.PlanMade) -> None:
        self._agree(thread, 0, [_planned(goal) for goal in event.goals])

    def look_again(self, thread: Thread) -> None:
        """Agree the plan anew when its day to be looked at has come; the goals go on."""
        plan = self._plan(thread)
        if plan and plan.review_on <= clock.today():
            goals = Goal.unscoped.filter(plan_id=plan.pk).order_by("pk")
            self._agree(thread, plan.edition, [_going_on(goal) for goal in goals])

    def achieve(self, thread: Thread, event: events.Achievement) -> None:
        try:
            record_outcome(
                self.holder(thread),
                reference=thread.case,
                measure_key=event.measure,
                achieved_on=clock.today(),
                evidence=words.EVIDENCE.get(event.evidence, "document"),
                evidence_note=event.evidence.replace("_", " "),
                at=clock.now(),
            )
        except Refused:
            return  # it was counted before: once a measure and case

    def close(self, thread: Thread, event: events.CaseClosed | events.PersonSaidNo | None) -> None:
        """End the case for the story's reason; with no event, because nobody answers any more."""
        reason = _end_reason(event)
        if reason in HANDED_ON:
            hand_over_wholly(self.holder(thread), thread.case)
        close_case(
            self.holder(thread),
            reference=thread.case,
            version=self._case(thread).version,
            reason=reason,
            no_outcome_because="What changed was theirs, and is in their own words.",
            ratings=self._said_at_the_end(thread) if reason in SEEN_OFF else {},
            at=clock.now(),
        )

    def _said_at_the_end(self, thread: Thread) -> dict[int, int]:
        """Whoever is there when the work ends says of each goal that it is a little nearer still."""
        plan = Plan.unscoped.filter(case_id=self._case(thread).pk).in_force().order_by("-edition").first()
        goals = Goal.unscoped.filter(plan_id=plan.pk) if plan else ()
        return {goal.pk: min(10, goal.latest + 1) for goal in goals}

    def _record(self, thread: Thread, event: events.ContactMade, made_despite: str = "") -> None:
        at = clock.now()
        record_contact(
            self.holder(thread),
            reference=thread.case,
            client_id=uuid5(NAMESPACE_OID, f"{thread.key} {event.at.isoformat()}"),
            kind=self._kind(thread, event),
            happened_at=at - timedelta(minutes=event.minutes),
            minutes=event.minutes,
            note=event.note.text,
            made_despite=made_despite,
            at=at,
        )

    def _kind(self, thread: Thread, event: events.ContactMade) -> str:
        """How they met; somebody who may only be telephoned is telephoned."""
        if event.spoke == "nobody":
            return "no-reply"
        kind = words.CONTACT[event.kind]
        guarded = self.front_door.is_guarded(self.front_door.person(thread))
        return "phone" if guarded and kind in ("visit", "text") else kind

    def _rate(self, thread: Thread, place: int, rating: int) -> None:
        plan = self._plan(thread)
        goals = list(Goal.unscoped.filter(plan_id=plan.pk).order_by("pk")) if plan else []
        if place < len(goals):
            goal, at = goals[place], clock.now()
            facts = {"reference": thread.case, "goal_id": goal.pk, "version": goal.version}
            rate_goal(self.holder(thread), rating=rating, at=at, **facts)

    def _plan(self, thread: Thread) -> Plan | None:
        return Plan.unscoped.filter(case_id=self._case(thread).pk).order_by("-edition").first()

    def _agree(self, thread: Thread, edition: int, goals: list[PlannedGoal]) -> None:
        facts = {"reference": thread.case, "version": edition, "agreed_on": clock.today()}
        agree_plan(self.holder(thread), goals=goals, at=clock.now(), **facts)

    def resident_of(self, thread: Thread) -> int:
        """The id of the resident whose case it is."""
        return self._case(thread).resident_id

    def _case(self, thread: Thread) -> Case:
        return Case.unscoped.get(reference=thread.case)

    def _owner(self, thread: Thread) -> Actor:
        return self.living.colleagues.staff(self.front_door.owner_of(thread))

    def holder(self, thread: Thread) -> Actor:
        """Whoever holds the case: its worker, or its lead while it waits."""
        return self.living.colleagues.staff(thread.worker_id) if thread.worker_id else self._owner(thread)

    def _in_turn(self, case: Case, place: int) -> Iterator[str]:
        """The cluster's workers; for people outside every cluster, those of each cluster in turn until one has room."""
        if case.cluster_id in CLUSTERS:
            yield from _workers_of(CLUSTERS.index(case.cluster_id), place)
        else:
            for further in range(len(CLUSTERS)):
                yield from _workers_of((place + further) % len(CLUSTERS), place)


def _workers_of(cluster: int, place: int) -> list[str]:
    """Three of a cluster's four workers, the first most often; the fourth has only just begun, and comes when all three are full."""
    number = cluster + 1
    first = "engagement-worker" if number == 1 else f"engagement-worker-{number}"
    codes = [first, f"engagement-worker-{number}2", f"engagement-worker-{number}3"]
    asked = TURNS[place % len(TURNS)]
    return [*codes[asked:], *codes[:asked], f"engagement-worker-{number}4"]


def _planned(goal: events.Goal) -> PlannedGoal:
    first_step = words.FIRST_STEP.get(goal.words.language, words.FIRST_STEP["en"])
    return PlannedGoal(goal.words.text, goal.rating, first_step, words.MEASURE[goal.topic])


def _going_on(goal: Goal) -> PlannedGoal:
    return PlannedGoal(goal.in_their_words, goal.latest, goal.first_step, goal.measure_key)


def _end_reason(event: events.CaseClosed | events.PersonSaidNo | None) -> str:
    match event:
        case events.CaseClosed():
            return words.END[event.reason]
        case events.PersonSaidNo():
            return "persons-no"
    return "no-reply"
