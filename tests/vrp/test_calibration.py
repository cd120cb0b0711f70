"""What bands meant, on families counted by hand, and which rows of a file of confirmations count."""

from __future__ import annotations

from datetime import date

import pytest

from lynchpin_vrp import Refused
from lynchpin_vrp.assure.calibration import calibration, in_order
from lynchpin_vrp.assure.confirmed import BANDED, take_confirmed
from lynchpin_vrp.assure.measure import Alert, Measure
from tests.vrp.assuring import by_group, group_families
from tests.vrp.writing import table, write

DAY = date(2026, 11, 1)
HEADER = "feed,record_id,on,confirmed"


@pytest.fixture
def run(engine):
    """Six families of one person with one record each: two red, two amber, one green, one with an open plan."""
    bands = {"1": "red", "2": "red", "3": "amber", "4": "amber", "5": "green", "6": None}
    persons = "person_id varchar, feed varchar, record_id varchar"
    table(engine, "persons", persons, [(f"P{n}", "s", n) for n in bands])
    table(engine, "families", "family_id varchar, person_id varchar", [(f"F{n}", f"P{n}") for n in bands])
    scores = "family_id varchar, vulnerability_band varchar"
    table(engine, "scores", scores, [(f"F{n}", band) for n, band in bands.items()])
    group_families(engine, {"adults_sex": {"F1": "women", "F2": "men", "F3": "women", "F4": "women", "F5": "men"}})
    return engine


def read(run, tmp_path, *lines):
    told = take_confirmed(run, write(tmp_path / "c.csv", HEADER, *lines), DAY)
    return {row.part: row.value for row in told}


def test_a_band_is_the_share_of_its_families_that_were_asked_and_confirmed(run, tmp_path):
    """Of the red both were asked and one confirmed; of the amber one was asked; the green was asked twice and said yes once."""
    rows = ["s,1,2026-12-01,Y", "s,2,2026-12-01,N", "s,3,2026-12-02,N", "s,5,2026-12-03,N", "s,5,2027-01-03,Y"]
    assert read(run, tmp_path, *rows) == {"used": 5}
    run.take(BANDED)
    measured = calibration(run)
    assert by_group(measured, "confirmed_in_band", "red") == {"": 0.5, "women": 1.0, "men": 0.0}
    assert by_group(measured, "confirmed_in_band", "amber") == {"": 0.0, "women": 0.0}
    assert by_group(measured, "confirmed_in_band", "green") == {"": 1.0, "men": 1.0}


def test_what_was_found_on_the_day_or_before_or_cannot_be_read_tells_nothing(run, tmp_path):
    rows = ["s,1,2026-11-01,Y", "s,2,soon,Y", "s,3,2026-12-01,maybe", "s,99,2026-12-01,Y", "s,6,2026-12-01,Y"]
    counted = {"before_the_day": 1, "unreadable": 2, "unknown_record": 1, "used": 1}
    assert read(run, tmp_path, *rows) == counted
    run.take(BANDED)
    assert calibration(run) == []


def test_another_file_is_refused(run, tmp_path):
    with pytest.raises(Refused, match="confirmed_unreadable"):
        take_confirmed(run, write(tmp_path / "c.csv", "family,answer"), DAY)


def band(part, value, count=30):
    return Measure("confirmed_in_band", part, "", "", count, value)


def test_a_band_that_means_less_than_the_one_under_it_raises_an_alert():
    alerts = {row.part: row.alert for row in in_order([band("green", 0.1), band("amber", 0.4), band("red", 0.3)])}
    assert alerts == {"green": None, "amber": None, "red": Alert.BANDS_OUT_OF_ORDER}


def test_of_few_families_the_order_of_bands_says_nothing():
    assert all(row.alert is None for row in in_order([band("amber", 0.4), band("red", 0.3, count=29)]))
