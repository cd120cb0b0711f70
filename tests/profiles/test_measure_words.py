"""What was measured is told in words that a person can read."""

from __future__ import annotations

import pytest

from lynchpin.profiles.measure_tables import laid_out
from lynchpin.profiles.measure_text import alert_texts, left_out_text, measure_label
from lynchpin.profiles.measure_words import MEASURES, PARTS
from lynchpin_vrp.assure import CODES, Alert

ROW = {
    "code": "selection_rate",
    "unit": "share",
    "part": "",
    "group_kind": "sex",
    "group": "F",
    "count": 1200,
    "value": 0.5,
    "low": 0.4,
    "high": 0.6,
    "alert": None,
    "suppressed": False,
}


def test_every_measure_of_profiling_has_words_and_one_place():
    placed = [code for _key, _title, codes in PARTS for code in codes]
    assert set(MEASURES) == set(CODES) == set(placed)
    assert len(placed) == len(set(placed))


def test_groups_that_are_unlike_the_others_stand_in_one_sentence():
    rows = [ROW | {"alert": "unlike_others"}, ROW | {"group": "M", "value": 0.1, "alert": "unlike_others"}]
    (said,) = alert_texts(rows, {})
    assert said.endswith("Women and girls 50.0%; Men and boys 10.0%.")


@pytest.mark.parametrize("alert", list(Alert))
def test_every_alert_is_a_sentence(alert):
    (said,) = alert_texts([ROW | {"alert": str(alert)}], {})
    assert said.endswith(".") and "look at it" not in said


def test_a_gap_and_a_ratio_say_what_they_are():
    rows = [
        ROW | {"code": f"selection_rate_{form}", "group": "", "alert": "unlike_others"} for form in ("gap", "ratio")
    ]
    assert [said.split(". ")[-1] for said in alert_texts(rows, {})] == [
        "More than 5 points asks for a reason.",
        "Outside 0.8 to 1.25 it asks for a reason.",
    ]


def test_a_hidden_group_keeps_its_place_and_says_nothing():
    hidden = ROW | {"count": None, "value": None, "low": None, "high": None, "suppressed": True}
    (part,) = laid_out({"measures": [hidden], "left_out": []}, {}).parts
    (line,) = part.groups[0].lines
    assert (line.value, line.of, line.between) == ("[c]", "", "")


def test_a_measure_of_many_feeds_has_a_table_of_its_own():
    rows = [ROW | {"code": "feed_coverage", "part": f"feed{n}", "group_kind": "", "group": ""} for n in range(6)]
    (part,) = laid_out({"measures": rows, "left_out": []}, {"feed0": "Education"}).parts
    assert part.lines == () and part.groups[0].lines[0].what == "Education"


def test_what_is_not_known_is_named_by_its_code():
    assert measure_label(ROW | {"code": "new_measure", "part": "thing"}, {}) == "new_measure: thing"
    assert left_out_text({"part": "x", "needs": "y", "code": "z"}) == "Not measured: y."
