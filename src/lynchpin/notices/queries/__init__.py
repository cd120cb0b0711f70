"""Reads about messages out."""

from lynchpin.notices.queries.digests import OwnSwitches, SentDigest, Switch, own_switches
from lynchpin.notices.queries.notices import NoticeRecord, NoticeRow, notice, notices

__all__ = [
    "NoticeRecord",
    "NoticeRow",
    "OwnSwitches",
    "SentDigest",
    "Switch",
    "notice",
    "notices",
    "own_switches",
]
