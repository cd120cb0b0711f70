from datetime import date

import pytest
from django.urls import reverse

from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.places.queries import cluster_of_area
from lynchpin.places.use_cases.draw_cluster import draw_cluster
from tests.support import refused, trail

TODAY, YESTERDAY = date(2026, 6, 10), date(2026, 6, 9)


def draw(world, **changes):
    given = {"key": "porth", "version": 1, "areas": [world.OUTSIDE], "on": TODAY} | changes
    return draw_cluster(world.system_admin, **given)


def test_areas_join_and_leave_on_the_day_and_the_past_stays(world):
    draw(world)

    def holder(code, on):
        return cluster_of_area(world.worker, code, on)

    assert [holder(world.OUTSIDE, day) for day in (YESTERDAY, TODAY)] == ["", "porth"]
    assert [holder(world.IN_PORTH, day) for day in (YESTERDAY, TODAY)] == ["porth", ""]
    assert holder(world.IN_TAF_WEST, TODAY) == "taf-west"
    assert trail("places.cluster_drawn")[-1] == {
        "key": "porth",
        "on": "2026-06-10",
        "joined": [world.OUTSIDE],
        "left": [world.IN_PORTH],
    }


def test_an_area_that_left_may_come_back(world):
    draw(world)
    draw(world, version=2, areas=[world.OUTSIDE, world.IN_PORTH], on=date(2026, 7, 1))
    assert cluster_of_area(world.worker, world.IN_PORTH, date(2026, 7, 1)) == "porth"
    assert cluster_of_area(world.worker, world.IN_PORTH, date(2026, 6, 30)) == ""


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("cluster_without_areas", {"areas": []}),
        ("cluster_area_unknown", {"areas": ["W01009999"]}),
        ("cluster_area_held", {"areas": ["W01001002"]}),
        ("cluster_change_too_early", {"on": date(2016, 3, 31)}),
    ],
)
def test_a_drawing_that_cannot_hold_is_refused(world, code, changes):
    with refused(code):
        draw(world, **changes)


def test_two_people_do_not_draw_one_cluster_unseen(world):
    draw(world)
    with pytest.raises(Stale):
        draw(world, version=1)


def test_a_missing_cluster_is_not_found(world):
    with pytest.raises(NotFound):
        draw(world, key="elsewhere")


def test_a_cluster_manager_draws_nothing(world):
    with pytest.raises(NotPermitted):
        draw_cluster(world.cluster_manager, key="porth", version=1, areas=[], on=TODAY)


def test_the_page_draws_a_cluster_and_names_who_holds_an_area(world, as_):
    page = as_(world.system_admin)
    address = reverse("places:draw_cluster", args=["porth"])
    assert "Area 2 (now in Taf West)" in page.get(address).content.decode()
    typed = {"form_key": "k", "version": 1, "on_day": 1, "on_month": 7, "on_year": 2026}
    assert page.post(address, typed | {"areas": [world.IN_TAF_WEST]}).status_code == 422
    assert page.post(address, typed | {"areas": [world.OUTSIDE]}).status_code == 303
    assert as_(world.cluster_manager).get(address).status_code == 403
