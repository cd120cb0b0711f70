import pytest

from lynchpin.places.choices import RankBand
from lynchpin.places.ranks import band, read_ranks
from tests.places.samples import RANKS, needs_samples
from tests.support import refused

HEADER = (
    "LSOA code,LSOA name (Eng),Local Authority name (Eng),WIMD 2025 ,Income ,Employment,Health,Education ,"
    "Access to Services,Housing,Community Safety,Physical Environment, "
)
FIRST = "W01000001,A,B,2,1,1,1,1,1,1,1,1,"
SECOND = "W01000002,C,D,1,2,2,2,2,2,2,2,2,"


def file(*lines):
    return "\n".join([HEADER, *lines, ""])


def test_blanks_in_headers_an_unnamed_column_and_blank_lines_do_no_harm():
    ranks = read_ranks(file(FIRST, SECOND, ",,,,,,,,,,,,", ""))
    assert len(ranks) == 2 * 9
    (overall,) = (r for r in ranks if r.area_code == "W01000001" and r.domain == "overall")
    assert (overall.edition, overall.rank, overall.out_of) == (2025, 2, 2)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ranks_empty", ""),
        ("ranks_empty", HEADER),
        ("ranks_wrong_columns", "{}"),
        ("ranks_wrong_columns", HEADER.replace("Community Safety", "Safety") + "\n" + FIRST),
        ("ranks_wrong_columns", HEADER.replace("WIMD 2025", "Rank") + "\n" + FIRST),
        ("ranks_wrong_row", file(FIRST.replace("W01000001", "E01000001"))),
        ("ranks_wrong_row", file(FIRST.replace(",2,", ",second,"))),
        ("ranks_wrong_row", file("W01000001,A,B,2")),
        ("ranks_code_twice", file(FIRST, FIRST)),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_refused(code, text):
    with refused(code):
        read_ranks(text)


@pytest.mark.parametrize(
    ("rank", "expected"),
    [
        (1, RankBand.TOP_TENTH),
        (191, RankBand.TOP_TENTH),
        (192, RankBand.TOP_FIFTH),
        (384, RankBand.TOP_THIRD),
        (576, RankBand.TOP_HALF),
        (958, RankBand.TOP_HALF),
        (959, RankBand.OTHER_HALF),
        (1917, RankBand.OTHER_HALF),
    ],
)
def test_a_rank_falls_in_the_publishers_group(rank, expected):
    assert band(rank, 1917) == expected


@needs_samples
def test_the_published_file_of_2025_is_read_whole():
    ranks = read_ranks(RANKS.read_text("utf-8-sig"))
    assert len({rank.area_code for rank in ranks}) == 1917 == ranks[0].out_of
    assert len(ranks) == 1917 * 9
