"""The last hours of the region: one worker on a visit, one whom nobody has heard from, and what they found missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from lynchpin.casework.queries.caseload import caseload
from lynchpin.casework.queries.snags import snags_waiting
from lynchpin.casework.queries.visits import alarms
from lynchpin.casework.use_cases.answer_snag import answer_snag
from lynchpin.casework.use_cases.answer_visit import answer_visit
from lynchpin.casework.use_cases.join_snags import join_snags
from lynchpin.casework.use_cases.start_visit import start_visit
from lynchpin.casework.use_cases.tell_snag import tell_snag
from lynchpin.casework.visit_rules import due_in
from lynchpin.demo.living import Living
from lynchpin.demo.staffing import DOMAIN, worker_code
from lynchpin.face.lists import ListQuery
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused

# the first of these workers of the first cluster who has cases, how many minutes ago, for how many minutes, on which number
VISITS = (((1,), 20, 60, "07700 900141"), ((2, 3, 4), 75, 45, "07700 900143"))  # Ofcom keeps these numbers for stories
# who of the first cluster, what kind, in which words
TOLD = (
    (1, "not-working", "Nid yw’r ffôn yn cael ei ateb ar ôl tri o’r gloch."),
    (2, "not-working", "Nobody answers the telephone in the afternoon."),
    (3, "welsh", "The course on managing money is in English only."),
    (1, "rule", "One missed appointment and they start again at the end of the queue."),
    (4, "nothing-here", "No crèche within reach of the job club."),
)
MEETING = "The library in Porth, upstairs"
ANSWER = "From the first of the month a missed first appointment is offered again within a week."


def go_out(living: Living) -> None:
    """What happened since this morning, each at its moment."""
    for numbers, minutes_ago, lasts, ring_on in VISITS:
        with clock.held(living.until - timedelta(minutes=minutes_ago)):
            workers = (_worker(living, number) for number in numbers)
            for worker in islice((each for each in workers if next(_cases(each), "")), 1):
                _visit(worker, lasts, ring_on)
    with clock.held(living.until - timedelta(minutes=10)):
        _ring(living)
    with clock.held(living.until - timedelta(days=2)):
        _tell(living)
        _answer(living)


def _worker(living: Living, number: int) -> Actor:
    return living.colleagues.named(f"{worker_code(1, number)}@{DOMAIN}")


def _cases(worker: Actor) -> Iterator[str]:
    query = ListQuery("next_contact_on", size=20)
    return (case.reference for case in caseload(worker, query, worker_id=worker.staff_id).rows)


def _visit(worker: Actor, minutes: int, ring_on: str) -> None:
    """A visit to the first person who lets colleagues visit them, or to whoever is first, elsewhere."""
    at = clock.now()
    given = {"ring_on": ring_on, "due_at": due_in(at, minutes), "at": at}
    for reference in _cases(worker):
        try:
            start_visit(worker, reference=reference, place="home", **given)
            return
        except Refused:
            continue
    for first in islice(_cases(worker), 1):
        start_visit(worker, reference=first, place="elsewhere", where=MEETING, **given)


def _ring(living: Living) -> None:
    lead, at = living.colleagues.named(f"lead-worker@{DOMAIN}"), clock.now()
    for visit in alarms(lead, at):
        given = {"kind": "rang", "note": "It went to voicemail.", "at": at}
        answer_visit(lead, visit_id=visit.id, version=visit.version, **given)


def _tell(living: Living) -> None:
    for number, kind, words in TOLD:
        worker = _worker(living, number)
        if reference := next(_cases(worker), ""):
            tell_snag(worker, reference=reference, kind=kind, words=words, at=clock.now())


def _answer(living: Living) -> None:
    """The manager joins the two that say the same and answers one."""
    manager = living.colleagues.named(f"cluster-manager@{DOMAIN}")
    waiting = snags_waiting(manager, limit=20)
    alike = [snag for snag in waiting if snag.kind_key == "not-working"]
    if len(alike) > 1:
        join_snags(manager, snag_id=alike[0].id, version=alike[0].version, others=[snag.id for snag in alike[1:]])
    for snag in (snag for snag in waiting if snag.kind_key == "rule"):
        given = {"answer": "will-do", "words": ANSWER, "at": clock.now()}
        answer_snag(manager, snag_id=snag.id, version=snag.version, **given)
