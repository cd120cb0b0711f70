"""What passes between the demo's colleagues: a case passed on and one asked for, a supervision, and cover for a week away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lynchpin.casework.models import Case
from lynchpin.casework.queries.transfers import transfer_to_propose
from lynchpin.casework.supervising import AgreedAction, CaseLine
from lynchpin.casework.use_cases.propose_transfer import propose_transfer
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.casework.use_cases.record_supervision import record_supervision
from lynchpin.demo.living import Living
from lynchpin.demo.staffing import DOMAIN, worker_code
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor

DAY = timedelta(days=1)


def between_colleagues(living: Living) -> None:
    """In the first cluster: its first worker is asked to take a case on, has asked somebody, and covers for the second."""
    with clock.held(living.until - 20 * DAY):
        _supervise(living)
    with clock.held(living.until - 6 * DAY):
        _ask(living, (1,), 4, "They live near where this colleague often is.")
    with clock.held(living.until - timedelta(hours=5)):
        _ask(living, (4, 3, 2), 1, "The person asked for somebody who knows the youth service.")
        _cover(living)


def _worker(living: Living, number: int) -> Actor:
    return living.colleagues.named(f"{worker_code(1, number)}@{DOMAIN}")


def _lead(living: Living) -> Actor:
    return living.colleagues.named(f"lead-worker@{DOMAIN}")


def _supervise(living: Living) -> None:
    worker, today = _worker(living, 1), clock.today()
    held = Case.unscoped.open().held_by(worker.staff_id).filter(opened_at__lt=clock.now()).order_by("opened_at", "pk")
    record_supervision(
        _lead(living),
        staff_id=_id(worker),
        held_on=today,
        next_on=today + 28 * DAY,
        actions=[AgreedAction("Ask the housing team who answers for repairs", _id(worker), today + 24 * DAY)],
        talks=[CaseLine(case.pk, "Going steadily. Look at the plan together.") for case in held[:2]],
        at=clock.now(),
    )


def _ask(living: Living, givers: Sequence[int], to: int, why: str) -> None:
    """The oldest of some workers' cases that another has room for, if there is one."""
    other = _id(_worker(living, to))
    for worker in (_worker(living, giver) for giver in givers):
        for case in Case.unscoped.open().held_by(worker.staff_id).filter(allocated_at__lt=clock.now()).order_by("pk"):
            facts = transfer_to_propose(worker, case.reference)
            if not facts.under_way and other in dict(facts.colleagues):
                given = {"version": case.version, "to_staff_id": other, "why": why, "at": clock.now()}
                propose_transfer(worker, reference=case.reference, **given)
                return


def _cover(living: Living) -> None:
    days = {"from_on": clock.today(), "to_on": clock.today() + 8 * DAY, "at": clock.now()}
    away, cover = _id(_worker(living, 2)), _id(_worker(living, 1))
    record_absence(_lead(living), staff_id=away, cover_id=cover, reason="leave", **days)


def _id(actor: Actor) -> int:
    return actor.staff_id or 0
