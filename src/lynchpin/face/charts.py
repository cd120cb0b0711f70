"""Charts drawn on the server: bars, stacked bars, a sparkline and the turn-the-curve chart.

Each returns an SVG for `face.parts.Figure`, which sets the same numbers beside it as a table. Words arrive
translated.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from lynchpin.face import svg
from lynchpin.face.svg import GRID, INK, PAPER, SERIES, SOFT_INK, Scale, element, label, line

WIDTH = 720
ROW = 34
BAR = 20
LONGEST_LABEL = 30  # letters of a bar's name; the rest is in the table


@dataclass(frozen=True, slots=True)
class Words:
    """What a picture says. `key` is unique on the page; `description` is read out in place of the picture."""

    key: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `shown` is its figure as words, for withheld figures too; None as a value draws no bar."""

    label: str
    value: float | None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar of several parts, in the order of the chart's part names."""

    label: str
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Forecast:
    """The expected value at a time, between a low and a high."""

    at: float
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Curve:
    """What was, what comes if nothing changes, and what is aimed at. Times are years, such as 2026.25."""

    history: Sequence[tuple[float, float]]
    forecast: Sequence[Forecast]
    target: Sequence[tuple[float, float]]
    now_label: str
    forecast_label: str
    target_label: str
    unit: str = ""


def bar_chart(bars: Sequence[Bar], words: Words) -> SafeString:
    """Level bars from nought, each with its name before and its figure after."""
    left = _room_for(bar.label for bar in bars)
    longest = max((bar.value or 0.0 for bar in bars), default=0.0)
    x = svg.scale(0, longest, left, WIDTH - 90)
    body = [part for index, bar in enumerate(bars) for part in _bar(bar, index, x)]
    return _sized(body, words, len(bars) * ROW + 10)


def stacked_bar_chart(stacks: Sequence[Stack], parts: Sequence[str], words: Words) -> SafeString:
    """Level bars of several parts; a key above names them in the order in which they stand."""
    left = _room_for(stack.label for stack in stacks)
    x = svg.scale(0, max((sum(stack.values) for stack in stacks), default=0.0), left, WIDTH - 60)
    body = _key(parts, left)
    for index, stack in enumerate(stacks, start=1):
        body += _stack(stack, index * ROW, x)
    return _sized(body, words, (len(stacks) + 1) * ROW + 10)


def sparkline(values: Sequence[float], words: Words, *, width: int = 120, height: int = 28) -> SafeString:
    """A small line of how a number went, its last point marked."""
    x, y = svg.scale(0, len(values) - 1, 3, width - 5), svg.scale(min(values), max(values), height - 5, 5)
    points = [(x(index), y(value)) for index, value in enumerate(values)]
    last = element("circle", cx=points[-1][0], cy=points[-1][1], r=3, fill=SERIES[0])
    shape = {"key": words.key, "title": words.title, "description": words.description}
    return svg.picture([line(points, stroke_width=1.6), last], width=width, height=height, **shape)


def turn_curve(curve: Curve, words: Words, *, height: int = 380) -> SafeString:
    """History as a whole line, the forecast dashed in its band, the target dotted; labels stand at the line ends."""
    frame = _Frame.around(curve, height)
    body = [*_axes(frame, curve), *_expected(frame, curve), *_aimed_at(frame, curve)]
    body += [*_was(frame, curve), *_line_ends(frame, curve)]
    return _sized(body, words, height)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the curve's chart stands in its picture, and the scales of its two axes."""

    left: float
    right: float
    top: float
    bottom: float
    times: tuple[float, float]
    marks: list[float]

    @classmethod
    def around(cls, curve: Curve, height: int) -> _Frame:
        known = [*curve.history, *curve.target, *((f.at, f.value) for f in curve.forecast)]
        values = [value for _at, value in known] + [edge for f in curve.forecast for edge in (f.low, f.high)]
        times = [at for at, _value in known]
        margin = max(svg.text_width(curve.forecast_label), svg.text_width(curve.target_label)) * 1.1 + 16
        marks = svg.ticks(min(values), max(values))
        return cls(56.0, WIDTH - margin, 18.0, height - 40.0, (min(times), max(times)), marks)

    def place(self, point: tuple[float, float]) -> tuple[float, float]:
        x = svg.scale(*self.times, self.left, self.right)
        return x(point[0]), self.height_of(point[1])

    def height_of(self, value: float) -> float:
        return svg.scale(self.marks[0], self.marks[-1], self.bottom, self.top)(value)

    def places(self, points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [self.place(point) for point in points]


def _axes(frame: _Frame, curve: Curve) -> list[SafeString]:
    drawn = []
    for mark in frame.marks:
        y = frame.height_of(mark)
        drawn.append(line([(frame.left, y), (frame.right, y)], stroke=GRID, stroke_width=1))
        drawn.append(label(f"{svg.plain(mark)}{curve.unit}", frame.left - 8, y + 5, anchor="end"))
    for year in range(math.ceil(frame.times[0]), math.floor(frame.times[1]) + 1):
        drawn.append(label(year, frame.place((year, 0))[0], frame.bottom + 22, anchor="middle"))
    return drawn


def _expected(frame: _Frame, curve: Curve) -> list[SafeString]:
    """The forecast's band and line, both from the last known point."""
    last_at, last = curve.history[-1]
    ahead = [Forecast(last_at, last, last, last), *curve.forecast]
    edge = [(f.at, f.high) for f in ahead] + [(f.at, f.low) for f in reversed(ahead)]
    band = element("path", d=svg.path_through(frame.places(edge)) + "Z", fill=SERIES[1], fill_opacity=0.14)
    middle = frame.places([(f.at, f.value) for f in ahead])
    return [band, line(middle, stroke=SERIES[1], stroke_width=2.5, stroke_dasharray="7 5")]


def _aimed_at(frame: _Frame, curve: Curve) -> list[SafeString]:
    points = frame.places([curve.history[-1], *curve.target])
    return [line(points, stroke=SERIES[0], stroke_width=2.5, stroke_dasharray="2 4")]


def _was(frame: _Frame, curve: Curve) -> list[SafeString]:
    points = frame.places(curve.history)
    x = points[-1][0]
    now = line([(x, frame.top), (x, frame.bottom)], stroke=SOFT_INK, stroke_width=1, stroke_dasharray="3 3")
    dots = [element("circle", cx=at, cy=value, r=3.5, fill=INK) for at, value in points]
    return [now, label(curve.now_label, x - 6, frame.top + 12, anchor="end"), line(points, stroke_width=3), *dots]


def _line_ends(frame: _Frame, curve: Curve) -> list[SafeString]:
    ends = [
        (curve.forecast_label, curve.forecast[-1].value, SERIES[1]),
        (curve.target_label, curve.target[-1][1], SERIES[0]),
    ]
    wanted = [frame.height_of(value) + 5 for _label, value, _colour in ends]
    heights = svg.apart(wanted, 18, frame.top + 5, frame.bottom)
    right = frame.right + 10
    return [
        label(text, right, y, fill=colour, font_weight=700) for (text, _v, colour), y in zip(ends, heights, strict=True)
    ]


def _bar(bar: Bar, index: int, x: Scale) -> list[SafeString]:
    y, end = 5.0 + index * ROW, x(bar.value or 0)
    name = label(_cut(bar.label), x(0) - 10, y + 15, anchor="end", fill=INK)
    shape = element("rect", x=x(0), y=y, width=end - x(0), height=BAR, rx=3, fill=SERIES[0])
    return [name, shape, label(bar.shown or svg.plain(bar.value or 0), end + 8, y + 15, fill=INK, font_weight=600)]


def _stack(stack: Stack, y: float, x: Scale) -> list[SafeString]:
    drawn, start = [label(_cut(stack.label), x(0) - 10, y + 15, anchor="end", fill=INK)], 0.0
    for value, colour in zip(stack.values, SERIES, strict=False):
        edge: dict[str, Any] = {"stroke": PAPER, "stroke_width": 1.5}
        drawn.append(
            element("rect", x=x(start), y=y, width=x(start + value) - x(start), height=BAR, fill=colour, **edge)
        )
        start += value
    return [*drawn, label(svg.plain(start), x(start) + 8, y + 15, fill=INK, font_weight=600)]


def _key(parts: Sequence[str], left: float) -> list[SafeString]:
    drawn, x = [], left
    for name, colour in zip(parts, SERIES, strict=False):
        drawn += [element("rect", x=x, y=6.0, width=14, height=14, fill=colour), label(name, x + 20, 18, fill=INK)]
        x += svg.text_width(name) + 44
    return drawn


def _room_for(labels: Iterable[str]) -> float:
    return max((svg.text_width(_cut(text)) for text in labels), default=0.0) * 1.05 + 14


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _sized(body: list[SafeString], words: Words, height: int) -> SafeString:
    shape = {"key": words.key, "title": words.title, "description": words.description}
    return svg.picture(body, width=WIDTH, height=height, **shape)
