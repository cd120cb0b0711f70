"""What was found later is informative, far from certain, and known of those who were asked."""

from __future__ import annotations

import csv
from collections import defaultdict
from statistics import mean

from lynchpin_world import cli
from lynchpin_world.following_up import fifths, follow_ups


def test_most_families_were_asked_once_and_after_the_worlds_today(region):
    found = list(follow_ups(region))
    assert len({one.family_id for one in found}) == len(found)
    assert 0.7 < len(found) / len(region.families) < 0.8
    assert min(one.on for one in found) > region.as_at


def test_need_is_likelier_the_more_weighs_on_a_family_and_never_sure(region):
    confirmed = defaultdict(list)
    for one in follow_ups(region):
        weighing = len(region.families[one.family_id].needs)
        confirmed["many" if weighing >= 6 else "some" if weighing >= 2 else "few"].append(one.confirmed)
    assert mean(confirmed["few"]) < mean(confirmed["some"]) < mean(confirmed["many"])
    assert mean(confirmed["few"]) > 0 and mean(confirmed["many"]) < 1


def test_every_home_of_an_area_where_families_live_has_a_fifth_and_fifths_are_about_as_many(region):
    by_area = {region.homes[family.home_id].area.code: None for family in region.families.values()}
    told = fifths(region)
    for home in region.homes.values():
        if home.area.code in by_area:
            by_area[home.area.code] = told[home.postcode]
    counted = [list(by_area.values()).count(fifth) for fifth in range(1, 6)]
    assert sum(counted) == len(by_area) and max(counted) - min(counted) <= 1


def test_a_family_is_named_by_a_record_that_is_about_it(tmp_path, region):
    cli.main(["extracts", str(tmp_path), "--residents", "3000", "--seed", "7"])
    about = {(row["feed"], row["record_id"]): row["person_id"] for row in read(tmp_path / "truth" / "records.csv")}
    found = {one.family_id: "Y" if one.confirmed else "N" for one in follow_ups(region)}
    written = read(tmp_path / "truth" / "confirmed.csv")
    families = [region.people[about[row["feed"], row["record_id"]]].family_id for row in written]
    assert [found[family] for family in families] == [row["confirmed"] for row in written]
    assert len(set(families)) == len(families) > 0.95 * len(found)


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
