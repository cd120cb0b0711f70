"""How the figures of a scorecard are worded."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Tile
from lynchpin.outcomes.queries.scorecard import MeasureNumber, Number, Scorecard


def labels() -> dict[str, str]:
    """What each number counts, in one sentence part."""
    return {
        "people": _("people worked with, each counted once"),
        "contacts": _("contacts that reached the person"),
        "conversations": _("what-matters conversations"),
        "plans": _("plans agreed"),
        "asked": _("asked what matters within 10 working days of getting a worker"),
        "planned": _("people with a worker who have an agreed plan"),
        "rhythm": _("people spoken with in the last 14 days"),
    }


def how_much(card: Scorecard, opens: bool) -> list[Tile]:
    """Counts."""
    return [
        Tile(number.number.text, labels()[number.key], _list_of(card, number) if opens else "")
        for number in card.how_much
    ]


def how_well(card: Scorecard, opens: bool) -> list[Tile]:
    """Shares, with their denominator beside them."""
    return [
        Tile(_share(number), labels()[number.key], _list_of(card, number) if opens else "", _of(number))
        for number in card.how_well
    ]


def better_off(card: Scorecard, opens: bool) -> list[tuple[MeasureNumber, str, str, str]]:
    """Rows: the measure, how many, in per cent of how many, and where the list is."""
    return [
        (row, _share(row.number), _of(row.number), _achievements_of(card, row.number) if opens else "")
        for row in card.better_off
    ]


def _share(number: Number) -> str:
    if number.of is not None and number.of.value == 0:
        return "–"
    return f"{number.share.value}%" if number.share and number.share.value is not None else "[c]"


def _of(number: Number) -> str:
    """Of how many; nothing where there was nobody, or where how many is hidden."""
    if number.of is None or not number.of.value:
        return ""
    return _("%(number)s of %(whole)s people") % {"number": number.number.text, "whole": number.of.text}


def _list_of(card: Scorecard, number: Number) -> str:
    asked = {"number": number.key, "quarter": str(card.quarter), "cluster": card.cluster}
    return f"{reverse('outcomes:counted_cases')}?{urlencode(asked)}"


def _achievements_of(card: Scorecard, number: Number) -> str:
    asked = {"measure": number.key, "quarter": str(card.quarter), "cluster": card.cluster}
    return f"{reverse('outcomes:achievements')}?{urlencode(asked)}"
