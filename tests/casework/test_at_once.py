"""Two people who change the same record in the same moment: one is kept, and the other sees both texts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Goal, GoalRating, Plan
from tests.casework.test_drafts import signed_in

AT_ONCE = pytest.mark.django_db(transaction=True, databases="__all__")


def at_once(address, *sent):
    """Every (browser, answers) in a thread of its own, begun together. Gives the pages in that order."""
    ready = Barrier(len(sent))

    def send(one):
        browser, answers = one
        try:
            ready.wait(10)
            return browser.post(address, answers)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(sent)) as pool:
        return list(pool.map(send, sent))


def one_kept(pages) -> int:
    """Which of two was too late."""
    assert sorted(page.status_code for page in pages) == [303, 422]
    return [page.status_code for page in pages].index(422)


@AT_ONCE
def test_of_two_plans_one_is_kept_and_the_other_page_shows_both(world):
    case = world.case(worker=world.worker)
    address = f"/casework/{case.reference}/plan/"
    on = {"agreed_on_day": "10", "agreed_on_month": "6", "agreed_on_year": "2026", "version": "0", "start_1": "2"}
    words = ("Sleep better", "Find a course")
    browsers = (signed_in(world.worker), signed_in(world.lead_worker))
    pages = at_once(address, *((b, on | {"words_1": w}) for b, w in zip(browsers, words, strict=True)))
    late = one_kept(pages)
    text = pages[late].content.decode()
    assert "What is stored now, beside what you typed" in text
    assert words[0] in text and words[1] in text
    again = on | {"words_1": words[late], "version": pages[late].context["form"]["version"].value()}
    assert browsers[late].post(address, again).status_code == 303
    assert Plan.unscoped.count() == 2


@AT_ONCE
def test_of_two_ratings_one_is_kept_and_the_other_page_shows_both(world):
    case = world.case(worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    goal = Goal.unscoped.get()
    address = f"/casework/{case.reference}/goals/{goal.pk}/rate/"
    ratings = ("6", "8")
    browsers = (signed_in(world.worker), signed_in(world.lead_worker))
    sent = [{"version": goal.version, "rating": rating} for rating in ratings]
    pages = at_once(address, *zip(browsers, sent, strict=True))
    late = one_kept(pages)
    (shown,) = pages[late].context["form"].differences
    assert (shown.stored, shown.typed) == (ratings[1 - late], ratings[late])
    assert shown.by and shown.at, "by whom and when"
    assert GoalRating.unscoped.count() == 2, "the start, and the one that was kept"
