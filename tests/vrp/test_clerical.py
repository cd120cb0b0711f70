"""Linking against a few decided pairs."""

from __future__ import annotations

import pytest

from lynchpin_vrp import Refused
from lynchpin_vrp.assure.clerical import clerical
from tests.vrp.assuring import by_group
from tests.vrp.writing import table, write

HEADER = "feed_l,record_id_l,feed_r,record_id_r,same"


@pytest.fixture
def run(engine):
    """Records 1 and 2 are person A, 3 and 4 are B, 5 is C."""
    linked = dict(zip("12345", "AABBC", strict=True))
    columns = "person_id varchar, feed varchar, record_id varchar"
    table(engine, "persons", columns, [(person, "s", record) for record, person in linked.items()])
    groups = [(person, "", "") for person in "ABC"] + [("A", "sex", "F"), ("B", "sex", "M"), ("C", "sex", "M")]
    table(engine, "person_groups", "person_id varchar, kind varchar, grp varchar", groups)
    return engine


def test_pairs_are_judged_once_in_each_group_that_they_touch(run, tmp_path):
    """Two pairs are together (1-2 the same, 3-4 not); two are the same (1-2, 4-5), of which one is together."""
    measured = clerical(run, write(tmp_path / "d.csv", HEADER, "s,1,s,2,Y", "s,3,s,4,N", "s,4,s,5,yes", "s,1,s,5,n"))
    assert by_group(measured, "clerical_precision") == {"": 0.5, "F": 1.0, "M": 0.0}
    assert by_group(measured, "clerical_recall") == {"": 0.5, "F": 1.0, "M": 0.0}


def test_of_a_pair_that_bound_the_run_it_is_asked_what_weights_alone_would_have_said(run, tmp_path):
    """1-2 are together since somebody said so, the other way round; weights alone would have kept them apart."""
    columns = "feed_l varchar, record_id_l varchar, feed_r varchar, record_id_r varchar, weighed_same boolean"
    table(run, "decisions", columns, [("s", "2", "s", "1", False)])
    measured = clerical(run, write(tmp_path / "d.csv", HEADER, "s,1,s,2,true", "s,3,s,4,false"))
    assert by_group(measured, "clerical_precision")[""] == 0.0
    assert by_group(measured, "clerical_recall") == {"": 0.0, "F": 0.0}


def test_a_decision_on_an_unknown_record_or_without_an_answer_counts_for_nothing(run, tmp_path):
    assert clerical(run, write(tmp_path / "d.csv", HEADER, "s,1,s,99,Y", "s,1,s,2,perhaps")) == []


def test_another_file_is_refused(run, tmp_path):
    with pytest.raises(Refused, match="decisions_unreadable"):
        clerical(run, write(tmp_path / "d.csv", "one,other", "1,2"))
