"""How far a sheet would unfold is known before it is unfolded, whatever its cells say of where they stand."""

from __future__ import annotations

import io
import zipfile

import pytest

from lynchpin.kernel.sheets import sheet_rows
from tests.support import refused

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
CELL = "<c><v>7</v></c>"


def sheet_of(rows: str, **others: str) -> bytes:
    """A spreadsheet with these rows, and with further parts by their names."""
    kept = io.BytesIO()
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in (PARTS | {"xl/worksheets/sheet1.xml": sheet} | others).items():
            book.writestr(name, text)
    return kept.getvalue()


def test_rows_and_cells_without_an_address_stand_next_to_the_one_before():
    assert list(sheet_rows(sheet_of(f"<row>{CELL}{CELL}</row>" * 3))) == [("7", "7")] * 3


@pytest.mark.parametrize(
    "rows",
    [
        f"<row>{'<c/>' * 16_000}{CELL}</row>{'<row/>' * 200}<row>{CELL}</row>",
        f"<row>{CELL * 3}</row>{'<row/>' * 700_000}<row>{CELL}</row>",
        f"<x:row>{'<x:c/>' * 16_000}{CELL}</x:row>{'<x:row/>' * 200}<row>{CELL}</row>",
        '<row><c r="A0000000009999999"><v>7</v></c></row>',
        '<row><c r="AAAAAAA1"><v>7</v></c></row>',
        '<row><c r="A99999999999999999999"><v>7</v></c></row>',
    ],
)
def test_a_small_file_that_would_unfold_to_more_than_a_machine_holds_is_refused(rows):
    with refused("file_unfolds_too_far"):
        list(sheet_rows(sheet_of(rows)))


def test_a_part_that_lists_cells_in_no_row_does_not_make_a_sheet_wide():
    order = "".join(f'<c r="A{row}" i="1"/>' for row in range(1, 3001))
    book = sheet_of(f"<row>{CELL}</row>", **{"xl/calcChain.xml": f'<calcChain xmlns="{MAIN}">{order}</calcChain>'})
    assert list(sheet_rows(book)) == [("7",)]
