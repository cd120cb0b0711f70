"""What a journey finds when it begins, beside the lived region: each state reached by the service's own use cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from lynchpin.casework.models import Case
from lynchpin.casework.use_cases.allocate_case import allocate_case
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.record_contact import record_contact
from lynchpin.demo.staffing import DOMAIN
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.use_cases.answer_referral import answer_referral
from lynchpin.frontdoor.use_cases.route_referral import route_referral
from lynchpin.frontdoor.use_cases.screen_referral import screen_referral
from lynchpin.frontdoor.use_cases.send_referral import send_referral
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.actors import acting
from lynchpin.organisations.models import Account, Staff
from lynchpin.places.models import ClusterArea

SURNAMES = ("Aldersea", "Brongest", "Cilgwyn", "Dolwyddan", "Erwood", "Ffynnon", "Glanrhyd", "Hafodwen", "Islwynne")
ADVICE = "Rang the warm homes line together"
numbers = count()


def colleague(code: str) -> Actor:
    """One of the region's colleagues, as they act today."""
    return replace(acting(Account.objects.get(email=email(code))), on=clock.today())


def email(code: str) -> str:
    return f"{code}@{DOMAIN}"


def staff(code: str) -> Staff:
    return Staff.unscoped.get(account__email=email(code))


def area_of(cluster: str) -> str:
    """A small area of a cluster; none for people outside every cluster."""
    return ClusterArea.unscoped.filter(cluster_id=cluster).order_by("area_id").first().area_id if cluster else ""


def somebody() -> dict[str, str]:
    """A forename and a surname that nobody else in the region bears together."""
    number = next(numbers)
    return {"forename": f"Tegid{'abcdefghij'[number // len(SURNAMES)]}", "surname": SURNAMES[number % len(SURNAMES)]}


def referral(cluster: str = "porth", *, routed: bool = True, at: datetime | None = None, **facts: Any) -> Referral:
    """A referral of somebody new who lives in a cluster; by default a lead worker has it."""
    person, now, centre = somebody(), at or clock.now(), colleague("central-support")
    told = {"source": "RS3", "name": " ".join(person.values()), "needs": ["money"], "urgency": "routine"}
    home = {"address": f"{next(numbers)} Heol y Felin", "postcode": "CF99 1AA"}
    reference = send_referral(centre, at=now, person_agrees=True, **told, **home, **facts)
    if routed:
        facts = {**person, "area_code": area_of(cluster), "urgency": "routine"}
        screen_referral(centre, reference=reference, version=_version(reference), at=now, **facts)
        why = {"route": "caseload", "route_reason": "Would like company to the college"}
        route_referral(centre, reference=reference, version=_version(reference), at=now, **why)
    return Referral.unscoped.get(reference=reference)


def case(cluster: str, lead: str, worker: str = "", *, days_ago: int = 10) -> Case:
    """An open case of somebody new; with a worker, on their caseload since it was opened."""
    at = clock.now() - timedelta(days=days_ago)
    with clock.held(at):
        sent = referral(cluster, at=at)
        reference = open_case(colleague(lead), referral=sent.reference, at=at)
        if worker:
            opened, holder = Case.unscoped.get(reference=reference), colleague(worker)
            facts = {"reference": reference, "worker_id": holder.staff_id, "version": opened.version}
            allocate_case(colleague(lead), at=at, **facts)
    return Case.unscoped.get(reference=reference)


def contact(of: Case, worker: str, *, days_ago: int, next_contact_on: date | None = None) -> None:
    """A meeting that took place some days ago."""
    at = clock.now() - timedelta(days=days_ago)
    with clock.held(at):
        facts = {"client_id": uuid4(), "kind": "venue", "happened_at": at, "minutes": 30}
        record_contact(colleague(worker), reference=of.reference, at=at, next_contact_on=next_contact_on, **facts)


def screened(sent: Referral, area: str = "") -> None:
    """The centre knows who a referral is about."""
    forename, surname = sent.told_name.split()
    facts = {"forename": forename, "surname": surname, "urgency": sent.urgency, "area_code": area}
    centre, version = colleague("central-support"), _version(sent.reference)
    screen_referral(centre, reference=sent.reference, version=version, at=clock.now(), **facts)


def answered(sent: Referral) -> None:
    """The centre says who it is about, and what it advised."""
    centre, now = colleague("central-support"), clock.now()
    screened(sent)
    told = {"reference": sent.reference, "version": _version(sent.reference)}
    answer_referral(centre, advice_given=ADVICE, at=now, **told)


def letter() -> None:
    """Somebody who said that letters are safe is told that their referral came; a colleague has to read it first."""
    referral(safe_contact={"channels": ["letter"]})


def again(of: Case) -> Case:
    """The case as it is kept now."""
    return Case.unscoped.get(reference=of.reference)


def _version(reference: str) -> int:
    return Referral.unscoped.get(reference=reference).version
