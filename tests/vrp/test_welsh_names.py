"""The rule that groups names for watching, on names that a reader would judge alike."""

from __future__ import annotations

import duckdb
import pytest

from lynchpin_vrp.assure.welsh_names import is_welsh_sql


def judged(forename, surname="Jones"):
    return duckdb.execute(
        f"select {is_welsh_sql('f', 's')} from (select ?::varchar as f, ?::varchar as s)", [forename, surname]
    ).fetchone()[0]


@pytest.mark.parametrize("name", ["Siân", "SION", "Llŷr", "Gwenllian", "Rhys", "Angharad Mair", "Tegwyn", "llinos"])
def test_a_listed_name_or_a_welsh_spelling_counts(name):
    assert judged(name) is True


@pytest.mark.parametrize("name", ["Chloe", "Jack", "Aleksandra", "Mohammed"])
def test_another_name_does_not_whatever_the_surname(name):
    assert judged(name) is False


def test_a_patronymic_counts():
    assert judged("Tom", "ap Gwilym") is True


def test_a_name_that_is_not_known_is_neither():
    assert judged(None) is None
