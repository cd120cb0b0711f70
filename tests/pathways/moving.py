"""What every verb that moves a place must refuse, so that each test module can ask it of its own verb."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.models import Place
from tests.support import refused


def today_typed(name: str = "moved_on") -> dict[str, int]:
    """Today as a form sends it."""
    return {f"{name}_{part}": getattr(clock.today(), part) for part in ("day", "month", "year")}


def refuses_what_no_move_allows(world: Any, verb: Any, place: Place, **facts: Any) -> None:
    """A stale page, a day that cannot be, a colleague's person, a missing right, and a closed case."""
    with pytest.raises(Stale):
        world.moved(verb, place, world.worker, version=place.version + 7, **facts)
    for days, code in ((1, "move_in_future"), (-1, "move_before_last")):
        with refused(code):
            world.moved(verb, place, world.worker, on=clock.today() + timedelta(days=days), **facts)
    with pytest.raises(NotFound):
        world.moved(verb, place, world.actor("engagement-worker", cluster="porth"), **facts)
    with pytest.raises(NotPermitted):
        world.moved(verb, place, world.without(world.worker, f"pathways.{verb.__name__}"), **facts)


def works_on_its_page(world: Any, as_: Any, verb: str, place: Place, **sent: Any) -> None:
    """The worker sees the form and sends it; a referrer may not; a second press changes nothing."""
    address = f"/pathways/places/{place.reference}/{verb}/"
    assert as_(world.referrer).get(address).status_code == 403
    browser = as_(world.worker)
    page = browser.get(address)
    assert page.status_code == 200
    given = {"version": page.context["form"]["version"].value(), "form_key": "once"} | today_typed() | sent
    assert browser.post(address, given).status_code == 303
    after = world.place_again(place.reference).version
    assert browser.post(address, given).status_code == 303
    assert world.place_again(place.reference).version == after
