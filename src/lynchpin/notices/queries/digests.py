"""Digests: who is to be told of what now, what waits to be sent, and one's own switches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import read
from lynchpin.notices.choices import DigestKind, DigestState, Pace, Permission
from lynchpin.notices.models import Digest, DigestSwitch
from lynchpin.notices.tellings import Telling, default_pace, due, gathers, offered, week_of
from lynchpin.organisations.models import Account, Staff

NEWEST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Recipient:
    """A colleague at work with an account that can sign in, and what is due to be told to them."""

    staff_id: int
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """One kind and how often it is told; `default` is how often without a choice."""

    kind: DigestKind
    pace: Pace
    default: Pace


@dataclass(frozen=True, slots=True)
class SentDigest:
    """A message that was written: when, how far it got, and its lines as (kind, how many)."""

    told_on: date
    state: DigestState
    lines: tuple[tuple[DigestKind, int], ...]


@dataclass(frozen=True, slots=True)
class OwnSwitches:
    """What one is told, where it is sent, and the newest messages."""

    address: str
    switches: tuple[Switch, ...]
    newest: tuple[SentDigest, ...]


@read(Permission.WRITE_DIGEST)
def recipients(actor: Actor, at: datetime) -> tuple[Recipient, ...]:
    """Everybody who could be told something now. Accounts that have ended, and colleagues not at work, are not there."""
    able = Account.objects.filter(is_active=True).exclude(email="").values("pk")
    at_work = Staff.objects.visible_to(actor).at_work(local_date(at)).filter(account_id__in=able)
    ids = list(at_work.order_by("pk").values_list("pk", flat=True))
    found = tellings_of(actor, ids, at)
    return tuple(Recipient(staff_id, found[staff_id]) for staff_id in ids if found[staff_id])


def tellings_of(actor: Actor, staff_ids: Iterable[int], at: datetime) -> dict[int, tuple[Telling, ...]]:
    """What is due to each colleague now, of every kind: which of them are their work is for their rights to say."""
    wanted = list(staff_ids)
    chosen: dict[int, dict[str, DigestSwitch]] = defaultdict(dict)
    for switch in DigestSwitch.objects.visible_to(actor).filter(staff_id__in=wanted):
        chosen[switch.staff_id][switch.kind] = switch
    written = Digest.objects.visible_to(actor).filter(staff_id__in=wanted)
    day = set(written.filter(told_on=local_date(at), gathers=True).values_list("staff_id", flat=True))
    week = set(written.filter(week_on=week_of(at)).values_list("staff_id", flat=True))
    opens = gathers(at)
    return {
        staff_id: _due(chosen[staff_id], day_open=opens and staff_id not in day, week_open=staff_id not in week)
        for staff_id in wanted
    }


def _due(chosen: dict[str, DigestSwitch], *, day_open: bool, week_open: bool) -> tuple[Telling, ...]:
    every = (_telling(kind, chosen.get(kind)) for kind in DigestKind.values)
    return tuple(each for each in every if due(each.pace, day_open=day_open, week_open=week_open))


def _telling(kind: str, switch: DigestSwitch | None) -> Telling:
    pace = switch.pace if switch else default_pace(kind)
    told = frozenset(switch.told_ids) if switch and pace == Pace.AT_ONCE else frozenset()
    return Telling(kind, pace, told)


@read(Permission.SEND_DIGEST)
def digests_to_send(actor: Actor) -> tuple[str, ...]:
    """References of messages that are written and have not left, oldest first."""
    waiting = Digest.objects.visible_to(actor).filter(state=DigestState.WAITING)
    return tuple(waiting.order_by("written_at", "pk").values_list("reference", flat=True))


@read(Permission.SWITCH_DIGESTS)
def own_switches(actor: Actor) -> OwnSwitches:
    """What this colleague is told under the role they act in, and how often."""
    mine = DigestSwitch.objects.visible_to(actor).filter(staff_id=actor.staff_id or 0)
    chosen = dict(mine.values_list("kind", "pace"))
    newest = Digest.objects.visible_to(actor).filter(staff_id=actor.staff_id or 0).order_by("-written_at", "-pk")
    return OwnSwitches(
        address=Account.objects.filter(pk=actor.user_id or 0).values_list("email", flat=True).first() or "",
        switches=tuple(
            Switch(kind, Pace(chosen.get(kind, default_pace(kind))), default_pace(kind)) for kind in offered(actor)
        ),
        newest=tuple(_sent(row) for row in newest[:NEWEST_SHOWN]),
    )


def _sent(row: Digest) -> SentDigest:
    lines = tuple((DigestKind(kind), count) for kind, count, _address in row.lines)
    return SentDigest(row.told_on, DigestState(row.state), lines)
