"""Quarters as people say them: by their months, not by their code."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.outcomes.rules import Quarter


def in_words(quarter: Quarter) -> str:
    """Such as "July to September 2026"; no quarter of a financial year lies in two calendar years."""
    return _("%(first)s to %(last)s") % {
        "first": date_format(quarter.starts_on, "F"),
        "last": date_format(quarter.ends_on, "F Y"),
    }


def worded(period: str) -> str:
    """A period kept as text: a quarter in words, anything else as it stands."""
    quarter = Quarter.read(period)
    return in_words(quarter) if quarter else period
