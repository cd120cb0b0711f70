import pytest

from lynchpin.places.postcodes import compact, read_postcodes
from tests.places.samples import POSTCODES, PREPARED_POSTCODES, needs_samples
from tests.support import refused

WELSH_GOVERNMENT = "Welsh Postcode,LSOA Code,LSOA Name (English),LSOA Name (Cymraeg),WIMD 2019 LSOA Rank"
STATISTICS = "pcd,pcd2,pcds,dointr,doterm,lsoa01,msoa01,lsoa11,msoa11"
FIRST = "CF401AA,W01000001,A,A,1"


def read(*lines):
    return read_postcodes(f"{line}\n".encode() for line in lines)


def test_the_welsh_governments_lookup_is_read():
    assert read(WELSH_GOVERNMENT, FIRST, "CF4  1AB,W01000002,B,B,2") == {"CF401AA": "W01000001", "CF41AB": "W01000002"}


def test_the_statistics_offices_lookup_is_read_for_wales_and_the_areas_of_2011():
    rows = [
        "CF401AA,CF40 1AA,CF40 1AA,198001,,W01009999,W02009999,W01000001,W02000001",
        "AB1 0AA,AB1  0AA,AB1 0AA,198001,199606,S01000011,S02000007,S01006514,S02001237",
        "BT1 1AA,BT1  1AA,BT1 1AA,198001,,95GG24S1,,95GG24S1,",
        "GY1 1AA,GY1  1AA,GY1 1AA,198001,,L99999999,,L99999999,",
        "CF401AB,CF40 1AB,CF40 1AB,198001,199606,,,,",
    ]
    assert read(STATISTICS, *rows) == {"CF401AA": "W01000001"}


def test_headers_in_capitals_a_byte_order_mark_and_blank_lines_do_no_harm():
    assert read("\ufeffPCDS,LSOA11CD", "CF40 1AA,W01000001", "", ",") == {"CF401AA": "W01000001"}


def test_a_postcode_told_twice_alike_is_one():
    assert len(read(WELSH_GOVERNMENT, FIRST, FIRST.replace("CF401AA", "cf40 1aa"))) == 1


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("postcodes_wrong_columns", []),
        ("postcodes_wrong_columns", [FIRST]),
        ("postcodes_wrong_columns", ["Welsh Postcode,Area", FIRST]),
        ("postcodes_wrong_columns", ["Address,LSOA Code", FIRST]),
        ("postcodes_empty", [WELSH_GOVERNMENT]),
        ("postcodes_empty", [WELSH_GOVERNMENT, "AB10AA,S01000011,A,A,1"]),
        ("postcodes_wrong_row", [WELSH_GOVERNMENT, FIRST, "CF401AB"]),
        ("postcodes_wrong_row", [WELSH_GOVERNMENT, "12 Invented Street,W01000001,A,A,1"]),
        ("postcodes_wrong_row", [WELSH_GOVERNMENT, "CF401AA,Treharris 4,A,A,1"]),
        ("postcodes_twice", [WELSH_GOVERNMENT, FIRST, FIRST.replace("W01000001", "W01000002")]),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(code, lines):
    with refused(code):
        read(*lines)


@pytest.mark.parametrize(
    "lines", [[b"PK\x03\x04\xff\xfe\x00"], ["pcds,lsoa11\nT\u0177".encode("cp1252", "replace"), b"\xff"]]
)
def test_what_is_no_text_is_refused(lines):
    with refused("place_file_unreadable"):
        read_postcodes(lines)


def test_a_line_is_read_only_when_the_one_before_it_was():
    def lines():
        yield f"{WELSH_GOVERNMENT}\n".encode()
        yield b"no postcode,W01000001\n"
        pytest.fail("the rest of the file was read too")

    with refused("postcodes_wrong_row"):
        read_postcodes(lines())


@needs_samples
def test_the_published_file_is_read_whole():
    with POSTCODES.open("rb") as lines:
        found = read_postcodes(lines)
    assert len(found) == 1982 and found["CF440LX"] == "W01001291"


@needs_samples
def test_a_prepared_list_agrees_with_the_published_one():
    with PREPARED_POSTCODES.open("rb") as prepared, POSTCODES.open("rb") as published:
        mine, theirs = read_postcodes(prepared), read_postcodes(published)
    assert len(mine) == 9280 and all(postcode == compact(postcode) for postcode in mine)
    assert {postcode for postcode, area in theirs.items() if mine.get(postcode) != area} == set()
