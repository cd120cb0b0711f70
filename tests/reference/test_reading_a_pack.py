"""A bad pack is refused whole, and its author is told which file, line and column to mend."""

import shutil
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from lynchpin.reference import BadPack, Fault, open_pack, packs, read_pack
from lynchpin.reference.columns import Kind
from lynchpin.reference.faults import SENTENCES
from lynchpin.reference.tables import EVERY_ROW, TABLES

THEMES = "framework/themes.csv"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A copy of the Cwm Taf pack that a test may spoil."""
    with resources.as_file(resources.files("lynchpin.reference") / "cwm-taf") as original:
        return Path(shutil.copytree(original, tmp_path / "my-area"))


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")


def faults(folder: Path) -> list[Fault]:
    with pytest.raises(BadPack) as refused:
        read_pack(folder)
    return list(refused.value.faults)


def test_the_pack_that_comes_with_the_service_is_listed_and_opens():
    assert packs() == ["cwm-taf"]
    assert open_pack("cwm-taf").name == "cwm-taf"


def test_an_unknown_pack_is_refused_by_name():
    with pytest.raises(BadPack, match="no pack named gwynt"):
        open_pack("gwynt")


def test_a_pack_name_cannot_climb_out_of_the_shelf():
    with pytest.raises(BadPack):
        open_pack("../reference/cwm-taf")


def test_a_council_can_read_a_pack_from_its_own_folder(folder):
    assert read_pack(folder).manifest() == open_pack("cwm-taf").manifest()


def test_a_folder_without_sources_is_not_a_pack(folder):
    (folder / "SOURCES.md").unlink()
    assert [fault.code for fault in faults(folder)] == ["no_such_pack"]


def test_a_file_left_out_is_an_empty_table(folder):
    (folder / "framework/key_challenges.csv").unlink()
    assert read_pack(folder).table("framework", "key_challenges") == ()


def test_asking_for_a_file_no_pack_may_have_is_a_bug(folder):
    with pytest.raises(KeyError):
        read_pack(folder).table("framework", "horoscopes")


def test_a_file_of_an_unknown_name_is_refused(folder):
    (folder / "framework/notes.csv").write_text("key\n", "utf-8")
    assert faults(folder) == [Fault("unknown_file", "framework/notes.csv")]


def test_a_file_that_is_not_utf8_is_refused(folder):
    (folder / THEMES).write_bytes("tŷ".encode("cp1252", "replace") + b"\xf4")
    assert faults(folder) == [Fault("not_utf8", THEMES)]


def test_the_mark_a_spreadsheet_puts_before_utf8_is_no_fault(folder):
    path = folder / THEMES
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_pack(folder).table("framework", "themes")) == 3


def test_windows_line_ends_are_no_fault(folder):
    path = folder / THEMES
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_pack(folder).table("framework", "themes")[2].line == 4


def test_an_unclosed_quotation_mark_names_its_line(folder):
    spoil(folder, THEMES, ",Learning,", ',"Learning,')
    assert faults(folder) == [Fault("not_csv", THEMES, 3)]


def test_an_empty_file_lacks_every_column(folder):
    (folder / THEMES).write_bytes(b"")
    assert {fault.code for fault in faults(folder)} == {"missing_column"}


def test_a_renamed_column_is_named_as_missing_and_as_unknown(folder):
    spoil(folder, THEMES, "label_cy", "label_welsh")
    assert faults(folder) == [
        Fault("missing_column", THEMES, 1, "label_cy"),
        Fault("unknown_column", THEMES, 1, "label_welsh"),
    ]


def test_a_column_written_twice_is_refused(folder):
    spoil(folder, THEMES, "sort", "sort,sort")
    assert faults(folder)[0] == Fault("column_twice", THEMES, 1, "sort")


def test_a_row_with_a_cell_too_many_is_refused(folder):
    spoil(folder, THEMES, ",Dysgu,", ",Dysgu,,")
    assert faults(folder) == [Fault("wrong_width", THEMES, 3)]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (THEMES, ",Dysgu,", ",,", Fault("empty", THEMES, 3, "label_cy")),
        (THEMES, ",Dysgu,", ", Dysgu,", Fault("not_text", THEMES, 3, "label_cy", " Dysgu")),
        (THEMES, "2016-04-01", "01/04/2016", Fault("not_day", THEMES, 2, "valid_from", "01/04/2016")),
        (THEMES, "2016-04-01", "2016-02-30", Fault("not_day", THEMES, 2, "valid_from", "2016-02-30")),
        (THEMES, "2016-04-01,", "2016-04-01,2015-01-01", Fault("ends_first", THEMES, 2, "valid_to", "2015-01-01")),
        (THEMES, "SO1;SO2,1", "SO1;SO2,first", Fault("not_whole", THEMES, 2, "sort", "first")),
        (THEMES, "SO1;SO2,1", "SO1;SO2,-1", Fault("not_whole", THEMES, 2, "sort", "-1")),
        (THEMES, ",S1,", ",hearsay,", Fault("not_choice", THEMES, 2, "source", "hearsay")),
        (THEMES, "learning,", "prosperous,", Fault("key_twice", THEMES, 3, "key", "prosperous")),
        (THEMES, "learning,", "lear ning,", Fault("not_key", THEMES, 3, "key", "lear ning")),
    ],
)
def test_a_bad_cell_is_named_by_file_line_and_column(folder, file, old, new, fault):
    spoil(folder, file, old, new)
    assert faults(folder) == [fault]


def test_a_doubled_separator_in_a_list_is_refused(folder):
    spoil(folder, THEMES, "SO1;SO2", "SO1;;SO2")
    assert faults(folder) == [Fault("not_link", THEMES, 2, "strategic_outcomes", "SO1;;SO2")]


def test_a_yes_or_no_must_be_written_out(folder):
    spoil(folder, "engagement/activity_types.csv", ",S1,yes,12", ",S1,true,12")
    assert faults(folder) == [
        Fault("not_yes_no", "engagement/activity_types.csv", 13, "needs_central_approval", "true")
    ]


def test_words_in_one_language_only_are_refused(folder):
    spoil(folder, "organisations/providers.csv", "Early-help engagement workers of the area,", ",")
    assert faults(folder) == [Fault("one_language", "organisations/providers.csv", 8, "successor_en")]


def test_a_link_that_leads_nowhere_names_the_file_it_should_lead_to(folder):
    spoil(folder, "framework/priorities.csv", ",prosperous,", ",wealthy,")
    fault = Fault("no_such_key", "framework/priorities.csv", 2, "theme", "wealthy", THEMES)
    assert faults(folder) == [fault]


def test_a_link_into_a_file_left_out_is_refused(folder):
    (folder / "frontdoor/routes.csv").unlink()
    assert {(fault.code, fault.target) for fault in faults(folder)} == {("no_such_key", "frontdoor/routes.csv")}


def test_every_bad_cell_is_reported_at_once(folder):
    spoil(folder, THEMES, ",Dysgu,", ",,")
    spoil(folder, "framework/needs.csv", ",Dyled,", ",,")
    assert [fault.file for fault in faults(folder)] == [THEMES, "framework/needs.csv"]


def test_the_refusal_reads_as_a_sentence_with_its_place():
    fault = Fault("not_day", THEMES, 2, "valid_from", "soon")
    assert str(BadPack((fault,))) == ("framework/themes.csv, line 2: valid_from is “soon”. Give a date as 2016-04-01.")


@pytest.mark.parametrize("code", SENTENCES)
def test_every_fault_can_be_said(code):
    assert "%(" not in str(Fault(code, "f.csv", 1, "c", "v", "t.csv"))


def test_every_kind_of_column_has_a_sentence_for_a_bad_cell():
    assert {f"not_{kind}" for kind in Kind} <= set(SENTENCES)


def test_the_guide_for_authors_names_every_column_that_all_files_share():
    guide = resources.files("lynchpin.reference").joinpath("README.md").read_text("utf-8")
    assert [column.name for column in EVERY_ROW if f"`{column.name}`" not in guide] == []


def test_every_link_declared_points_into_a_file_that_a_pack_may_hold():
    targets = {column.target for columns in TABLES.values() for column in columns if column.target}
    assert targets <= set(TABLES)


def test_a_row_is_a_frozen_mapping_of_its_cells():
    theme = open_pack("cwm-taf").table("framework", "themes")[0]
    assert dict(theme)["label_cy"] == theme.label_cy == "Ffyniannus"
    with pytest.raises(AttributeError):
        theme.line = 9
    with pytest.raises(TypeError):
        theme["key"] = "other"


def test_an_empty_cell_is_not_known_and_never_zero():
    theme = open_pack("cwm-taf").table("framework", "themes")[0]
    assert theme.valid_to is None
    assert theme.valid_from == date(2016, 4, 1)
    assert theme.aliases == ("Prosperous Communities",)
    assert open_pack("cwm-taf").table("framework", "provisions")[2].whole("age_from") is None
