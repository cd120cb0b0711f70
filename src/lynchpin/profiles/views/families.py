"""One family's two numbers, opened into every line. For reviewers only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel.page import Request, page, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import Domain, LineKind, Permission, ResilienceBand, VulnerabilityBand
from lynchpin.profiles.queries.families import Axis, Line, Profile
from lynchpin.profiles.routes import route_names

COLOURS = {"green": "green", "amber": "orange", "red": "red", "low": "orange", "medium": "blue", "high": "green"}


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line ready to be read: numbers written out, an empty text where there is none."""

    what: str
    meaning: str
    part: str
    who: str
    full: str
    decay: str
    points: str
    without: str
    seen_on: date | None
    feed: str


@dataclass(frozen=True, slots=True)
class ShownAxis:
    """One number with its band, how near a boundary it is, and its lines."""

    key: str
    title: str
    total: str
    band: Tag
    nearness: str
    lines: list[ShownLine]


@page(Permission.READ_PROFILE, opens="profile")
def family_profile_page(request: Request, profile_id: int) -> HttpResponse:
    facts = queries.family_profile(request.actor, profile_id)
    bands = {str(key): str(key.label) for key in (*VulnerabilityBand, *ResilienceBand)}
    axes = [
        _shown("vulnerability", _("Vulnerability"), facts.vulnerability, bands),
        _shown("resilience", _("Resilience"), facts.resilience, bands),
    ]
    return show(request, "profiles/family_profile.html", facts=facts, axes=axes, rows=_in_rows(facts))


def _shown(key: str, title: str, axis: Axis, bands: dict[str, str]) -> ShownAxis:
    band = Tag(bands[axis.band], COLOURS.get(axis.band, "grey"))
    return ShownAxis(key, title, points(axis.points), band, _nearness(axis), [_line(line) for line in axis.lines])


def points(hundredths: int | None) -> str:
    """Hundredths of a point as people read them; an empty text for none."""
    return "" if hundredths is None else number_format(hundredths / 100, decimal_pos=0 if hundredths % 100 == 0 else 2)


def _nearness(axis: Axis) -> str:
    if axis.to_next is None or axis.boundary is None:
        return _("Nobody has heard this family's strengths yet, so no band is given. The first task is to listen.")
    told = {"gap": points(abs(axis.to_next)), "boundary": points(axis.boundary)}
    if axis.near_boundary:
        return _("Near a boundary: %(gap)s points from %(boundary)s. Read the lines before the band.") % told
    return _("%(gap)s points from the nearest boundary, which is %(boundary)s.") % told


def _line(line: Line) -> ShownLine:
    return ShownLine(
        what=line.name or str(LineKind(line.kind).label),
        meaning=line.meaning if line.kind == LineKind.FACT else str(LineKind(line.kind).label),
        part=str(Domain(line.domain).label),
        who=line.member,
        full=points(line.full_points),
        decay="" if line.decay_percent is None else f"{line.decay_percent}%",
        points=points(line.points),
        without=points(line.points_if_removed),
        seen_on=line.evidence_date,
        feed=line.feed,
    )


def _in_rows(facts: Profile) -> list[SummaryRow]:
    known = _("%(live)s of %(applicable)s feeds that could know something (%(percent)s%%)") % {
        "live": facts.feeds_live,
        "applicable": facts.feeds_applicable,
        "percent": facts.coverage_percent,
    }
    rows = [
        SummaryRow(_("Suggested route"), route_names().get(facts.route, facts.route)),
        SummaryRow(_("Coverage"), known),
        SummaryRow(_("Evidence dated against"), facts.as_at),
        SummaryRow(_("Run"), facts.run),
    ]
    if facts.absent_feeds:
        rows.append(SummaryRow(_("Feeds not read"), ", ".join(facts.absent_feeds)))
    return rows
