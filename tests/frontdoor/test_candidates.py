"""The list of families up for review: bands in words, no number, and what there is no time for as a count."""

from __future__ import annotations

from django.urls import reverse

from lynchpin.frontdoor.models import Candidate
from tests.casework.counting import statements
from tests.world.frontdoor import Profiled


def test_the_list_shows_released_families_and_counts_the_rest(world, as_):
    raised = world.raised(*(Profiled(key=f"f{n}", vulnerability=2100 + n) for n in range(7)))
    browser = as_(world.central)
    page = browser.get("/frontdoor/candidates/").content.decode()
    assert statements(lambda: browser.get("/frontdoor/candidates/")) <= 15
    shown = {candidate.reference for candidate in raised if candidate.reference in page}
    assert shown == {candidate.reference for candidate in raised if candidate.state == "released"}
    assert "Porth: 2 families wait. The time for reviews this month is used up." in page
    assert "21.0" not in page, "a score never stands bare"


def test_a_withheld_family_cannot_be_listed_by_its_state(world, as_):
    *_, withheld = world.raised(*(Profiled(key=f"f{n}") for n in range(6)))
    assert withheld.reference not in as_(world.central).get("/frontdoor/candidates/?state=withheld").content.decode()


def test_candidates_are_not_for_a_lead_worker(world, as_):
    assert as_(world.lead_worker).get("/frontdoor/candidates/").status_code == 403


def test_a_family_with_a_contested_fact_says_so_to_its_reviewer(world, as_, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    world.matrix()
    world.approved_run()
    candidate, client = Candidate.unscoped.get(), as_(world.central)
    line = world.line_to_contest(candidate.profile_id)
    address = reverse("frontdoor:decide_candidate", args=[candidate.reference])
    assert "source has not answered yet" not in client.get(address).content.decode()
    world.contested(line)
    assert "source has not answered yet" in client.get(address).content.decode()
    assert "To be reviewed, contested" in client.get(reverse("frontdoor:candidates")).content.decode()
