"""What a vocabulary of another system is: its words as ours, and ours as its words.

Sources are the public documentation and code of each system as read in November 2026; where a system has no word for one of
ours, the nearest one stands in `nearest`, and what it leaves out is ours to keep.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lynchpin.frontdoor.choices import ReferralStatus

S = ReferralStatus


@dataclass(frozen=True, slots=True)
class Ours:
    """One of our statuses, with the cause of coming back or how it ended, where the other system tells them apart."""

    status: ReferralStatus
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Another system's words: each as ours, and for each status of ours the nearest word of theirs."""

    name: str
    source: str
    theirs: Mapping[str, Ours]
    nearest: Mapping[ReferralStatus, str]

    def to_ours(self, word: str) -> Ours:
        """One of their words as ours. Raises KeyError for a word that they do not have."""
        return self.theirs[word]

    def from_ours(self, status: str, cause: str = "") -> str:
        """Our status and cause as their word: the very one where they have it, else the nearest."""
        wanted = Ours(ReferralStatus(status), cause)
        exact = (word for word, ours in self.theirs.items() if ours == wanted)
        return next(exact, self.nearest[wanted.status])


def nearest(
    waiting: str, working: str, *, asked: str, back: str, helped: str, left: str, no: str, elsewhere: str, void: str
) -> Mapping[ReferralStatus, str]:
    """Their nearest words for our thirteen statuses, by what each means for the person."""
    return {
        S.RECEIVED: waiting,
        S.SCREENING: waiting,
        S.RETURNED: back,
        S.ANSWERED: helped,
        S.BROKERED: asked,
        S.WITH_PROVIDER: working,
        S.ROUTED: asked,
        S.TAKEN_UP: working,
        S.PASSED_ON: elsewhere,
        S.ENDED: helped,
        S.OPEN_OFFER: left,
        S.DECLINED_BY_PERSON: no,
        S.VOID: void,
    }
