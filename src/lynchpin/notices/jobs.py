"""What this room does by the clock: sends what is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lynchpin.kernel.errors import Refused
from lynchpin.notices.queries.digests import digests_to_send
from lynchpin.notices.use_cases import send_digest as sending
from lynchpin.organisations.actors import clock_actor


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages left, and how many the mail server did not take: those wait for the next run."""

    left: int
    failed: int


def send_digests(*, at: datetime) -> Sent:
    """Send all that waits, each in a transaction of its own, so that one fault keeps nobody else's back."""
    tried = [_sent(reference, at) for reference in digests_to_send(clock_actor())]
    return Sent(tried.count(True), tried.count(None))


def _sent(reference: str, at: datetime) -> bool | None:
    """Whether it left; None when the mail server did not take it."""
    try:
        return sending.send_digest(clock_actor(), reference=reference, at=at)
    except Refused:  # another run has sent it meanwhile
        return False
    except OSError:  # every fault of the mail server is one
        return None
