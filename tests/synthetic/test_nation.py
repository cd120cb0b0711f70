"""A nation is shards that share nothing but people who moved, and the same files however it was written."""

import csv
import filecmp
import re
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import pytest

from lynchpin_vrp import check_feed, read_workspace
from lynchpin_world import cli
from lynchpin_world.feeds.agencies import FEEDS
from lynchpin_world.feeds.parquet import to_parquet
from lynchpin_world.feeds.shards import write_nation
from lynchpin_world.growth import AS_AT
from lynchpin_world.identifiers import MOST_BLOCKS, nhs_check_digit
from lynchpin_world.nation import SHARD_RESIDENTS, areas, grow_shard, shards
from lynchpin_world.numbering import Block

BY_NAME = {feed.name: feed for feed in FEEDS}


@pytest.fixture(scope="module")
def nation():
    return shards(1700, seed=9, most=600)


@pytest.fixture(scope="module")
def regions(nation):
    return [grow_shard(shard, nation) for shard in nation]


@pytest.fixture(scope="module")
def written(nation, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    write_nation(nation, folder, lambda _: None)
    return folder


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files_of(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_a_region_that_fits_in_one_shard_is_grown_as_ever(nation):
    (whole,) = shards(SHARD_RESIDENTS, seed=9)
    assert whole.seed == 9 and whole.block == Block()
    assert [shard.seed for shard in nation] == ["9/0", "9/1", "9/2"]


def test_shards_hold_everybody_and_are_of_one_size(nation):
    assert sum(shard.residents for shard in nation) == 1700
    assert {shard.residents for shard in nation} == {566, 567}


def test_more_people_than_there_are_numbers_for_are_refused(capsys):
    with pytest.raises(ValueError, match="more than 100 shards"):
        shards(MOST_BLOCKS * 10 + 1, seed=1, most=10)
    with pytest.raises(SystemExit):
        cli.main(["extracts", "nowhere", "--residents", "5000001", "--seed", "1"])
    assert "at most 5000000" in capsys.readouterr().err


def test_the_files_are_the_same_however_many_processes_write_them(nation, written, tmp_path):
    write_nation(nation, tmp_path, lambda _: None, processes=2)
    assert files_of(written) == files_of(tmp_path)
    _, differing, missing = filecmp.cmpfiles(written, tmp_path, files_of(written), shallow=False)
    assert (differing, missing) == ([], [])


def test_a_nations_workspace_holds_the_same_files_as_a_regions(written, tmp_path):
    cli.main(["extracts", str(tmp_path), "--residents", "60", "--seed", "5"])
    assert files_of(written) == files_of(tmp_path)
    assert (written / "profile.toml").read_bytes() == (tmp_path / "profile.toml").read_bytes()


def test_a_shard_is_the_same_whatever_is_grown_beside_it(nation, regions):
    assert grow_shard(nation[1], nation) == regions[1]


def test_no_two_shards_give_the_same_number_or_name_the_same_place(regions):
    for held in (
        lambda region: region.people,
        lambda region: region.families,
        lambda region: {area.code for area in region.areas},
        lambda region: {area.postcode_district for area in region.areas},
        lambda region: {person.nhs_number for person in region.people.values()},
        lambda region: {person.nino[:8] for person in region.people.values() if person.nino},
        lambda region: {person.upn for person in region.people.values() if person.upn},
        lambda region: {person.email for person in region.people.values() if person.email},
        lambda region: {person.phone for person in region.people.values() if person.phone},
    ):
        told = Counter(each for region in regions for each in set(held(region)))
        assert told and max(told.values()) == 1


def test_every_record_of_the_nation_has_an_id_of_its_own_and_a_truth(written):
    known = {(row["feed"], row["record_id"]) for row in rows_of(written / "truth" / "records.csv")}
    told = [
        (name, row[feed.columns["record_id"]])
        for name, feed in BY_NAME.items()
        for row in rows_of(written / "extracts" / f"{name}.csv")
    ]
    assert len(told) == len(set(told)) == len(known)
    assert set(told) == known


def test_each_postcode_of_the_nation_has_one_fifth(written):
    told = Counter(row["postcode"] for row in rows_of(written / "deprivation.csv"))
    assert told and max(told.values()) == 1


def test_some_people_have_records_in_two_shards(written, regions):
    homes = {home.uprn: home.area.postcode_district[:2] for region in regions for home in region.homes.values()}
    person = {(row["feed"], row["record_id"]): row["person_id"] for row in rows_of(written / "truth" / "records.csv")}
    lived = defaultdict(set)
    for row in rows_of(written / "extracts" / "housing.csv"):
        if uprn := row["uprn"]:
            lived[person["housing", row["household_member_id"]]].add(homes[uprn])
    assert sum(len(shards) > 1 for shards in lived.values()) > 10


def test_everybody_lives_today_in_a_home_of_their_own_shard(regions):
    for region in regions:
        districts = {area.postcode_district for area in region.areas}
        assert {region.homes[person.home_id].area.postcode_district for person in region.people.values()} <= districts


@pytest.mark.parametrize("number", [1, 25, 26, 77, 78, MOST_BLOCKS - 1])
def test_a_further_block_has_postcodes_that_cannot_be(number):
    districts = {area.postcode_district for area in areas(Block(number))}
    assert len(districts) == len({area.postcode_district for area in areas(Block())})
    assert all(re.fullmatch(r"[QVX][A-Z]\d\d", district) for district in districts)


def test_no_two_blocks_share_a_district():
    told = Counter(
        district
        for number in range(MOST_BLOCKS)
        for district in {area.postcode_district for area in areas(Block(number))}
    )
    assert max(told.values()) == 1


def test_the_last_block_still_gives_numbers_that_nobody_can_hold():
    nation = shards(MOST_BLOCKS * 12, seed=2, most=12)
    people = grow_shard(nation[-1], nation).people.values()
    assert all(re.fullmatch(r"900\d{7}", p.nhs_number) and nhs_check_digit(p.nhs_number[:9]) < 10 for p in people)
    assert all(re.fullmatch(r"[DFIQUV][A-Z]\d{6}[A-D]", person.nino) for person in people if person.nino)
    assert all(re.fullmatch(r"0[46]0099\d{5}", person.phone) for person in people if person.phone)
    assert all(person.email.endswith("99.example") for person in people if person.email)


def test_parquet_holds_the_same_rows_and_profiling_reads_it(tmp_path):
    plain, packed = tmp_path / "plain", tmp_path / "packed"
    for folder in (plain, packed):
        cli.main(["extracts", str(folder), "--residents", "1500", "--seed", "4"])
    to_parquet(packed, AS_AT, lambda _: None)
    assert {path.suffix for path in (packed / "extracts").iterdir()} == {".parquet"}
    for name in BY_NAME:
        table = duckdb.read_parquet(str(packed / "extracts" / f"{name}.parquet"))
        told = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
        assert [{key: value or "" for key, value in row.items()} for row in told] == rows_of(
            plain / "extracts" / f"{name}.csv"
        )
    assert told_of(packed) == told_of(plain)


def told_of(folder):
    """What profiling reads in each feed: a fingerprint of each record."""
    workspace = read_workspace(folder)
    return {feed.name: check_feed(feed.path, feed, as_at=AS_AT).fingerprints for feed in workspace.feeds}
