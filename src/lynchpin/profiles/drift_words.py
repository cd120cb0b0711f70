"""What a run was frozen for, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand
from lynchpin.profiles.drift import Finding

BANDS = {"vulnerability": VulnerabilityBand, "resilience": ResilienceBand}


def said(found: Finding, feeds: Mapping[str, str]) -> str:
    """One finding as a sentence; `feeds` are names by key."""
    facts = {"limit": found.limit, "most": abs(found.measured), "feed": feeds.get(found.of, found.of)}
    return WORDS[found.bound](found, facts)


def _band(found: Finding, facts: dict[str, object]) -> str:
    axis, band = found.of.split(":")
    known = {"band": str(BANDS[axis](band).label), **facts}
    if axis == "vulnerability":
        rose, fell = (
            _(
                "Vulnerability, %(band)s: its share of families rose by %(most)s points of a hundred; %(limit)s are allowed."
            ),
            _(
                "Vulnerability, %(band)s: its share of families fell by %(most)s points of a hundred; %(limit)s are allowed."
            ),
        )
    else:
        rose, fell = (
            _(
                "Resilience, %(band)s: its share of families rose by %(most)s points of a hundred; %(limit)s are allowed."
            ),
            _(
                "Resilience, %(band)s: its share of families fell by %(most)s points of a hundred; %(limit)s are allowed."
            ),
        )
    return (rose if found.measured > 0 else fell) % known


def _scores(found: Finding, facts: dict[str, object]) -> str:
    known = {"index": _hundredths(found.measured), "limit": _hundredths(found.limit)}
    if found.of == "vulnerability":
        return _("The scores of vulnerability fall otherwise: stability index %(index)s; %(limit)s is allowed.") % known
    return _("The scores of resilience fall otherwise: stability index %(index)s; %(limit)s is allowed.") % known


def _hundredths(value: int) -> str:
    return str(number_format(value / 100, decimal_pos=2))


def _gone(found: Finding, facts: dict[str, object]) -> str:
    return _("%(feed)s: read last time, and not this time.") % facts


def _rows(found: Finding, facts: dict[str, object]) -> str:
    if found.measured > 0:
        return _("%(feed)s: %(most)s per cent more rows than last time; %(limit)s per cent are allowed.") % facts
    return _("%(feed)s: %(most)s per cent fewer rows than last time; %(limit)s per cent are allowed.") % facts


def _late(found: Finding, facts: dict[str, object]) -> str:
    told = ngettext(
        "%(feed)s: its file is %(most)s day overdue; %(limit)s are allowed.",
        "%(feed)s: its file is %(most)s days overdue; %(limit)s are allowed.",
        found.measured,
    )
    return told % facts


WORDS = {"band_share": _band, "score_shift": _scores, "feed_gone": _gone, "feed_rows": _rows, "feed_late": _late}
