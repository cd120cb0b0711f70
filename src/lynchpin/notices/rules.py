"""Pure answers about messages out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from lynchpin.kernel.errors import Reason
from lynchpin.notices.choices import DigestState, NoticeState
from lynchpin.people.choices import Channel, Language

WRITTEN = (Channel.LETTER, Channel.EMAIL, Channel.TEXT)  # what a notice can travel by; a letter when all are the same
BOTH = "both"
TRANSITIONS: dict[str, tuple[str, ...]] = {
    NoticeState.HELD: (NoticeState.CHECKED, NoticeState.CANCELLED),
    NoticeState.WAITING: (NoticeState.CHECKED, NoticeState.CANCELLED),
    NoticeState.CHECKED: (NoticeState.SENT, NoticeState.CANCELLED),
    NoticeState.SENT: (),
    NoticeState.CANCELLED: (),
}
DIGEST_TRANSITIONS: dict[str, tuple[str, ...]] = {
    DigestState.WAITING: (DigestState.SENT, DigestState.DROPPED),
    DigestState.SENT: (),
    DigestState.DROPPED: (),
}


class Safe(Protocol):
    """What was said about safe ways."""

    channels: Sequence[str]
    preferred: str


class Letterlike(Protocol):
    """A notice that may be a letter."""

    state: str
    channel: str


class Way(Protocol):
    """The way that is safe now, and why none is, if so."""

    @property
    def channel(self) -> str: ...

    @property
    def reason(self) -> Reason | None: ...


def language_of_notice(chosen: str) -> str:
    """`cy` or `en` as the person chose; both side by side for everyone else, so that Welsh is never the lesser."""
    return chosen if chosen in (Language.WELSH, Language.ENGLISH) else BOTH


def channel_of_notice(safe: Safe | None, possible: Sequence[str]) -> str:
    """The written way that is safe and possible, the preferred one first; nothing when there is none."""
    allowed = [way for way in WRITTEN if safe and way in safe.channels and way in possible]
    preferred = [way for way in allowed if safe and way == safe.preferred]
    return next(iter(preferred + allowed), "")


def why_not_send(
    safe: Safe | None, held: bool, protected: bool, possible: Sequence[str], *, died: bool = False
) -> Reason | None:
    """A notice stays here when its person has died, while contact is on hold, was not asked about, or has no safe way to go."""
    if died:
        return Reason("notice_to_somebody_who_died")
    if held:
        return Reason("notice_contact_held")
    if safe is None:
        return Reason("notice_not_asked")
    channel = channel_of_notice(safe, possible)
    if not channel:
        return Reason("notice_no_safe_way")
    return Reason("notice_address_protected") if channel == Channel.LETTER and protected else None


def why_not_move_to(state: str, to: str) -> Reason | None:
    """A notice goes forward only."""
    return None if to in TRANSITIONS[state] else Reason("notice_moved_on")


def why_not_post(state: str, channel: str) -> Reason | None:
    """Only a checked letter goes to the post."""
    if channel != Channel.LETTER:
        return Reason("notice_is_no_letter")
    return None if state == NoticeState.CHECKED else Reason("notice_not_checked")


def why_not_leave(notice: Letterlike, way: Way) -> Reason | None:
    """A letter leaves when it was checked, is safe now, and still goes as a letter."""
    return why_not_post(notice.state, notice.channel) or way.reason or why_not_by(notice.channel, way.channel)


def why_not_by(channel: str, safe_now: str) -> Reason | None:
    """A notice goes by the way that is safe now, not by one that was."""
    return None if channel == safe_now else Reason("notice_way_changed")


def why_not_move_digest(state: str, to: str) -> Reason | None:
    """A digest leaves once, or not at all."""
    return None if to in DIGEST_TRANSITIONS[state] else Reason("digest_moved_on")
