"""Each thing that was seen stands once, with everybody who told of it."""

from dataclasses import dataclass
from datetime import date

from lynchpin.profiles.findings import findings

NAMES, FEEDS = {"a": "Mali", "b": "Osian"}, {"housing": "Housing", "education": "Education"}


@dataclass
class Line:
    kind: str
    factor: str
    domain: str = "housing"
    points: int = 400
    person_key: str = ""
    feed: str = ""
    evidence_date: date | None = None
    full_points: int | None = None
    decay_percent: int | None = None
    points_if_removed: int | None = None
    pk: int = 1


def test_records_of_one_thing_stand_together_and_an_overlap_is_taken_off():
    lines = [Line("fact", "HO1", person_key=who, feed="housing") for who in ("b", "a")]
    [found] = findings([*lines, Line("overlap", "HO1", points=-400)], NAMES, FEEDS)
    assert found.points == 400
    assert [(seen.who, seen.feed) for seen in found.sightings] == [("Mali", "Housing"), ("Osian", "Housing")]


def test_findings_sum_to_the_lines_with_the_limit_of_a_part_of_life_after_what_it_limits():
    lines = [Line("cap", "", points=-200), Line("fact", "HO1"), Line("fact", "HO2", points=1000)]
    lines.append(Line("fact", "ED1", domain="education", points=600))
    found = findings(lines, NAMES, FEEDS)
    assert [each.factor for each in found] == ["ED1", "HO2", "HO1", ""]
    assert sum(each.points for each in found) == sum(line.points for line in lines)


def test_a_person_or_feed_that_is_no_longer_known_leaves_its_place():
    [found] = findings([Line("fact", "HO1", person_key="z", feed="gone")], NAMES, FEEDS)
    assert (found.sightings[0].who, found.sightings[0].feed) == ("", "gone")
