import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lynchpin.kernel import references


def test_a_reference_has_nearly_forty_bits_and_no_sign_that_is_misread():
    figures = sum(sign.isdigit() for sign in references.ALPHABET)
    assert math.log2(len(references.ALPHABET) ** 8 - (len(references.ALPHABET) - figures) ** 8) > 39.8
    assert not set("01IO") & set(references.ALPHABET)


def test_references_are_not_in_sequence():
    drawn = [references.draw("C") for _ in range(200)]
    assert len(set(drawn)) == 200 and drawn != sorted(drawn)


@given(st.sampled_from(["c 7kq4 m2xd", "C-7KQ4-M2XD", " c7kq4m2xd ", "C.7kq4.M2XD"]))
def test_a_reference_is_known_however_it_is_typed(typed):
    assert references.tidy(typed) == "C-7KQ4-M2XD"


@pytest.mark.parametrize(
    "typed", ["Siân Jones", "Llewellyn", "Alexander", "J Rees Huws", "Rees 27/3/86", "CF39 9AA", "C-ABCD-EFGH", ""]
)
def test_text_that_is_no_reference_is_left_alone(typed):
    assert references.tidy(typed) == typed


def test_every_reference_has_a_figure_so_that_none_reads_like_a_name(monkeypatch):
    signs = iter("ABCDEFGH" + "ABCDEFG2")
    monkeypatch.setattr(references.secrets, "choice", lambda alphabet: next(signs))
    assert references.draw("C") == "C-ABCD-EFG2"
