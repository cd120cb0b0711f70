"""What whoever sent a referral may see of it: that it came and has ended, and with the person's agreement what is between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
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

Steps = Sequence[tuple[str, datetime]]
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
    """One's own referral and what may be told of it, each with its day; `may_know` is the person's yes to being followed."""

    row: OwnRow
    answer_by_on: date
    may_know: bool
    days: tuple[tuple[OwnStatus, date], ...]


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
    told = _told(actor, list(found[query.start : query.stop]))
    return ListPage([each.row for each in told], found.count(), query)


@read(Permission.READ_OWN_REFERRALS)
def own_referral(actor: Actor, reference: str) -> OwnReferral:
    """One's own referral. Of a person who is out of sight, no step after its coming is told."""
    found = Referral.objects.visible_to(actor).find(reference=reference)
    (told,) = _told(actor, [found])
    return OwnReferral(told.row, found.decide_by_on, found.referrer_may_know is True, told.days)


@dataclass(frozen=True, slots=True)
class _Told:
    row: OwnRow
    days: tuple[tuple[OwnStatus, date], ...]


def _told(actor: Actor, rows: Sequence[Referral]) -> list[_Told]:
    """What may be told of each of one's own referrals, by two statements for all of them."""
    steps, hidden = _steps(actor, rows), _hidden(actor, rows)
    return [_of_one(each, steps[each.pk], hidden=each.pk in hidden) for each in rows]


def _of_one(each: Referral, steps: Steps, *, hidden: bool) -> _Told:
    progress = rules.own_progress(steps, may_know=each.referrer_may_know is True, hidden=hidden)
    ended = any(kind == TimelineKind.ENDED for kind, _ in steps)
    status = rules.own_status(each.status, progress, work_ended=ended, hidden=hidden)
    days = tuple((word, local_date(at)) for word, at in progress if word != OwnStatus.ENDED or status == word)
    subject = Subject("frontdoor.Referral", each.pk)
    row = OwnRow(subject, each.reference, each.told_name, local_date(each.received_at), status)
    return _Told(row, days)


def _steps(actor: Actor, rows: Sequence[Referral]) -> Mapping[int, Steps]:
    entries = TimelineEntry.objects.visible_to(actor).filter(referral_id__in=[row.pk for row in rows])
    found: dict[int, list[tuple[str, datetime]]] = defaultdict(list)
    for referral_id, kind, at in entries.order_by("at", "pk").values_list("referral_id", "kind", "at"):
        found[referral_id].append((kind, at))
    return found


def _hidden(actor: Actor, rows: Sequence[Referral]) -> set[int]:
    mine = Referral.objects.visible_to(actor).filter(pk__in=[row.pk for row in rows])
    return set(mine.filter(resident_id__in=out_of_sight(actor)).values_list("pk", flat=True))
