import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotPermitted
from lynchpin.outcomes.models import StagedImport
from lynchpin.outcomes.use_cases.stage_import import stage_import
from tests.outcomes.bringing import HEADER, csv_of, row_of, stage, with_address, workbook_of
from tests.support import refused, trail


def test_a_file_is_kept_aside_with_its_columns_guessed(world):
    staged = stage(world, csv_of(row_of()))
    assert staged.mapping == {
        "former_reference": "Case ID",
        "forename": "First name",
        "surname": "Surname",
        "birth_date": "DOB",
        "opened_on": "Opened",
        "worker": "Key worker",
        "cluster": "Cluster",
        "complexity": "Complexity",
    }
    assert staged.rows[0]["line"] == 2 and trail("outcomes.import_staged")[-1]["rows"] == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_is_found(world, delimiter):
    assert stage(world, csv_of(row_of(), delimiter=delimiter)).header == list(HEADER)


def test_a_spreadsheet_is_read_whatever_it_is_called(world):
    staged = stage(world, workbook_of(row_of()))
    assert staged.rows[0]["cells"][2] == "Prosser"


def test_lines_are_counted_as_a_person_would(world):
    content = csv_of(row_of(case_id='"OLD\n1"'), row_of(case_id="OLD-2"))
    assert [row["line"] for row in stage(world, content).rows] == [2, 4]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (csv_of(), "file_empty"),
        (csv_of(row_of())[:-1] + b"\0", "file_holds_nul"),
        (b"\xd0\xcf\x11\xe0\0\0", "file_not_text"),
        (b"PK\x03\x04 and then nothing", "file_not_text"),
        ("Case ID,Surname\r\n1,Si\u00e2n".encode("latin-1"), "file_encoding"),
        (b"Case ID,case id\r\n1,2", "file_header_twice"),
        (b"Case ID,,Surname\r\n1,2,3", "file_header_empty"),
        (b"Case ID,Surname\r\n1,2,3", "file_ragged"),
        (b'Case ID,Surname\r\n1,"2', "file_ragged"),
        (b"a,b\r\n" + b"1,2\r\n" * 5001, "file_too_many_rows"),
        (b"x" * (5 * 2**20 + 1), "file_too_large"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(world, content, code):
    with refused(code):
        stage(world, content)
    assert StagedImport.unscoped.count() == 0


@pytest.mark.parametrize("corner", ["XFD1048576", "B1048576", "XFD5000", "xfd1048576"])
def test_a_cell_in_a_far_corner_is_refused_before_the_sheet_is_unfolded(world, corner):
    with refused("file_unfolds_too_far"):
        stage(world, with_address(workbook_of(row_of()), "A2", corner))
    assert StagedImport.unscoped.count() == 0


def test_other_packed_tables_are_not_taken_for_a_spreadsheet(world):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("content.xml", "<table/>")
    with refused("file_not_text"):
        stage(world, packed.getvalue())


def test_the_separator_is_that_of_the_table_and_not_of_its_title(world):
    staged = stage(world, b"Caseload 2025-26\r\n" + csv_of(row_of(), delimiter=";"))
    assert tuple(staged.header) == HEADER


@pytest.mark.parametrize("written", ["csv", "workbook"])
def test_a_title_above_the_table_is_passed_over_and_lines_are_still_counted_from_the_top(world, written):
    title = ("Caseload 2025-26", *[""] * (len(HEADER) - 1))
    rows = (HEADER, row_of())
    content = csv_of(*rows, header=title) if written == "csv" else workbook_of(*rows, header=title)
    staged = stage(world, content)
    assert tuple(staged.header) == HEADER and staged.row_count == 1


def test_staging_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        stage_import(world.lead_worker, kind="caseload", content=csv_of(row_of()), at=clock.now())


def test_the_centre_sends_a_file_and_goes_on_to_its_columns(world, as_):
    browser = as_(world.central)
    assert browser.get("/outcomes/bring/").status_code == 200
    file = SimpleUploadedFile("anything.bin", csv_of(row_of()))
    answer = browser.post("/outcomes/bring/", {"kind": "caseload", "file": file})
    assert answer.status_code == 303 and answer["Location"].endswith("/columns/")
    assert "Waiting to be applied" in browser.get("/outcomes/bring/").content.decode()


def test_a_bad_file_is_a_sentence_on_the_page(world, as_):
    file = SimpleUploadedFile("cases.csv", b"Case ID,Surname\r\n1,2,3")
    page = as_(world.central).post("/outcomes/bring/", {"kind": "caseload", "file": file})
    assert page.status_code == 422 and "Line 2 has another number of cells" in page.content.decode()


def test_a_lead_worker_brings_nothing(world, as_):
    assert as_(world.lead_worker).get("/outcomes/bring/").status_code == 403
