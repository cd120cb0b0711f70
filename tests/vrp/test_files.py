"""A file is read whole or refused with a code; a row is accepted as sent or quarantined with its line, column and reason."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO

import duckdb
import pytest
from openpyxl import Workbook

from lynchpin_vrp import Refused, check_feed
from lynchpin_vrp.sources.sheet_size import cells_of
from tests.vrp.writing import AS_AT, feed, write

HEADER = "record_id,forename,surname,birth_date"
GOOD = ("1,Siân,ap Gwilym,2015-02-28", "2,Owen,Rees,2016-02-29", "3,Mair,Davies,1985-01-01", "4,Tom,Price,2026-11-01")


def refusal(path, contract=None):
    with pytest.raises(Refused) as refused:
        check_feed(path, contract or feed(), as_at=AS_AT)
    return refused.value


def quarantined(path, contract=None):
    report = check_feed(path, contract or feed(), as_at=AS_AT)
    return {(bad.line, bad.column, bad.reason) for bad in report.quarantined}


def test_good_rows_are_all_accepted_exactly(tmp_path):
    report = check_feed(write(tmp_path / "a.csv", HEADER, *GOOD), feed(), as_at=AS_AT)
    assert (report.rows_read, report.rows_accepted, report.quarantined) == (4, 4, ())
    assert set(report.fingerprints) == {"1", "2", "3", "4"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\n\n", "no_header"),
        (b"record_id,forename,surname,birth_date\n", "no_rows"),
        (b"record_id,forename,birth_date\n1,Ann,2015-01-01\n", "columns_missing"),
        (b"record_id,forename,forename,surname,birth_date\n1,A,A,B,2015-01-01\n", "columns_doubled"),
        (b"record_id;forename;surname;birth_date\n1;A;B;2015-01-01\n", "wrong_delimiter"),
        (b"record_id,forename,surname,birth_date\n1,Si\xe2n,Rees,2015-01-01\n", "encoding_unreadable"),
        ("record_id,forename,surname,birth_date\n1,A,B,2015-01-01\n".encode("utf-16-le"), "nul_bytes"),
        (b"record_id,forename,surname,birth_date\n1,A\0,B,2015-01-01\n", "nul_bytes"),
        (b'record_id,forename,surname,birth_date\n1,"A,B,2015-01-01\n', "quote_not_closed"),
        (b"record_id,forename,surname,birth_date\n1," + b"A" * 100_001 + b",B,2015-01-01\n", "cell_too_long"),
        (b"<!DOCTYPE html><html></html>", "not_a_table"),
        (b"MZ\x90\x00", "not_a_table"),
        (b"\x1f\x8b\x08\x00", "not_a_table"),
        (b"PAR1", "name_disagrees_with_content"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_refused(tmp_path, content, code):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert refusal(path).code == code


def test_a_refusal_names_the_missing_columns_and_no_value(tmp_path):
    refused = refusal(write(tmp_path / "a.csv", "record_id,forename", "1,Secret"))
    assert refused.params == {"feed": "school", "columns": ["birth_date", "surname"]}


def test_a_spreadsheet_named_csv_is_refused(tmp_path):
    Workbook().save(tmp_path / "a.csv")
    assert refusal(tmp_path / "a.csv").code == "spreadsheet_named_csv"


def test_a_workbook_with_macros_is_refused(tmp_path):
    path = tmp_path / "a.xlsx"
    Workbook().save(path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", "x")
    assert refusal(path).params["why"] == "macros"


def test_a_workbook_that_unpacks_to_far_more_than_it_is_is_refused_unread(tmp_path):
    path = tmp_path / "a.xlsx"
    Workbook().save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet2.xml", b"0" * 30_000_000)
    assert refusal(path).params["why"] == "unpacks_too_large"


def test_a_workbook_is_read_like_a_file_of_text(tmp_path):
    book = Workbook()
    for row in (HEADER.split(","), [1, "Siân", "Rees", date(2015, 3, 4)], [2, "Al", "Rees", "04/03/2015"]):
        book.active.append(row)
    for number in range(3, 10):
        book.active.append([number, "Ann", "Rees", date(2015, 3, 4)])
    book.save(tmp_path / "a.xlsx")
    assert quarantined(tmp_path / "a.xlsx") == {(3, "birth_date", "date_ambiguous")}


def test_a_parquet_file_is_read_with_its_own_types(tmp_path):
    path = tmp_path / "a.parquet"
    rows = "select i as record_id, 'Ann' as forename, 'Rees' as surname, date '2015-03-04' + i::int as birth_date from range(9) t(i)"
    duckdb.execute(f"copy ({rows}) to '{path}' (format parquet)").fetchall()
    assert check_feed(path, feed(), as_at=AS_AT).rows_accepted == 9


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(tmp_path, encoding):
    path = tmp_path / "a.csv"
    path.write_text("\n".join([HEADER, *GOOD]), encoding=encoding)
    assert check_feed(path, feed(), as_at=AS_AT).rows_accepted == 4


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (",Ann,Rees,2015-01-01", "record_id", "record_id_empty"),
        ("9,Ann,Rees,2015-02-30", "birth_date", "date_impossible"),
        ("9,Ann,Rees,2015-02-29", "birth_date", "date_impossible"),
        ("9,Ann,Rees,03/04/2015", "birth_date", "date_ambiguous"),
        ("9,Ann,Rees,03/04/15", "birth_date", "date_ambiguous"),
        ("9,Ann,Rees,3 April 2015", "birth_date", "date_unreadable"),
        ("9,Ann,Rees,42098", "birth_date", "date_unreadable"),
        ("9,Ann,Rees,2026-11-02", "birth_date", "date_in_future"),
        ("9,Ann,Rees,1899-12-31", "birth_date", "date_before_1900"),
        ("9,An\u202en,Rees,2015-01-01", "forename", "control_character"),
        ("9,An\x07n,Rees,2015-01-01", "forename", "control_character"),
        ("9,\u200b,Rees,2015-01-01", "forename", "control_character"),
        (f"9,{'A' * 101},Rees,2015-01-01", "forename", "too_long"),
        ("9,,,2015-01-01", "forename", "name_empty"),
        ("9,Ann,Rees", "row", "row_too_short"),
        ("9,Ann,Rees,2015-01-01,more", "row", "row_too_long"),
    ],
)
def test_a_bad_row_is_quarantined_and_the_others_accepted(tmp_path, row, column, reason):
    path = write(tmp_path / "a.csv", HEADER, *GOOD, row)
    assert quarantined(path) == {(6, column, reason)}


@pytest.mark.parametrize(
    ("value", "fact", "reason"),
    [
        ("often", "attendance", "not_a_number"),
        ("101", "attendance", "number_out_of_range"),
        ("1.5", "exclusions", "not_a_number"),
        ("-1", "exclusions", "not_a_number"),
        ("maybe", "young_carer", "not_yes_or_no"),
        ("FREE", "free_meals", "not_a_code"),
        ("01/02/2026", "last_exclusion_on", "date_ambiguous"),
    ],
)
def test_a_fact_of_the_wrong_type_is_quarantined(tmp_path, value, fact, reason):
    contract = feed(columns="record_id", facts=fact)
    rows = [f"{number}," for number in range(1, 6)]
    path = write(tmp_path / "a.csv", f"record_id,{fact}", *rows, f"9,{value}")
    assert quarantined(path, contract) == {(7, fact, reason)}


def test_the_same_record_id_twice_quarantines_both_lines(tmp_path):
    more = [f"{number},Ann,Rees,2015-01-01" for number in range(10, 20)]
    path = write(tmp_path / "a.csv", HEADER, *more, GOOD[0], GOOD[0])
    assert quarantined(path) == {(12, "record_id", "record_id_repeated"), (13, "record_id", "record_id_repeated")}


def test_lines_are_counted_as_an_editor_counts_them(tmp_path):
    path = write(
        tmp_path / "a.csv",
        HEADER,
        '1,"Ann\nMair",Rees,2015-01-01',
        "",
        *GOOD[1:],
        "9,Ann,Rees,2015-02-30",
        *[f"{number},Ann,Rees,2015-01-01" for number in range(10, 20)],
    )
    assert quarantined(path) == {(2, "forename", "control_character"), (8, "birth_date", "date_impossible")}


def test_quarantine_never_holds_the_value(tmp_path):
    path = write(tmp_path / "a.csv", HEADER, *GOOD, "9,Ann,Rees,secret-value")
    report = check_feed(path, feed(), as_at=AS_AT)
    assert "secret-value" not in repr(report)


def test_more_than_a_fifth_of_bad_rows_stops_the_file(tmp_path):
    bad = "9,Ann,Rees,2015-02-30"
    assert refusal(write(tmp_path / "a.csv", HEADER, *GOOD[:3], bad)).code == "too_many_bad_rows"
    assert quarantined(write(tmp_path / "b.csv", HEADER, *GOOD, bad)) != set()


def test_text_that_looks_like_code_is_accepted_as_text(tmp_path):
    rows = ["5,=cmd|' /C calc'!A0,<script>,2015-01-01", "6,'; drop table people; --,{{ 7*7 }},2015-01-01"]
    assert quarantined(write(tmp_path / "a.csv", HEADER, *GOOD, *rows)) == set()


def test_a_changed_row_changes_its_fingerprint_and_no_other(tmp_path):
    before = check_feed(write(tmp_path / "a.csv", HEADER, *GOOD), feed(), as_at=AS_AT).fingerprints
    changed = check_feed(write(tmp_path / "b.csv", HEADER, "1,Sian,Rees,2015-02-28", *GOOD[:0:-1]), feed(), as_at=AS_AT)
    assert {key for key in before if before[key] != changed.fingerprints[key]} == {"1"}


@pytest.mark.parametrize(
    "odd",
    [
        "",  # as nearly all files are
        "5,,,",
        "5,Ann\u00a0,Rees,2015-01-01",
        "5,' Ann ',Rees,2015-1-1",
        "5,Ann,Rees,31/12/2015",
        "5,Ann,Rees,2015-02-30",
        "5,Ann,Rees,1899-12-31",
        "5,Ann,Rees,2999-01-01",
        "5,A\u202enn,Rees,2015-01-01",
        "1,Ann,Rees,2015-01-01",
        f"5,{'a' * 101},Rees,2015-01-01",
        ",Ann,Rees,2015-01-01",
    ],
)
def test_the_quick_and_the_careful_reader_find_the_same(tmp_path, odd):
    more = [f"{number},Gwen,Rees,1990-05-0{number - 10}" for number in range(11, 19)]
    rows = [row for row in (*GOOD, odd, *more) if row]
    quick = check_feed(write(tmp_path / "quick.csv", HEADER, *rows), feed(), as_at=AS_AT)
    careful = check_feed(
        write(tmp_path / "careful.csv", HEADER, *rows, ""), feed(), as_at=AS_AT
    )  # a blank line: no row's place is sure
    assert (careful.rows_read, careful.quarantined) == (quick.rows_read, quick.quarantined)
    assert careful.fingerprints == quick.fingerprints


def test_a_stray_cell_in_the_last_corner_of_a_sheet_is_refused_before_room_is_set_aside(tmp_path):
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "record_id", "stray"
    book.save(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx").params["why"] == "unpacks_too_large"


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        (b'<row r="1"><c r="A1"/><c r="C1"/></row><row r="4"><c r="B4"/></row>', 12),
        (b"<row><c/><c/></row><row/><row/><row><c/></row>", 8),
        (b"<x:row r='2'><x:c r='AA2'/></x:row>", 54),
        (b"<sheetData/>", 0),
    ],
)
def test_the_rectangle_of_a_sheet_is_reckoned_from_its_bytes(sheet, cells):
    assert cells_of(BytesIO(sheet)) == cells


def test_a_workbook_with_a_password_or_a_broken_part_is_told_to_be_unreadable(tmp_path):
    path = tmp_path / "a.xlsx"
    Workbook().save(path)
    whole = bytearray(path.read_bytes())
    whole[6] |= 1  # the flag of encryption, in the first part's own header
    at = whole.index(b"PK\x01\x02")
    whole[at + 8] |= 1
    path.write_bytes(whole)
    assert refusal(path).code == "workbook_unreadable"
