import math

from hypothesis import given
from hypothesis import strategies as st

from lynchpin.kernel import references


def test_a_reference_has_forty_bits_and_no_sign_that_is_misread():
    assert 8 * math.log2(len(references.ALPHABET)) >= 40
    assert not set("01IO") & set(references.ALPHABET)


def test_references_are_not_in_sequence():
    drawn = [references.draw("C") for _ in range(200)]
    assert len(set(drawn)) == 200 and drawn != sorted(drawn)


@given(st.sampled_from(["c 7kq4 m2xd", "C-7KQ4-M2XD", " c7kq4m2xd ", "C.7kq4.M2XD"]))
def test_a_reference_is_known_however_it_is_typed(typed):
    assert references.tidy(typed) == "C-7KQ4-M2XD"


def test_text_that_is_no_reference_is_left_alone():
    assert references.tidy("Siân Jones") == "Siân Jones"
