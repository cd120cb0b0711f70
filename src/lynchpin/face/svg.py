"""Drawing in SVG with presentation attributes only: pictures pass a strict content security policy, and print."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

INK, SOFT_INK, GRID, PAPER = "#1b2426", "#4b575a", "#ddd7cb", "#ffffff"
SERIES = ("#1f6f5c", "#6b3f7f", "#b3541e", "#12343b", "#8a6d00")  # each 4.5:1 or better on white
SHADES = ("#eef4f1", "#c6ddd4", "#8dbdab", "#3f8571", "#14503f")  # lowest to highest
DASHES = ("", "7 5", "2 4", "10 4 2 4", "1 3")
CHARACTER_WIDTH = 0.56  # of the font size, on average, in the faces that the style sheet names

Point = tuple[float, float]
Scale = Callable[[float], float]


def element(name: str, content: str = "", **attributes: Any) -> SafeString:
    """One element, everything escaped. Attribute names are written with underscores; empty values are left out."""
    written = ((key.replace("_", "-"), value) for key, value in attributes.items() if value not in ("", None))
    shown = format_html_join("", ' {}="{}"', ((key, _number(value)) for key, value in written))
    return format_html("<{}{}>{}</{}>", name, shown, content, name)


def group(parts: Iterable[str], **attributes: Any) -> SafeString:
    return element("g", joined(parts), **attributes)


def joined(parts: Iterable[str]) -> SafeString:
    """Parts that are already elements, one after another."""
    return format_html_join("", "{}", ((part,) for part in parts))


def label(text: object, x: float, y: float, **attributes: Any) -> SafeString:
    """Words in a picture; `anchor` is start, middle or end."""
    anchor = attributes.pop("anchor", "")
    return element("text", str(text), x=x, y=y, text_anchor=anchor, **{"fill": SOFT_INK, **attributes})


def line(points: Sequence[Point], **attributes: Any) -> SafeString:
    """An open line through the points."""
    return element("path", d=path_through(points), **{"fill": "none", "stroke": INK, "stroke_width": 2, **attributes})


def path_through(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points)


def picture(body: Iterable[str], *, key: str, title: str, description: str, width: int, height: int) -> SafeString:
    """The whole picture as one image with a name and a description. `key` is unique on the page."""
    words = joined((element("title", title, id=f"{key}-title"), element("desc", description, id=f"{key}-desc")))
    return element(
        "svg",
        joined((words, *body)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family="Source Sans 3, Source Sans Pro, Segoe UI, Liberation Sans, sans-serif",
        font_size=14,
    )


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """Maps low..high onto start..end; where there is only one value, onto the start."""
    span = high - low
    return lambda value: start + ((value - low) / span if span else 0.0) * (end - start)


def ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers that enclose low..high, for an axis."""
    if high <= low:
        high = low + 1
    rough = (high - low) / about
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * magnitude for factor in (1, 2, 2.5, 5, 10) if factor * magnitude >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(number * step, 6) for number in range(first, last + 1)]


def plain(value: float) -> str:
    """A number for an axis: no needless decimals, thousands apart."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,g}"


def text_width(text: str, size: float = 14) -> float:
    return len(text) * size * CHARACTER_WIDTH


def apart(wanted: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Places for labels in the order given, as near to where they are wanted as `gap` between any two allows."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [0.0] * len(wanted)
    floor = lowest
    for index in order:
        places[index] = max(wanted[index], floor)
        floor = places[index] + gap
    ceiling = highest
    for index in reversed(order):
        places[index] = min(places[index], ceiling)
        ceiling = places[index] - gap
    return places


def _number(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
