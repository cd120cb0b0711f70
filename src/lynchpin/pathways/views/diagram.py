"""The picture of a pathway, drawn from its data: steps from top to bottom, and an arrow for every move."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face import svg
from lynchpin.face.parts import Figure
from lynchpin.pathways.choices import Direction
from lynchpin.pathways.queries.definitions import MoveFact, PathwayFact, StepFact
from lynchpin.pathways.queries.map import PathwayOnMap

WIDTH, LEFT, BOX, HEIGHT, GAP, TOP = 256, 34, 188, 62, 38, 10
RIGHT, MIDDLE = LEFT + BOX, LEFT + BOX / 2
LINE_HEIGHT, SIGNS_A_LINE = 17, 20
UP_INK, DOWN_INK = svg.SERIES[0], svg.SERIES[1]


def figure_of(on_map: PathwayOnMap) -> Figure:
    """The pathway as a figure: what it finds in words, the picture, and the same as a table."""
    pathway, names = on_map.pathway, on_map.pathway.names()
    return Figure(
        key=f"pathway-{pathway.key}",
        title=pathway.name,
        finding=_finding(on_map),
        svg=_picture(on_map),
        columns=(_("Step"), _("Who delivers it"), _("People"), _("Steps up to"), _("Steps down to"), _("Back in at")),
        rows=[
            (
                f"{step.number}. {step.name}",
                step.delivered_by,
                on_map.people[step.step],
                *(_led_to(pathway, step, kind, names) for kind in Direction),
            )
            for step in pathway.steps
        ],
    )


def _finding(on_map: PathwayOnMap) -> str:
    there = ngettext("%(count)s person is on this pathway.", "%(count)s people are on this pathway.", on_map.total) % {
        "count": on_map.total
    }
    if not on_map.paused:
        return there
    paused = ngettext("%(count)s is having a break.", "%(count)s are having a break.", on_map.paused)
    return f"{there} {paused % {'count': on_map.paused}}"


def _led_to(pathway: PathwayFact, step: StepFact, kind: Direction, names: dict[str, str]) -> str:
    found = [names[move.to_step] for move in pathway.moves if move.from_step == step.step and move.kind == kind]
    return ", ".join(found) or "–"


def _picture(on_map: PathwayOnMap) -> str:
    pathway = on_map.pathway
    places: dict[str, float] = {step.step: TOP + index * (HEIGHT + GAP) for index, step in enumerate(pathway.steps)}
    boxes = (_box(step, places[step.step], on_map.people[step.step]) for step in pathway.steps)
    return svg.picture(
        (*_arrows(pathway, places), *boxes),
        key=f"map-{pathway.key}",
        title=pathway.name,
        description=_("The steps from first to last, with an arrow for each move up or down. The table says the same."),
        width=WIDTH,
        height=TOP * 2 + len(places) * (HEIGHT + GAP) - GAP,
    )


def _box(step: StepFact, y: float, people: int) -> str:
    lines = wrap(f"{step.number}. {step.name}", SIGNS_A_LINE)[:3]
    first = y + HEIGHT / 2 - (len(lines) - 1) * LINE_HEIGHT / 2 + 5
    words = (
        svg.label(words, LEFT + 10, first + place * LINE_HEIGHT, fill=svg.INK, font_size=13, font_weight=600)
        for place, words in enumerate(lines)
    )
    frame = svg.element(
        "rect", x=LEFT, y=y, width=BOX, height=HEIGHT, rx=6, fill=svg.SHADES[0] if people else svg.PAPER, stroke=svg.INK
    )
    ring = svg.element("circle", cx=RIGHT - 18, cy=y + HEIGHT / 2, r=14, fill=UP_INK if people else svg.GRID)
    count = svg.label(
        people, RIGHT - 18, y + HEIGHT / 2 + 5, anchor="middle", fill=svg.PAPER if people else svg.INK, font_size=13
    )
    return svg.group((frame, *words, ring, count))


def _arrows(pathway: PathwayFact, places: dict[str, float]) -> Iterator[str]:
    """Moves between neighbours stand between their boxes; longer ones go round, up on the right and down on the left."""
    order = [step.step for step in pathway.steps]
    for move in pathway.moves:
        if move.kind == Direction.RE_ENTRY or move.from_step not in places or move.to_step not in places:
            continue
        away = order.index(move.to_step) - order.index(move.from_step)
        yield _short(move, places, away) if abs(away) == 1 else _long(move, places, away)


def _short(move: MoveFact, places: dict[str, float], away: int) -> str:
    is_up = move.kind == Direction.UP
    x, ink = (MIDDLE + 30, UP_INK) if is_up else (MIDDLE - 30, DOWN_INK)
    start = places[move.from_step] + (HEIGHT if away > 0 else 0)
    end = places[move.to_step] + (0 if away > 0 else HEIGHT)
    return svg.group((_shaft(((x, start), (x, end)), ink, dashed=not is_up), _head(x, end, 0, away, ink)))


def _long(move: MoveFact, places: dict[str, float], away: int) -> str:
    is_up = move.kind == Direction.UP
    edge, side, ink = (RIGHT, 1, UP_INK) if is_up else (LEFT, -1, DOWN_INK)
    lane = edge + side * (8 + 5 * min(abs(away), 4))
    start, end = places[move.from_step] + HEIGHT * 0.7, places[move.to_step] + HEIGHT * 0.3
    path = ((edge, start), (lane, start), (lane, end), (edge, end))
    return svg.group((_shaft(path, ink, dashed=not is_up), _head(edge, end, -side, 0, ink)))


def _shaft(points: tuple[svg.Point, ...], ink: str, *, dashed: bool) -> str:
    return svg.line(points, stroke=ink, stroke_dasharray="5 3" if dashed else "")


def _head(x: float, y: float, across: int, down: int, ink: str) -> str:
    """A small triangle whose point is at x, y; it points across, or down the page (up with -1)."""
    step = 1 if down > 0 else -1
    if across:
        corners = ((x, y), (x - 8 * across, y - 5), (x - 8 * across, y + 5))
    else:
        corners = ((x, y), (x - 5, y - 8 * step), (x + 5, y - 8 * step))
    return svg.element("path", d=svg.path_through(corners) + "Z", fill=ink)
