from datetime import date

import pytest
from django.utils import translation

from lynchpin.notices.choices import NoticeKind
from lynchpin.notices.letters import letters, names_a_past_day

DAY = date(2026, 6, 10)


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_has_words_with_and_without_its_facts(kind):
    facts = {"answer_by": "2026-06-24", "on": "2026-06-12", "time": "14:30"}
    for params in ({}, facts):
        (letter,) = letters(kind, "en", "Nerys", "R-2222-2222", params, on=DAY)
        assert letter.subject and letter.paragraphs and "%(" not in " ".join(letter.paragraphs)


def test_without_a_chosen_language_both_are_there_and_welsh_comes_first():
    assert [letter.language for letter in letters("goodbye", "both", "Nerys", "", {}, on=DAY)] == ["cy", "en"]


def test_a_letter_is_in_its_own_language_whatever_the_pages_is():
    with translation.override("en"):
        (letter,) = letters("referral-received", "cy", "Nerys", "", {"answer_by": "2026-06-24"}, on=DAY)
    assert "24 Mehefin 2026" in " ".join(letter.paragraphs)


def test_a_letter_names_the_day_and_the_reference():
    (letter,) = letters("referral-received", "en", "Nerys", "R-2222-2222", {"answer_by": "2026-06-24"}, on=DAY)
    said = " ".join(letter.paragraphs)
    assert "24 June 2026" in said and "R-2222-2222" in said


def test_a_letter_bears_its_day_in_its_own_language():
    assert [each.dated for each in letters("goodbye", "both", "Nerys", "", {}, on=DAY)] == [
        "10 Mehefin 2026",
        "10 June 2026",
    ]


@pytest.mark.parametrize(
    ("params", "past"),
    [
        ({}, False),
        ({"answer_by": "2026-06-10"}, False),
        ({"answer_by": "2026-06-09"}, True),
        ({"on": "2026-06-09"}, True),
    ],
)
def test_a_promise_of_a_day_that_has_gone_is_known(params, past):
    assert names_a_past_day(params, DAY) is past
