"""What was measured, told: each measure with its part and its group, its value, and why somebody should look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lynchpin.profiles.choices import ResilienceBand, VulnerabilityBand
from lynchpin.profiles.editions import catalogue
from lynchpin.profiles.measure_words import ALERTS, GROUPS, KINDS, LEFT_OUT, MEASURES, NEEDS, OF_PART
from lynchpin.profiles.scoring_words import YOUNGEST, factor_label

Row = Mapping[str, Any]


def measure_label(row: Row, feeds: Mapping[str, str]) -> str:
    """A measure with what it is about; `feeds` are names by key."""
    name = str(MEASURES.get(row["code"], row["code"]))
    return f"{name}: {part_label(row['part'], feeds)}" if row["part"] else name


def part_label(part: str, feeds: Mapping[str, str]) -> str:
    """A band, a factor, a feed, or one of the words above; the code itself where this release does not know it."""
    if part in catalogue():
        return factor_label(part)
    known: Mapping[str, Any] = {
        **feeds,
        **{str(band): band.label for band in (*VulnerabilityBand, *ResilienceBand)},
        **OF_PART,
    }
    return str(known.get(part, part))


def group_label(row: Row) -> str:
    if row["group"] == "unknown":
        return _("Not known")
    if row["group_kind"] == "youngest":
        return str(YOUNGEST.get(row["group"], row["group"]))
    return str(GROUPS.get((row["group_kind"], row["group"]), row["group"]))


def value_text(row: Row) -> str:
    """A value as people read it: shares in per cent, others as numbers; the mark of suppression where it is hidden."""
    if row["suppressed"]:
        return "[c]"
    return figure(row["value"], row["unit"])


def between_text(row: Row) -> str:
    """The interval, where one is told."""
    if row["low"] is None or row["high"] is None:
        return ""
    told = {"low": figure(row["low"], row["unit"]), "high": figure(row["high"], row["unit"])}
    return _("%(low)s to %(high)s") % told


def figure(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit == "share":
        return f"{number_format(100 * value, decimal_pos=1)}%"
    return str(number_format(value, decimal_pos=0 if unit in ("number", "days") else 2, force_grouping=True))


def alert_texts(rows: Iterable[Row], feeds: Mapping[str, str]) -> list[str]:
    """Why somebody should look, a sentence for each thing: groups that are unlike the others stand in one."""
    gathered: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row["alert"]:
            gathered.setdefault((row["alert"], row["code"], row["part"], row["group_kind"]), []).append(row)
    return [_alert_text(alike, feeds) for alike in gathered.values()]


def _alert_text(alike: list[Row], feeds: Mapping[str, str]) -> str:
    row = alike[0]
    kind = f" – {KINDS.get(row['group_kind'], row['group_kind'])}" if row["group_kind"] else ""
    groups = "; ".join(f"{group_label(each)} {value_text(each)}" for each in alike)
    facts = {"what": measure_label(row, feeds) + kind, "value": value_text(row), "groups": groups}
    return str(ALERTS.get(_alert_of(row), _("%(what)s: look at it."))) % facts


def _alert_of(row: Row) -> str:
    """The alert by its code, but gaps and ratios between groups by what they are."""
    forms = (form for form in ("gap", "ratio") if row["code"].endswith(f"_{form}") and row["alert"] == "unlike_others")
    return next(forms, str(row["alert"]))


def left_out_text(one: Mapping[str, str]) -> str:
    """Why a part was not measured."""
    needs = str(NEEDS.get(one["needs"], one["needs"]))
    return str(LEFT_OUT.get(one["code"], _("Not measured: %(needs)s."))) % {"needs": needs}
