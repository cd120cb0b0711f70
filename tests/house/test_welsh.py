"""Nothing is said in one language only."""

from __future__ import annotations

import re
import sys
from datetime import date

import polib
from django.utils.formats import date_format
from django.utils.translation import override

from tests.house.reading import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import catalogue

HOLES = re.compile(r"%\(\w+\)[sd]|%%")
MONTHS = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
SAME_IN_BOTH = re.compile(r"^[\W\d_]*$|%\(\w+\)s")


def holes(text: str) -> set[str]:
    return set(HOLES.findall(text))


def test_every_sentence_is_translated():
    assert catalogue.missing() == []


def test_an_untranslated_sentence_would_be_seen():
    said = catalogue.Message("A sentence that nobody has translated")
    done = {catalogue.Message(entry.msgid, entry.msgid_plural) for entry in catalogue.read()}
    assert said not in done


def test_nothing_is_fuzzy_and_nothing_is_left_over():
    kept, wanted = catalogue.read(), set(catalogue.found())
    assert [entry.msgid for entry in kept if entry.fuzzy or entry.obsolete] == []
    left_over = [e.msgid for e in kept if catalogue.Message(e.msgid, e.msgid_plural) not in wanted]
    assert left_over == []


def test_every_placeholder_stands_in_both_languages():
    broken = []
    for entry in catalogue.read():
        given = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        expected = holes(entry.msgid_plural or entry.msgid)
        broken += [entry.msgid for text in given if holes(text) != expected]
    assert broken == []


def test_counted_sentences_have_the_six_welsh_forms():
    counted = [entry for entry in catalogue.read() if entry.msgid_plural]
    assert counted
    assert all(set(entry.msgstr_plural) == set(range(6)) and all(entry.msgstr_plural.values()) for entry in counted)


def test_few_sentences_are_the_same_in_both_languages():
    entries = [entry for entry in catalogue.read() if " " in entry.msgid and not SAME_IN_BOTH.search(entry.msgid)]
    same = [entry.msgid for entry in entries if entry.msgstr == entry.msgid]
    assert len(same) <= len(entries) // 100, same


def test_the_catalogue_can_be_built():
    assert polib.pofile(str(catalogue.CATALOGUE)).metadata["Plural-Forms"].startswith("nplurals=6")


def test_every_month_has_its_welsh_name_and_no_other_word_of_ours():
    with override("cy"):
        assert [date_format(date(2026, month, 1), "F") for month in range(1, 13)] == MONTHS.split()
