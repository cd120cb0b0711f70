"""Exports: what a spreadsheet opens is what was meant, and nothing in it runs."""

import csv
import datetime
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.face.exports import csv_bytes, csv_of_list, inert

from .gallery import COLUMNS, ROWS

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.mark.parametrize("start", [*STARTS, " =", "\u00a0@"])
def test_a_cell_that_begins_like_a_formula_is_inert(start):
    assert inert(f"{start}1+1") == f"'{start}1+1"


@given(st.text())
def test_no_text_leaves_with_a_formula_start(text):
    assert not inert(text).lstrip().startswith(STARTS)
    assert inert(text).endswith(text)


def test_numbers_and_dates_are_left_as_they_are():
    row = [-5, Decimal("-2.50"), datetime.date(2026, 3, 2), None]
    line = csv_bytes(["a"], [row]).decode("utf-8-sig").splitlines()[1]
    assert line == "-5,-2.50,2026-03-02,"


def test_welsh_letters_open_right_in_a_spreadsheet():
    assert csv_bytes(["Enw"], [["Ŵyn"]]).startswith(b"\xef\xbb\xbf")
    assert "Ŵyn" in csv_bytes(["Enw"], [["Ŵyn"]]).decode("utf-8-sig")


def test_a_list_exports_its_own_columns_with_tags_as_words():
    rows = list(csv.reader(io.StringIO(csv_of_list("cases.csv", COLUMNS, ROWS).content.decode("utf-8-sig"))))
    assert rows[0] == ["Reference", "Name", "Status", "Opened", "Days open"]
    assert rows[1] == ["C-7KQ4-0000", "Siân Llywelyn", "Open", "2026-03-02", "0"]
    assert len(rows) == len(ROWS) + 1


def test_an_export_is_not_kept_by_anything_on_the_way():
    response = csv_of_list("cases.csv", COLUMNS, ROWS)
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Disposition"] == 'attachment; filename="cases.csv"'
