"""What whoever sent a referral may see of it: that it came, how far it is in four words, and their part of its timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.face.lists import ListPage, ListQuery
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import OwnStatus, Permission, TimelineKind
from lynchpin.frontdoor.models import Referral, TimelineEntry
from lynchpin.kernel.access import Subject
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read
from lynchpin.people.models import out_of_sight

ORDER = {"sent_on": ("received_at", "pk"), "name": ("told_name", "pk")}


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One's own referral: the name as one told it oneself."""

    subject: Subject
    reference: str
    name: str
    sent_on: date
    status: OwnStatus


@dataclass(frozen=True, slots=True)
class OwnReferral:
    """One's own referral and the steps meant for whoever sent it, as (kind, when)."""

    row: OwnRow
    answer_by_on: date
    steps: tuple[tuple[str, datetime], ...]


@dataclass(frozen=True, slots=True)
class SentReceipt:
    """What a sender is told, the same whoever the person is."""

    subject: Subject
    reference: str
    read_on: date
    answer_by_on: date


@read(Permission.SEND_REFERRAL)
def sent_receipt(actor: Actor, reference: str) -> SentReceipt:
    """The receipt of a referral that this actor has sent."""
    mine = Referral.objects.visible_to(actor).filter(sent_by=actor.staff_id, sent_by__isnull=False)
    sent = mine.find(reference=reference)
    read_on = rules.read_on(local_date(sent.received_at))
    return SentReceipt(Subject("frontdoor.Referral", sent.pk), sent.reference, read_on, sent.decide_by_on)


@read(Permission.READ_OWN_REFERRALS)
def own_referrals(actor: Actor, query: ListQuery) -> ListPage:
    """A page of one's own referrals, the latest first."""
    order = ORDER.get(query.sort, ORDER["sent_on"])
    found = Referral.objects.visible_to(actor).order_by(*(f"-{name}" if query.descending else name for name in order))
    rows = list(found[query.start : query.stop])
    steps, hidden = _steps(actor, rows), _hidden(actor, rows)
    return ListPage([_row(each, steps, hidden) for each in rows], found.count(), query)


@read(Permission.READ_OWN_REFERRALS)
def own_referral(actor: Actor, reference: str) -> OwnReferral:
    """One's own referral. Of a person who is out of sight, no step after its coming is told."""
    found = Referral.objects.visible_to(actor).find(reference=reference)
    steps, hidden = _steps(actor, [found]), _hidden(actor, [found])
    told = (step for step in steps.get(found.pk, ()) if found.pk not in hidden or step[0] == TimelineKind.RECEIVED)
    return OwnReferral(_row(found, steps, hidden), found.decide_by_on, tuple(told))


Steps = Mapping[int, tuple[tuple[str, datetime], ...]]


def _steps(actor: Actor, rows: list[Referral]) -> Steps:
    entries = TimelineEntry.objects.visible_to(actor).filter(referral_id__in=[row.pk for row in rows])
    found: dict[int, tuple[tuple[str, datetime], ...]] = {}
    for referral_id, kind, at in entries.order_by("at", "pk").values_list("referral_id", "kind", "at"):
        found[referral_id] = (*found.get(referral_id, ()), (kind, at))
    return found


def _hidden(actor: Actor, rows: list[Referral]) -> set[int]:
    mine = Referral.objects.visible_to(actor).filter(pk__in=[row.pk for row in rows])
    return set(mine.filter(resident_id__in=out_of_sight(actor)).values_list("pk", flat=True))


def _row(each: Referral, steps: Steps, hidden: set[int]) -> OwnRow:
    ended = any(kind == TimelineKind.ENDED for kind, _ in steps.get(each.pk, ()))
    status = rules.own_status(each.status, work_ended=ended, hidden=each.pk in hidden)
    about = Subject("frontdoor.Referral", each.pk)
    return OwnRow(about, each.reference, each.told_name, local_date(each.received_at), status)
