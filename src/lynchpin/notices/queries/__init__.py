"""Reads about messages out."""

from lynchpin.notices.queries.notices import NoticeRecord, NoticeRow, notice, notices

__all__ = ["NoticeRecord", "NoticeRow", "notice", "notices"]
