"""Where people go on to in the demo: places on pathways, a handover under way, and what they say weeks after the end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from lynchpin.casework.models import Case
from lynchpin.demo.living import Living
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.pathways.choices import PlaceState
from lynchpin.pathways.models import CheckIn, Place
from lynchpin.pathways.use_cases.acknowledge_handover import acknowledge_handover
from lynchpin.pathways.use_cases.answer_step_test import answer_step_test
from lynchpin.pathways.use_cases.complete_pathway import complete_pathway
from lynchpin.pathways.use_cases.pause_pathway import pause_pathway
from lynchpin.pathways.use_cases.prepare_handover import prepare_handover
from lynchpin.pathways.use_cases.record_check_in import record_check_in
from lynchpin.pathways.use_cases.send_handover import send_handover
from lynchpin.pathways.use_cases.start_pathway import start_pathway
from lynchpin.pathways.use_cases.step_up import step_up
from lynchpin.pathways.use_cases.waive_first_visit import waive_first_visit

# pathway, answers at the start, then each step up with what is answered before it
ROUTES: tuple[tuple[str, dict[str, bool], tuple[tuple[str, dict[str, bool]], ...]], ...] = (
    (
        "employability",
        {"cfw_eligible": False},
        (
            ("PH2", {"wants_to_start": True}),
            ("PH3", {"needs_screened": True, "confidence_low": True, "mentoring_first": True}),
            ("PH4", {"skills_gathered": True}),
            ("PH5", {"ready_for_route": True}),
        ),
    ),
    (
        "isolation",
        {"care_need_seen": False},
        (
            ("IS2", {"agrees_to_contact": True}),
            ("IS3", {"what_matters_heard": True, "activity_chosen": True}),
            ("IS4", {"first_visit_made": True}),
            ("IS5", {"attends_regularly": True}),
        ),
    ),
    (
        "parenting",
        {},
        (
            ("PA2", {"family_wants_support": True, "family_consents": True, "risk_explained": True}),
            ("PA4", {"assessment_done": True, "course_suits": True}),
        ),
    ),
)
SAID = ("sustained", "sustained", "partly", "sustained", "no-reply", "sustained", "sustained", "no-reply")
CONTACT = "Tegan Morris-Hale"
LEFT_TO_ASK = timedelta(days=9)
WORDS = {"sustained": "Still going to the group on Thursdays.", "partly": "Better than it was, with bad weeks."}


def go_on(living: Living) -> None:
    """Check-ins of the past are asked on their days; half of the people with a worker are on a pathway."""
    _ask(living)
    cases = Case.unscoped.open().filter(worker__isnull=False).order_by("opened_at", "pk")
    for place, case in enumerate(cases):
        if place % 2 == 0:
            _walk_on(living, case, place // 2)
    _complete(living)
    _hand_over(living)


def _ask(living: Living) -> None:
    due = CheckIn.unscoped.due().filter(due_on__lte=local_date(living.until) - LEFT_TO_ASK).order_by("due_on", "pk")
    for place, check_in in enumerate(due):
        state = SAID[place % len(SAID)]
        with clock.held(_at(check_in.due_on + timedelta(days=1))):
            record_check_in(
                living.colleagues.staff(check_in.holder_id),
                reference=check_in.reference,
                version=check_in.version,
                state=state,
                asked_on=clock.today(),
                in_their_words=WORDS.get(state, ""),
                at=clock.now(),
            )


def _walk_on(living: Living, case: Case, place: int) -> None:
    pathway, first, steps = ROUTES[place % len(ROUTES)]
    worker = living.colleagues.staff(case.worker_id or case.lead_id)
    allocated = local_date(case.allocated_at or case.opened_at) + timedelta(days=3)
    days = max((local_date(living.until) - allocated).days, 0)
    far = min(place // len(ROUTES) % (len(steps) + 1), days // 7, len(steps))
    if days < 1:
        return
    with clock.held(_at(allocated)):
        reference = start_pathway(
            worker,
            reference=case.reference,
            pathway=pathway,
            answers=first,
            started_on=clock.today(),
            they_asked=True,
            at=clock.now(),
        )
    for number, (to_step, answers) in enumerate(steps[:far], start=1):
        with clock.held(_at(allocated + timedelta(days=number * days // (far + 1)))):
            _step(worker, reference, to_step, answers)
    if place % 9 == 4:
        with clock.held(living.until - timedelta(hours=2)):
            _rest(worker, reference)


def _step(worker: Actor, reference: str, to_step: str, answers: dict[str, bool]) -> None:
    for key, answer in answers.items():
        given = {"test_key": key, "answer": answer, "answered_on": clock.today(), "at": clock.now()}
        answer_step_test(worker, reference=reference, **given)
    step_up(worker, reference=reference, to_step=to_step, **_now(reference))


def _rest(worker: Actor, reference: str) -> None:
    pause_pathway(worker, reference=reference, reason="Looking after a relative for some weeks", **_now(reference))


def _complete(living: Living) -> None:
    """The first to come to the end of the employability pathway has done it, and is owed an interview."""
    place = Place.unscoped.live().filter(step="PH5", state=PlaceState.ON).order_by("stepped_on", "pk").first()
    if place is None:
        return
    case = Case.unscoped.get(pk=place.case_id)
    worker = living.colleagues.staff(case.worker_id or case.lead_id)
    with clock.held(living.until - timedelta(hours=3)):
        given = {"test_key": "course_completed", "answer": True, "answered_on": clock.today(), "at": clock.now()}
        answer_step_test(worker, reference=place.reference, **given)
        complete_pathway(worker, reference=place.reference, **_now(place.reference))


def _now(reference: str) -> dict[str, object]:
    version = Place.unscoped.get(reference=reference).version
    return {"version": version, "moved_on": clock.today(), "at": clock.now()}


def _hand_over(living: Living) -> None:
    """The first worker has one handover to send and one that waits for an answer."""
    worker = living.colleagues.named("engagement-worker@demo.lynchpin.example")
    mine = list(Case.unscoped.open().held_by(worker.staff_id).order_by("opened_at", "pk")[:2])
    for place, case in enumerate(mine):
        with clock.held(living.until - timedelta(days=1, hours=place)):
            reference = hand_over(worker, case.reference, way="down")
            if place:
                send_handover(worker, reference=reference, version=1, at=clock.now())


def hand_over(worker: Actor, case: str, *, way: str) -> str:
    """A pack for Families First, prepared and not sent."""
    return prepare_handover(
        worker,
        reference=case,
        way=way,
        what_changed="Bills are in order, and mornings are calmer.",
        what_matters="Cael amser gyda'r plant heb boeni am arian.",
        what_was_tried="Going along to the advice session helped most.",
        language="cy",
        agreed_by="The person",
        agreed_on=clock.today(),
        agreed_to="All of this, for the team that walks with them next",
        to_organisation="families_first_project",
        contact_name=CONTACT,
        contact_role="Family support worker",
        at=clock.now(),
    )


def hand_over_wholly(worker: Actor, case: str) -> None:
    """A handover to its end: taken on, with the first visit left out."""
    reference = hand_over(worker, case, way="up")
    send_handover(worker, reference=reference, version=1, at=clock.now())
    taken = {"version": 2, "taken_by_name": CONTACT, "at": clock.now()}
    acknowledge_handover(worker, reference=reference, **taken)
    because = "They had met before"
    waive_first_visit(worker, reference=reference, version=3, because=because, at=clock.now())


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14, 10), LOCAL)
