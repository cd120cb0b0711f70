"""Charts and maps: words that do not collide, nothing that a strict policy would stop, nothing unescaped."""

import itertools
import math
import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.face import svg
from lynchpin.face.charts import Bar, Words, bar_chart, sparkline
from lynchpin.face.maps import tile_cells

from .gallery import example_figures

WORDS = Words("k", "Title", "Description")
MIDDLES = st.lists(st.tuples(st.floats(-5, -2), st.floats(51, 54)), min_size=1, max_size=30)


@pytest.mark.parametrize("figure", example_figures(), ids=lambda figure: figure.key)
def test_every_picture_is_an_image_with_a_name_and_a_description(figure):
    root = ElementTree.fromstring(figure.svg)  # noqa: S314  (our own drawing)
    assert root.get("role") == "img"
    names = {child.get("id") for child in root if child.tag.endswith(("title", "desc"))}
    assert names == set(root.get("aria-labelledby").split())


@pytest.mark.parametrize("figure", example_figures(), ids=lambda figure: figure.key)
def test_no_picture_carries_style_or_script(figure):
    assert not re.search(r"style=|<script|\son\w+=", figure.svg)


def test_names_in_a_picture_are_escaped():
    assert "<b>" not in bar_chart([Bar("<b>Aberdâr</b>", 3)], WORDS)


def test_a_withheld_bar_shows_its_word_and_no_length():
    drawn = bar_chart([Bar("A", None, "withheld"), Bar("B", 10)], WORDS)
    assert "withheld" in drawn and 'width="0"' in drawn


@pytest.mark.parametrize("values", [[0, 0], [5], [-2, 4]])
def test_flat_and_single_series_can_be_drawn(values):
    assert "NaN" not in sparkline(values, WORDS)
    assert bar_chart([Bar("A", value) for value in values if value >= 0], WORDS)


@given(MIDDLES)
def test_no_two_tiles_share_a_cell(middles):
    cells = tile_cells(middles)
    assert len(set(cells)) == len(cells) == len(middles)
    assert min(cells)[0] == 0 and min(row for _column, row in cells) == 0


def test_tiles_keep_north_up_and_west_left():
    cells = tile_cells([(-3.6, 51.9), (-3.6, 51.5), (-3.1, 51.9), (-3.1, 51.5)])
    north_west, south_west, north_east, south_east = cells
    assert north_west[1] < south_west[1] and north_east[1] < south_east[1]
    assert north_west[0] < north_east[0] and south_west[0] < south_east[0]


@given(st.lists(st.floats(0, 300), min_size=2, max_size=6))
def test_line_end_labels_stand_apart(wanted):
    places = sorted(svg.apart(wanted, 18, 0, 300))
    assert all(above - below >= 18 - 1e-6 for below, above in itertools.pairwise(places))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_an_axis_encloses_its_values_with_few_marks(low, high):
    low, high = sorted((low, high))
    if high - low < 1e-3:
        return
    marks = svg.ticks(low, high)
    assert marks[0] <= low + 1e-3 and marks[-1] >= high - 1e-3
    assert 2 <= len(marks) <= 14
    assert not any(math.isnan(mark) for mark in marks)
