"""What cannot be an identifier is null, and names are compared by their letters."""

from __future__ import annotations

import pytest

from lynchpin_vrp.clean import identifier_sql as identifier
from lynchpin_vrp.clean.name_sql import forename_groups, joined, letters, skeleton


def cleaned(engine, expression, value):
    return engine.fetch(f"select {expression('told')} from (select ?::varchar as told)", [value])[0][0]


@pytest.mark.parametrize(
    ("expression", "value", "kept"),
    [
        (identifier.nhs_number, "999 000 0018", "9990000018"),
        (identifier.nhs_number, "9990000019", None),
        (identifier.nhs_number, "999000001", None),
        (identifier.upn, "A000000000000", "A000000000000"),
        (identifier.upn, "B000000000000", None),
        (identifier.nino, "qq 12 34 56 c", "QQ123456"),
        (identifier.nino, "QQ12345", None),
        (identifier.postcode, "cf40 1cc", "CF401CC"),
        (identifier.postcode, "unknown", None),
        (identifier.uprn, "000123456789", "123456789"),
        (identifier.phone, "+44 (0)7700 900123", "07700900123"),
        (identifier.phone, "0044 7700 900123", "07700900123"),
        (identifier.phone, "n/a", None),
        (identifier.email, "A.B@Post.Example", "a.b@post.example"),
        (identifier.email, "none", None),
        (letters, "Llŷr-O'Siân ", "llyr osian"),
        (joined, "Ap-Rhys", "aprhys"),
        (joined, "  -  ", None),
    ],
)
def test_a_value_is_kept_only_when_it_can_be_one(engine, expression, value, kept):
    assert cleaned(engine, expression, value) == kept


@pytest.mark.parametrize("pair", [("Dylan", "Dillon"), ("Macsen", "Maxen"), ("Ffion", "Fion"), ("Mari", "Mary")])
def test_two_spellings_of_one_name_share_a_skeleton(engine, pair):
    one, other = (cleaned(engine, skeleton, name) for name in pair)
    assert one == other


def test_welsh_and_english_forms_of_a_forename_share_a_group():
    groups = {}
    for forename, group in forename_groups():
        groups.setdefault(forename, set()).add(group)
    for one, other in [("dafydd", "dai"), ("sian", "jane"), ("ieuan", "evan"), ("catrin", "kate"), ("gwilym", "bill")]:
        assert groups[one] & groups[other]
