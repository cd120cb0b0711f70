"""How the scoring is told: factors, rules, what differs between two editions, and groups of families; in the active language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from lynchpin.profiles import editions
from lynchpin.profiles.choices import Domain, ResilienceBand, VulnerabilityBand
from lynchpin.profiles.editions import Change
from lynchpin.profiles.previews import OPEN_PLAN
from lynchpin_vrp import Words

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

RULES: Mapping[str, StrPromise] = {
    "vulnerability_cap": _("Most points of vulnerability from one part of life"),
    "protection_cap": _("Most points of resilience from one part of life"),
    "amber": _("Amber begins at this many points"),
    "red": _("Red begins at this many points"),
    "medium": _("Medium resilience begins at this many points"),
    "high": _("High resilience begins at this many points"),
    "near": _("So many points from a boundary are near it"),
    "least_coverage": _("Least share of feeds in date for a band, in per cent"),
    "least_protective": _("Protective factors that must be knowable before resilience has a band"),
    "live_days": _("Days for which a feed counts as in date"),
}
DECAY: Mapping[str, StrPromise] = {
    "E": _("An event: counts in full for 6 months, half for 12, a quarter for 24, then no more."),
    "S": _("A state: counts in full while it lasts, and half for 6 months after."),
    "T": _("Looked at anew every term."),
}
AXES: Mapping[str, StrPromise] = {"V": _("Vulnerability"), "P": _("Resilience")}
YOUNGEST: Mapping[str, StrPromise] = {
    "0-3": _("Youngest is 0 to 3"),
    "4-10": _("Youngest is 4 to 10"),
    "11-15": _("Youngest is 11 to 15"),
    "16-17": _("Youngest is 16 or 17"),
    "adults": _("Adults only"),
    "unknown": _("No age is known"),
}
SIZES: Mapping[str, StrPromise] = {
    "1": _("One person"),
    "2": _("Two people"),
    "3-4": _("Three or four people"),
    "5+": _("Five people or more"),
}


def factor_label(key: str) -> str:
    """What a factor is called."""
    return said(editions.catalogue()[key].label)


def said(words: Words | str) -> str:
    """Words of the catalogue in the active language; a text that has one language only, as it is."""
    if isinstance(words, str):
        return words
    return words.cy if is_welsh() else words.en


def said_otherwise(words: Words | str) -> str:
    """The same in the other language, where there is one."""
    if isinstance(words, str):
        return ""
    return words.en if is_welsh() else words.cy


def is_welsh() -> bool:
    return (get_language() or "").startswith("cy")


def domain_label(key: str) -> str:
    """What a part of life is called; its key where this room does not know it."""
    return str(Domain(key).label) if key in Domain.values else key


def band_label(part: str, band: str) -> str:
    """What a band is called; routes have names of their own."""
    if band == OPEN_PLAN:
        return gettext("Open plan, not scored")
    if band == VulnerabilityBand.INSUFFICIENT or part == "vulnerability_band":
        return str(VulnerabilityBand(band).label)
    return str(ResilienceBand(band).label)


def points(count: int) -> str:
    return ngettext("%(count)s point", "%(count)s points", count) % {"count": count}


def told(change: Change) -> str:
    """A difference as a public change log has it: one sentence, without a word of any family."""
    value = points if change.term == "points" else _value
    facts = {"before": value(change.before), "after": value(change.after)}
    if not change.term:
        return gettext("%(rule)s: %(after)s instead of %(before)s.") % {**facts, "rule": str(RULES[change.key])}
    return _of_factor(change) % {**facts, "factor": factor_label(change.key)}


def _of_factor(change: Change) -> str:
    if change.term == "on":
        return gettext("“%(factor)s” now counts.") if change.after else gettext("“%(factor)s” no longer counts.")
    return {
        "points": gettext("“%(factor)s” is worth at most %(after)s instead of %(before)s."),
        "from_on": gettext("“%(factor)s” counts from %(after)s instead of %(before)s."),
        "to_on": gettext("“%(factor)s” counts until %(after)s; before: %(before)s."),
        "power": gettext("“%(factor)s” rests on this legal power: %(after)s."),
        "assessment": gettext("“%(factor)s” rests on this impact assessment: %(after)s."),
    }[change.term]


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return gettext("no day") if value is None else value or gettext("none") if isinstance(value, str) else value
