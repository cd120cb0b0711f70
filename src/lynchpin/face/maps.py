"""Maps drawn on the server: a tile for each area where no outlines are loaded, and shaded outlines where they are.

A map is never the only carrier of its numbers: `face.parts.Figure` sets them beside it as a table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from lynchpin.face import svg
from lynchpin.face.charts import Words
from lynchpin.face.svg import INK, PAPER, SHADES, SOFT_INK, Point, element, group, label

TILE_WIDTH, TILE_HEIGHT, GAP = 96, 64, 6
SPARE_CELLS = 1.6  # cells for each area: fewer look like a block, more lose the shape
LEGEND_HEIGHT = 46
LETTERS_A_LINE = 13
FRAME = 720


@dataclass(frozen=True, slots=True)
class AreaTile:
    """An area by its middle. `shade` is 0 (lowest) to 4, None where withheld; `shown` is the figure in words."""

    name: str
    longitude: float
    latitude: float
    shade: int | None
    shown: str


@dataclass(frozen=True, slots=True)
class AreaOutline:
    """An area by its outline: rings of (longitude, latitude), simplified when they were loaded."""

    name: str
    rings: Sequence[Sequence[tuple[float, float]]]
    shade: int | None
    shown: str


def tile_map(areas: Sequence[AreaTile], shade_labels: Sequence[str], withheld: str, words: Words) -> SafeString:
    """A tile an area, roughly where it lies. `shade_labels` name the shades in use from the lowest."""
    cells = tile_cells([(area.longitude, area.latitude) for area in areas])
    columns = max((column for column, _row in cells), default=0) + 1
    rows = max((row for _column, row in cells), default=0) + 1
    tiles = [_tile(area, cell) for area, cell in zip(areas, cells, strict=True)]
    width, height = columns * (TILE_WIDTH + GAP), rows * (TILE_HEIGHT + GAP)
    return _picture(tiles, shade_labels, withheld, words, width, height)


def choropleth(areas: Sequence[AreaOutline], shade_labels: Sequence[str], withheld: str, words: Words) -> SafeString:
    """Outlines shaded by class; every area is edged, because the palest shades are too faint to stand alone."""
    place, height = _projection([point for area in areas for ring in area.rings for point in ring])
    shapes = [_outline(area, place) for area in areas]
    return _picture([group(shapes, stroke=INK, stroke_width=0.8)], shade_labels, withheld, words, FRAME, height)


def tile_cells(middles: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """A (column, row) for each middle, none used twice, north at the top; the nearest pairs are settled first."""
    if not middles:
        return []
    columns, rows, wanted = _wanted_cells(middles)
    free = [(column, row) for column in range(columns) for row in range(rows)]
    pairs = sorted((math.dist(at, cell), index, cell) for index, at in enumerate(wanted) for cell in free)
    taken: dict[int, tuple[int, int]] = {}
    used: set[tuple[int, int]] = set()
    for _distance, index, cell in pairs:
        if index not in taken and cell not in used:
            taken[index] = cell
            used.add(cell)
    return _without_empty_edges([taken[index] for index in range(len(middles))])


def _wanted_cells(middles: Sequence[tuple[float, float]]) -> tuple[int, int, list[tuple[float, float]]]:
    """The grid's size, and where in it each area would stand if others were not in the way."""
    points = [_flat(middle, middles[0][1]) for middle in middles]
    (left, right), (top, bottom) = _span([x for x, _y in points]), _span([y for _x, y in points])
    shape = ((right - left) or 1e-9) / ((bottom - top) or 1e-9) * (TILE_HEIGHT / TILE_WIDTH)
    cells = max(len(middles) * SPARE_CELLS, 1)
    columns = min(max(1, round(math.sqrt(cells * shape))), len(middles))
    rows = math.ceil(cells / columns)
    x, y = svg.scale(left, right, 0, columns - 1), svg.scale(top, bottom, 0, rows - 1)
    return columns, rows, [(x(px), y(py)) for px, py in points]


def _flat(middle: tuple[float, float], at_latitude: float) -> tuple[float, float]:
    """Degrees as even lengths, southwards down: a degree of longitude shrinks away from the equator."""
    return middle[0] * math.cos(math.radians(at_latitude)), -middle[1]


def _span(values: Sequence[float]) -> tuple[float, float]:
    return min(values), max(values)


def _without_empty_edges(cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    column, row = min(c for c, _r in cells), min(r for _c, r in cells)
    return [(c - column, r - row) for c, r in cells]


def _tile(area: AreaTile, cell: tuple[int, int]) -> SafeString:
    x, y = cell[0] * (TILE_WIDTH + GAP) + GAP / 2, cell[1] * (TILE_HEIGHT + GAP) + GAP / 2
    ink = _ink(area.shade)
    shape = element(
        "rect", x=x, y=y, width=TILE_WIDTH, height=TILE_HEIGHT, rx=6, fill=_fill(area.shade), stroke=SOFT_INK
    )
    middle, lines = x + TILE_WIDTH / 2, _name_lines(area.name)
    drawn = [
        label(text, middle, y + 18 + 13 * n, anchor="middle", fill=ink, font_size=12) for n, text in enumerate(lines)
    ]
    figure = label(area.shown, middle, y + TILE_HEIGHT - 9, anchor="middle", fill=ink, font_size=15, font_weight=700)
    return group([element("title", f"{area.name}: {area.shown}"), shape, *drawn, figure])


def _name_lines(name: str) -> list[str]:
    """A name on two lines at most, broken at a space or hyphen; the whole name is in the tile's title."""
    if len(name) <= LETTERS_A_LINE:
        return [name]
    breaks = [index + 1 for index, letter in enumerate(name[:LETTERS_A_LINE]) if letter in " -"]
    at = breaks[-1] if breaks else LETTERS_A_LINE
    rest = name[at:].strip()
    return [name[:at].strip(), rest if len(rest) <= LETTERS_A_LINE else f"{rest[: LETTERS_A_LINE - 1]}…"]


def _projection(points: Sequence[Point]) -> tuple[Callable[[Point], Point], int]:
    """A function from degrees to places in the picture, and the picture's height."""
    flat = [_flat(point, points[0][1]) for point in points]
    (left, right), (top, bottom) = _span([x for x, _y in flat]), _span([y for _x, y in flat])
    height = round((bottom - top) / ((right - left) or 1e-9) * FRAME)
    x, y = svg.scale(left, right, 2, FRAME - 2), svg.scale(top, bottom, 2, height - 2)

    def place(point: Point) -> Point:
        flat_x, flat_y = _flat(point, points[0][1])
        return x(flat_x), y(flat_y)

    return place, height


def _outline(area: AreaOutline, place: Callable[[Point], Point]) -> SafeString:
    drawn = "".join(svg.path_through([place(point) for point in ring]) + "Z" for ring in area.rings)
    return element("path", element("title", f"{area.name}: {area.shown}"), d=drawn, fill=_fill(area.shade))


def _legend(shade_labels: Sequence[str], withheld: str, y: float) -> tuple[list[SafeString], int]:
    """The key to the shades, and how wide it is."""
    drawn, x = [], 4.0
    for shade, text in [*enumerate(shade_labels), (None, withheld)]:
        drawn.append(element("rect", x=x, y=y, width=18, height=18, rx=3, fill=_fill(shade), stroke=SOFT_INK))
        drawn.append(label(text, x + 25, y + 14, fill=INK))
        x += svg.text_width(text) + 46
    return drawn, math.ceil(x)


def _picture(
    body: list[SafeString], shade_labels: Sequence[str], withheld: str, words: Words, width: int, height: int
) -> SafeString:
    legend, legend_width = _legend(shade_labels, withheld, height + 18.0)
    shape = {"key": words.key, "title": words.title, "description": words.description}
    return svg.picture([*body, *legend], width=max(width, legend_width), height=height + LEGEND_HEIGHT, **shape)


def _fill(shade: int | None) -> str:
    return PAPER if shade is None else SHADES[shade]


def _ink(shade: int | None) -> str:
    return PAPER if shade is not None and shade >= 3 else INK
