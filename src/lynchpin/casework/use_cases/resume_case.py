"""Resume a case: what slipped back is taken up again where it was left, with everything that was written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from lynchpin.casework import rules
from lynchpin.casework.choices import Verb
from lynchpin.casework.models import Case
from lynchpin.casework.queries.absences import away_until
from lynchpin.casework.queries.capacities import capacities
from lynchpin.casework.queries.holders import holder_ids, kept_away
from lynchpin.frontdoor.use_cases.reopen_referral import reopen_referral
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import part
from lynchpin.organisations.choices import Role
from lynchpin.organisations.models import Reach, RoleAssignment, Staff
from lynchpin.people.models import died_on, one_at_a_time
from lynchpin.people.rules import why_not_for
from lynchpin.people.use_cases.begin_involvement import begin_involvement


@part
def resume_case(actor: Actor, *, reference: str, at: datetime) -> str:
    """Open a closed case again: with its worker where they may and can hold it, else with its lead. Gives its reference.

    The later room has judged who may ask for it: a worker's own closed cases are soon out of their sight.
    """
    on = local_date(at)
    worker = _worker_of(reference)  # before the case, as allocating locks them: else two would wait for each other
    case = Case.unscoped.select_for_update().find(reference=reference)
    open_cases = Case.unscoped.open().filter(resident_id__in=one_at_a_time(actor, case.resident_id))
    refuse_if(why_not_for(died_on(actor, case.resident_id)))
    refuse_if(rules.why_not_resume(case, has_open_case=open_cases.exists()))
    go_on_with(actor, case, _who_may_hold(actor, worker, case, on), at)
    audit.record(Verb.CASE_RESUMED, case, worker=case.worker_id, lead=case.lead_id)
    return reference


def go_on_with(actor: Actor, case: Case, worker_id: int | None, at: datetime) -> None:
    """Open a locked case that may be opened again, with a worker or with a lead at work alone."""
    on = local_date(at)
    case.lead_id = _lead(case, on)
    case.store("lead_id", *case.go_on(worker_id, at, rules.first_contact_by(on)))
    if case.referral_reference:
        reopen_referral(actor, reference=case.referral_reference, at=at)
    about: dict[str, Any] = {"resident_id": case.resident_id, "room": "casework", "reference": case.reference, "on": on}
    for holder_id in dict.fromkeys(filter(None, (case.lead_id, case.worker_id))):
        begin_involvement(actor, **about, holder_id=holder_id)


def _worker_of(reference: str) -> Staff | None:
    theirs = Case.unscoped.filter(reference=reference).values("worker_id")
    return Staff.unscoped.select_for_update().filter(pk__in=theirs).first()


def _who_may_hold(actor: Actor, worker: Staff | None, case: Case, on: date) -> int | None:
    """Whoever walked with them before, if they are there, nothing keeps them from it and their caseload has room."""
    if worker is None or away_until(worker.pk, on) is not None:
        return None
    no = rules.why_not_hold(
        worker,
        holds_cases=worker.pk in holder_ids(on, (worker.pk,)),
        kept_away=worker.pk in kept_away(actor, case.resident_id),
        on=on,
    )
    load = Case.unscoped.open().held_by(worker.pk).weight()
    limit = capacities(actor, [worker], on)[worker.pk].points
    return worker.pk if no is None and load + case.weight <= limit else None


def _lead(case: Case, on: date) -> int:
    """The lead of before while at work, else a lead worker of the cluster; with neither, the one who left is replaced by hand."""
    leading = RoleAssignment.unscoped.in_force(on).filter(role=Role.LEAD_WORKER)
    at_work = Staff.unscoped.at_work(on)
    if at_work.filter(pk=case.lead_id).exists():
        return case.lead_id
    here = Reach.unscoped.filter(kind="cluster", key=case.cluster_id or "", assignment_id__in=leading.values("pk"))
    found = at_work.filter(pk__in=here.values("staff_id")).order_by("pk")
    return found.values_list("pk", flat=True).first() or case.lead_id
