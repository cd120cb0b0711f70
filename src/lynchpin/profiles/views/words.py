"""How a score is told: never a bare number, but what it is made of and where its bands begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lynchpin.face.parts import Tag
from lynchpin.profiles.choices import Domain, ResilienceBand, VulnerabilityBand
from lynchpin.profiles.findings import Finding, Sighting
from lynchpin.profiles.queries.families import Axis, Profile, factor_meaning, factor_name

COLOURS = {"green": "green", "amber": "orange", "red": "red", "low": "orange", "medium": "blue", "high": "green"}
UNKNOWN = "grey"


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """One record that tells of it: what it would count in full, how much of that still does, and the total without it."""

    line_id: int
    who: str
    feed: str
    seen_on: date | None
    full: str
    decay: str
    without: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One thing that was seen, ready to be read. `sources` are (feed, who and when of each record of it)."""

    what: str
    meaning: str
    points: str
    sources: tuple[tuple[str, tuple[tuple[str, date | None], ...]], ...]
    records: tuple[ShownRecord, ...]


@dataclass(frozen=True, slots=True)
class ShownAxis:
    """One of the two numbers: what it is about, its band, where the bands begin, and everything it is made of."""

    key: str
    title: str
    about: str
    band: Tag
    total: str
    bands: str
    findings: list[ShownFinding]


def vulnerability_tag(band: str) -> Tag:
    known = VulnerabilityBand(band) if band else VulnerabilityBand.INSUFFICIENT
    return Tag(str(known.label), COLOURS.get(known, UNKNOWN))


def resilience_tag(band: str) -> Tag:
    known = ResilienceBand(band) if band else ResilienceBand.NOT_YET_HEARD
    return Tag(str(known.label), COLOURS.get(known, UNKNOWN))


def both_axes(profile: Profile) -> list[ShownAxis]:
    """The two numbers one after the other; they are never put together."""
    hard = _("What is hard for this family now. More points mean that more is hard.")
    strong = _("What this family can build on. More points mean that there is more.")
    v, p = profile.vulnerability, profile.resilience
    return [
        _shown("vulnerability", _("Vulnerability"), hard, vulnerability_tag(v.band), v, _vulnerability_bands(v)),
        _shown("resilience", _("Resilience"), strong, resilience_tag(p.band), p, _resilience_bands(p)),
    ]


def points(hundredths: int | None) -> str:
    """Hundredths of a point as people read them; an empty text for none."""
    if hundredths is None:
        return ""
    places = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return number_format(hundredths / 100, decimal_pos=places)


def _shown(key: str, title: str, about: str, band: Tag, axis: Axis, bands: str) -> ShownAxis:
    said = f"{bands} {_missing(axis)}".strip()
    return ShownAxis(key, title, about, band, points(axis.points), said, [_finding(each) for each in axis.findings])


def _vulnerability_bands(axis: Axis) -> str:
    told = _("Amber begins at %(middle)s points, and red at %(upper)s.") % _floors(axis)
    return f"{told} {_nearness(axis)}".strip()


def _resilience_bands(axis: Axis) -> str:
    if axis.band == ResilienceBand.NOT_YET_HEARD:
        return _("Nobody has heard this family's strengths yet, so no band is given. The first task is to listen.")
    told = _("Medium begins at %(middle)s points, and high at %(upper)s.") % _floors(axis)
    return f"{told} {_nearness(axis)}".strip()


def _floors(axis: Axis) -> dict[str, str]:
    middle, upper = axis.floors
    return {"middle": points(middle), "upper": points(upper)}


def _missing(axis: Axis) -> str:
    """A feed that has not come never lowers a number in silence."""
    if axis.upper_bound is None or axis.upper_bound <= axis.points:
        return ""
    more = points(axis.upper_bound - axis.points)
    return _("Feeds that have not come could add up to %(more)s points more.") % {"more": more}


def _nearness(axis: Axis) -> str:
    if not axis.near_boundary:
        return ""
    gap = min(abs(axis.points - floor) for floor in axis.floors)
    return _("This family is %(gap)s points from another band: read what was seen before the band.") % {
        "gap": points(gap)
    }


def _finding(found: Finding) -> ShownFinding:
    part = str(Domain(found.domain).label)
    limit = _("Limit of one part of life: %(part)s") % {"part": part}
    return ShownFinding(
        what=factor_name(found.factor) if found.factor else limit,
        meaning=factor_meaning(found.factor),
        points=points(found.points),
        sources=_sources(found),
        records=tuple(map(_record, found.sightings)),
    )


def _record(seen: Sighting) -> ShownRecord:
    decay = "" if seen.decay_percent is None else f"{seen.decay_percent}%"
    full, without = points(seen.full_points), points(seen.points_if_removed)
    return ShownRecord(seen.line_id, seen.who, seen.feed, seen.seen_on, full, decay, without)


def _sources(found: Finding) -> tuple[tuple[str, tuple[tuple[str, date | None], ...]], ...]:
    by_feed: dict[str, list[tuple[str, date | None]]] = {}
    for seen in found.sightings:
        by_feed.setdefault(seen.feed, []).append((seen.who, seen.seen_on))
    return tuple((feed, tuple(seen)) for feed, seen in by_feed.items())
