"""A list is read whole and kept aside: every fault by line and column, and nobody taken in."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lynchpin.frontdoor.models import Referral, ReferralList
from lynchpin.frontdoor.use_cases.stage_list import stage_list
from lynchpin.kernel.errors import NotFound, NotPermitted
from tests.conftest import NOON
from tests.frontdoor.lists import ANEIRIN, BRIALLEN, HEADER, csv_of, staged
from tests.outcomes.bringing import workbook_of
from tests.support import refused, trail


def faults_of(world, *lines):
    return [(fault["line"], fault["column"], fault["code"]) for fault in staged(world, *lines).faults]


def test_a_list_is_kept_aside_and_nobody_is_taken_in(world):
    kept = staged(world)
    assert (kept.state, kept.read, len(kept.rows), kept.faults) == ("staged", 2, 2, [])
    assert not Referral.unscoped.exists()
    assert trail("frontdoor.list_staged") == [{"organisation": "school", "read": 2, "faults": 0}]


def test_columns_are_found_by_their_english_and_welsh_names(world):
    first = staged(world).rows[0]
    told = {"name": "Aneirin Probert", "birth_date": "1986-03-27", "postcode": "CF39 9ZZ", "language": "cy"}
    assert first | told | {"agrees": True, "line": 2} == first


def test_columns_that_nothing_reads_are_named_before_anybody_is_taken_in(world, as_):
    kept = staged(world, content=b"Name,NI number,Work coach\r\nMali Rees,AB,Nest\r\n")
    assert kept.unread == ["NI number", "Work coach"]
    page = as_(world.central).get(f"/frontdoor/lists/{kept.reference}/").content.decode()
    assert "Columns that are not read" in page and "NI number, Work coach" in page


def test_a_list_whose_columns_are_all_read_says_nothing_of_it(world, as_):
    page = as_(world.central).get(f"/frontdoor/lists/{staged(world).reference}/").content.decode()
    assert "Columns that are not read" not in page


def test_a_column_with_an_endless_name_is_cut_where_it_is_named(world):
    assert staged(world, content=f"Name,{'x' * 900}\r\nMali Rees,1\r\n".encode()).unread == ["x" * 60]


def test_a_postcode_is_as_long_as_it_is_however_it_is_spaced(world):
    assert staged(world, "Mali,Rees,,CF39   9ZZ,,,").rows[0]["postcode"] == "CF39 9ZZ"
    assert faults_of(world, "Mali,Rees,,CF39 9ZZ WALES,,,") == [(2, "postcode", "row_value_too_long")]


def test_a_spreadsheet_is_read_too(world):
    assert staged(world, content=workbook_of(("Siân Prosser",), header=("Enw",))).rows[0]["name"] == "Siân Prosser"


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        (",,,,,,", "name", None),
        (",,27/03/1986,,,,", "name", "row_value_missing"),
        ("123,456,,,,,", "name", "row_value_unreadable"),
        ("A,\u202eB,,,,,", "name", "row_value_unreadable"),
        (f"{'A' * 90},B,,,,,", "name", "row_value_too_long"),
        ("A,B,11/06/2026,,,,", "birth_date", "row_date_in_future"),
        ("A,B,31/02/1986,,,,", "birth_date", "row_not_a_date"),
        ("A,B,01/01/1066,,,,", "birth_date", "row_not_a_date"),
        ("A,B,,,,klingon,", "language", "row_language_unknown"),
        ("A,B,,,,,perhaps", "agrees", "row_not_yes_or_no"),
        (f"A,B,,,{'0' * 21},,", "phone", "row_value_too_long"),
        (ANEIRIN.replace("Aneirin", "ANEIRIN"), "name", "row_person_twice"),
    ],
)
def test_a_fault_names_its_line_and_column(world, line, column, code):
    assert faults_of(world, ANEIRIN, line) == ([(3, column, code)] if code else [])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Postcode,Phone\r\nCF39 9ZZ,1", "list_without_names"),
        (csv_of(*(f"A{n},B,,,,," for n in range(501))), "list_too_long"),
        (csv_of(), "file_empty"),
        (b"PK\x03\x04 and then nothing", "file_not_text"),
        (b"\xd0\xcf\x11\xe0\0\0", "file_not_text"),
        ("Name\r\nSi\u00e2n".encode("latin-1"), "file_encoding"),
        (b"Name,name\r\n1,2", "file_header_twice"),
        (b"x" * (5 * 2**20 + 1), "file_too_large"),
    ],
)
def test_a_hostile_or_broken_file_is_refused(world, content, code):
    with refused(code):
        staged(world, content=content)
    assert not ReferralList.unscoped.exists()


def test_the_same_file_is_not_brought_twice(world):
    staged(world)
    with refused("list_staged_already"):
        staged(world)
    assert ReferralList.unscoped.count() == 1


def test_staging_needs_its_permission_and_a_sender_that_exists(world):
    given = {"file_name": "march.csv", "content": csv_of(BRIALLEN), "at": NOON}
    with pytest.raises(NotPermitted):
        stage_list(world.lead_worker, organisation="school", **given)
    with pytest.raises(NotFound):
        stage_list(world.central, organisation="nobody", **given)


def test_the_centre_brings_a_file_and_goes_on_to_look_at_it(world, as_):
    browser = as_(world.central)
    file = SimpleUploadedFile("march.csv", csv_of(ANEIRIN))
    page = browser.post("/frontdoor/lists/bring/", {"organisation": "school", "file": file}, follow=True)
    assert "Aneirin Probert" in page.content.decode() and "Take everybody in" in page.content.decode()


def test_a_bad_file_is_a_sentence_on_the_page(world, as_):
    file = SimpleUploadedFile("march.csv", f"{HEADER}\r\n1,2,3,4,5,6,7,8".encode())
    page = as_(world.central).post("/frontdoor/lists/bring/", {"organisation": "school", "file": file})
    assert page.status_code == 422 and "Line 2 has another number of cells" in page.content.decode()


@pytest.mark.parametrize("address", ["/frontdoor/lists/", "/frontdoor/lists/bring/"])
def test_only_the_centre_brings_lists(world, as_, address):
    assert as_(world.central).get(address).status_code == 200
    assert as_(world.admin_officer).get(address).status_code == 403
