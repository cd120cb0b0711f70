"""A person across the rooms: how it is safe to reach them first, then family, helpers, referrals, case and outcomes.

The first read is the person's own; each part after it is asked under the permission of the room that owns it, and is None
where this role may not ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.models import SILENT_AFTER, Contact, cases_seen
from lynchpin.casework.queries.case import PlanFact, plan_in_force
from lynchpin.casework.queries.heads import silent_days
from lynchpin.casework.queries.holders import names_for
from lynchpin.desk.choices import Permission
from lynchpin.framework.models import Measure
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.labels import label
from lynchpin.kernel.page import read
from lynchpin.outcomes.choices import Permission as Outcomes
from lynchpin.outcomes.models import Achievement
from lynchpin.people.models import Involvement, records_of_person
from lynchpin.people.queries import ResidentRecord, on_their_own, resident

MOST_CONTACTS, MOST_REFERRALS = 3, 5


@dataclass(frozen=True, slots=True)
class Helper:
    """A colleague who is with this person, or with someone of the family (then `relative` names whom)."""

    name: str
    since: date
    relative: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a referral."""

    kind: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ReferralAtAGlance:
    """A referral with its steps, oldest first."""

    reference: str
    source: str
    status: str
    received_on: date
    owner: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A contact that took place; `note` is empty where notes are not shown."""

    kind: str
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class CaseAtAGlance:
    """The newest case, its plan in force and its latest contacts."""

    reference: str
    status: str
    opened_on: date
    lead: str
    worker: str
    last_contact_on: date | None
    next_contact_on: date | None
    silent_days: int
    told: bool
    plan: PlanFact | None
    contacts: tuple[Encounter, ...]

    @property
    def silent(self) -> bool:
        return self.silent_days > SILENT_AFTER.days


@dataclass(frozen=True, slots=True)
class Outcome:
    """Something that changed, counted once."""

    measure: str
    achieved_on: date


@dataclass(frozen=True, slots=True)
class PersonOverview:
    """Everything on the page. A part is None where this role may not ask, and empty where there is nothing."""

    record: ResidentRecord
    helpers: tuple[Helper, ...]
    referrals: tuple[ReferralAtAGlance, ...] | None
    case: CaseAtAGlance | None
    may_read_case: bool
    outcomes: tuple[Outcome, ...] | None


@read(Permission.READ_OVERVIEW)
def person_overview(actor: Actor, reference: str) -> PersonOverview:
    """One person. Raises `NotFound`, and for whoever is out of sight too."""
    record = resident(actor, reference)
    key = record.brief.resident_id
    return PersonOverview(
        record=record,
        helpers=_helpers(actor, record),
        referrals=referrals_of(actor, key) if actor.may(Frontdoor.READ_REFERRAL) else None,
        case=case_of(actor, key) if actor.may(Casework.READ_CASE) else None,
        may_read_case=actor.may(Casework.READ_CASE),
        outcomes=outcomes_of(actor, key) if actor.may(Outcomes.READ_ACHIEVEMENTS) else None,
    )


@read(Frontdoor.READ_REFERRAL)
def referrals_of(actor: Actor, resident_id: int) -> tuple[ReferralAtAGlance, ...]:
    """The newest referrals of a person, with their steps."""
    theirs = Referral.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    found = list(theirs.order_by("-received_at", "-pk")[:MOST_REFERRALS])
    entries = TimelineEntry.objects.visible_to(actor).filter(referral_id__in=[each.pk for each in found])
    steps = list(entries.order_by("at", "pk"))
    names = names_for(actor, [*(each.owner_id for each in found), *(step.by_staff for step in steps)])
    of_referral: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        of_referral[step.referral_id].append(Step(step.kind, step.at, names.get(step.by_staff or 0, "")))
    return tuple(_referral(each, names, of_referral[each.pk]) for each in found)


@read(Casework.READ_CASE)
def case_of(actor: Actor, resident_id: int) -> CaseAtAGlance | None:
    """The newest case of a person, an open one before a closed one."""
    theirs = cases_seen(actor, resident_id=records_of_person(actor, resident_id))
    case = max(theirs, key=lambda each: (each.status, each.opened_at, each.pk), default=None)
    if case is None:
        return None
    held = Contact.objects.visible_to(actor).filter(case=case).order_by("-at", "-pk")
    contacts = list(held[:MOST_CONTACTS])
    names = names_for(actor, [case.lead_id, case.worker_id, *(contact.recorded_by for contact in contacts)])
    return _case(actor, case, names, contacts)


@read(Outcomes.READ_ACHIEVEMENTS)
def outcomes_of(actor: Actor, resident_id: int) -> tuple[Outcome, ...]:
    """What changed for a person, newest first."""
    theirs = Achievement.objects.visible_to(actor).filter(resident_id__in=records_of_person(actor, resident_id))
    rows = list(theirs.order_by("-achieved_on", "-pk").values_list("measure_key", "achieved_on"))
    measures = Measure.objects.visible_to(actor).filter(key__in={key for key, _ in rows})
    labels = {measure.key: label(measure) for measure in measures}
    return tuple(Outcome(labels.get(key, key), on) for key, on in rows)


def _helpers(actor: Actor, record: ResidentRecord) -> tuple[Helper, ...]:
    own = on_their_own(each.brief.resident_id for each in record.relatives)  # who is with them is theirs to tell
    relatives = {key: each.brief.name for each in record.relatives if (key := each.brief.resident_id) not in own}
    people = [record.brief.resident_id, *relatives]
    open_ones = Involvement.objects.visible_to(actor).filter(resident_id__in=people, ended_on__isnull=True)
    rows = list(open_ones.order_by("began_on", "pk"))
    names = names_for(actor, (row.holder_id for row in rows))
    found = (
        Helper(names.get(row.holder_id or 0, ""), row.began_on, relatives.get(row.resident_id, "")) for row in rows
    )
    return tuple(sorted((each for each in found if each.name), key=lambda helper: (helper.relative, helper.since)))


def _referral(each: Any, names: Mapping[int, str], steps: Iterable[Step]) -> ReferralAtAGlance:
    received_on, owner = local_date(each.received_at), names.get(each.owner_id or 0, "")
    return ReferralAtAGlance(each.reference, each.source, each.status, received_on, owner, tuple(steps))


def _case(actor: Actor, case: Any, names: Mapping[int, str], contacts: Iterable[Contact]) -> CaseAtAGlance:
    told = actor.shows("F3")
    return CaseAtAGlance(
        reference=case.reference,
        status=case.status,
        opened_on=local_date(case.opened_at),
        lead=names.get(case.lead_id, ""),
        worker=names.get(case.worker_id or 0, ""),
        last_contact_on=local_date(case.last_contact_at) if case.last_contact_at else None,
        next_contact_on=case.next_contact_on,
        silent_days=silent_days(case, actor.on),
        told=told,
        plan=plan_in_force(actor, case) if told else None,
        contacts=tuple(_encounter(each, names, told) for each in contacts),
    )


def _encounter(each: Contact, names: Mapping[int, str], told: bool) -> Encounter:
    return Encounter(each.kind, each.at, names.get(each.recorded_by or 0, ""), each.note if told else "")
