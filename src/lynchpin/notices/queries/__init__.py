"""Reads about messages out."""

from lynchpin.notices.queries.digests import OwnSwitches, SentDigest, Switch, own_switches
from lynchpin.notices.queries.notices import NoticeRecord, NoticeRow, notice, notices
from lynchpin.notices.queries.post import Post, PostLetter, todays_post

__all__ = [
    "NoticeRecord",
    "NoticeRow",
    "OwnSwitches",
    "Post",
    "PostLetter",
    "SentDigest",
    "Switch",
    "notice",
    "notices",
    "own_switches",
    "todays_post",
]
