"""The page that says how well and how fairly profiling works."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lynchpin.desk.queries.assurance import RunAssurance
from lynchpin.desk.queries.yielded import what_came_of_it
from lynchpin.frontdoor.models import Candidate
from lynchpin.kernel import clock
from lynchpin.profiles.models import ProfileRun
from lynchpin.profiles.use_cases.record_assurance import record_assurance
from tests.casework.counting import statements
from tests.world.frontdoor import Profiled

GAP = {
    "code": "selection_rate",
    "unit": "share",
    "part": "",
    "group_kind": "welsh_name",
    "group": "welsh",
    "count": 120,
    "value": 0.31,
    "low": 0.25,
    "high": 0.38,
    "alert": "unlike_others",
    "suppressed": False,
}
SMALL = GAP | {
    "group": "other",
    "count": None,
    "value": None,
    "low": None,
    "high": None,
    "alert": None,
    "suppressed": True,
}
LEFT_OUT = {"part": "calibration", "needs": "confirmed", "code": "not_given"}


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def page_of(client, reference):
    answer = client.get(reverse("desk:assurance_of_run", args=[reference]))
    assert answer.status_code == 200
    return answer.content.decode()


def measured(world):
    run = ProfileRun.unscoped.get(reference=world.received_run())
    report = {"content_hash": run.content_hash, "measures": [GAP, SMALL], "left_out": [LEFT_OUT]}
    return record_assurance(world.commissioner, reference=run.reference, report=report, at=clock.now())


@pytest.mark.parametrize("role", ["profile-owner", "data-protection-officer", "head-of-service", "board-member"])
def test_those_who_answer_for_it_read_it_and_are_told_what_is_not_measured_yet(world, as_, role):
    reference = world.received_run()
    page = page_of(as_(world.actor(role)), reference)
    assert "This run has not been measured yet." in page
    assert ("Measure this run" in page) == (role in ("profile-owner", "data-protection-officer"))


def test_the_door_leads_to_the_newest_run(world, as_):
    client = as_(world.commissioner)
    assert "No run has answers yet" in client.get(reverse("desk:assurance")).content.decode()
    reference = world.received_run()
    assert client.get(reverse("desk:assurance")).url == reverse("desk:assurance_of_run", args=[reference])


def test_alerts_stand_first_in_words_and_small_groups_have_no_number(world, as_):
    page = page_of(as_(world.commissioner), measured(world))
    said = (
        "Families in amber or red – By whether the name is Welsh. "
        "More than 5 points or a fifth from everybody together: Welsh name 31.0%."
    )
    assert said in page and page.index(said) < page.index("How reviewers decided")
    assert "[c]" in page and "25.0% to 38.0%" in page
    assert "whether families were found to need help later" in page


def test_a_frozen_run_says_so_before_everything_else(world, as_):
    frozen = world.frozen_run()
    page = page_of(as_(world.actor("board-member")), ProfileRun.unscoped.get(pk=frozen.run_id).reference)
    assert "This run is frozen" in page and "days overdue; 31 are allowed." in page


def test_pressing_measures_it_in_the_background(world, as_):
    reference = world.received_run()
    answer = as_(world.commissioner).post(reverse("profiles:record_assurance", args=[reference]))
    assert answer.status_code == 303


def test_what_came_of_a_suggestion_is_counted_stage_by_stage(world):
    world.raised(Profiled(), Profiled(key="f2"))
    first, second = Candidate.unscoped.order_by("pk")
    world.agreed(first)
    world.rejected(second)
    (row,) = what_came_of_it(world.actor("profile-owner"))
    assert (row.cluster, row.counts) == ("porth", (2, 1, 0, 0, 0))


def test_a_number_opens_for_a_reviewer_and_for_nobody_else(world, as_):
    run = world.received_run()
    world.raised(Profiled())
    address = f"{reverse('desk:families_behind')}?stage=suggested&amp;cluster=porth&amp;quarter=2026-27Q1"
    client = as_(world.central)
    assert address in page_of(client, run)
    listed = client.get(address.replace("&amp;", "&")).content.decode()
    assert Candidate.unscoped.get().reference in listed
    assert address not in page_of(as_(world.commissioner), run)
    assert as_(world.commissioner).get(address.replace("&amp;", "&")).status_code == 403


def test_a_board_sees_no_small_number(world, as_):
    run = world.received_run()
    world.raised(Profiled(), Profiled(key="f2"))
    page = page_of(as_(world.actor("board-member")), run)
    assert "[c]" in page and ">2<" not in page


def test_the_page_asks_for_few_rows(world, as_):
    client, reference = as_(world.commissioner), measured(world)
    page_of(client, reference)
    assert statements(lambda: page_of(client, reference)) <= 30


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([100, 97, 97, 60, 40], ["100", "[c]", "[c]", "60", "40"]),
        ([40, 40, 12, 3, 0], ["40", "40", "12", "[c]", "0"]),
        ([20, 26, 10], ["20", "[c]", "10"]),
    ],
)
def test_no_small_number_that_fell_away_follows_from_two_stages_that_are_shown(counts, told):
    board = RunAssurance(facts=None, freeze=None, decisions=None, came_of_it=(), exact=False)
    assert board.shown_stages(counts) == told
