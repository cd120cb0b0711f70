"""Two people who change the same record in the same moment: one is kept, and the other sees both texts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from lynchpin.casework.models import Case, Goal, GoalRating, Plan
from lynchpin.casework.use_cases.open_case import open_case
from lynchpin.casework.use_cases.reopen_case import reopen_case
from lynchpin.kernel import clock
from lynchpin.kernel.errors import Refused
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


def one_opened(*acts) -> str:
    """Of verbs begun together one is done: why the other was refused."""
    ready = Barrier(len(acts))

    def tried(act) -> str:
        try:
            for connection in connections.all():
                connection.ensure_connection()  # opening one takes longer than what is done by it
            ready.wait(10)
            act()
            return ""
        except Refused as no:
            return no.reason.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        done, refused = sorted(pool.map(tried, acts))
    assert done == "" and Case.unscoped.open().count() == 1
    return refused


def reopens(case, lead):
    told = {"reason": "asked-again", "because": "They rang"}
    return lambda: reopen_case(lead, reference=case.reference, version=case.version, at=clock.now(), **told)


def ended_case(world, resident=None):
    case = world.case(resident, worker=world.worker)
    world.closed(case, world.worker, reason="moved-away")
    return world.again(case.reference)


@AT_ONCE
def test_of_two_leads_who_open_two_cases_of_one_person_again_one_reads_that_the_other_did(world):
    first = ended_case(world)
    second = ended_case(world, world.resident_of(first))
    other = world.actor("lead-worker", cluster="porth")
    assert one_opened(reopens(first, world.lead_worker), reopens(second, other)) == "other_case_is_open"


@AT_ONCE
def test_a_case_opened_again_while_another_is_opened_is_refused_with_a_sentence(world):
    case = ended_case(world)
    referral = world.referral_to_open(world.resident_of(case))
    opens = lambda: open_case(world.lead_worker, referral=referral.reference, at=clock.now())  # noqa: E731
    assert one_opened(reopens(case, world.lead_worker), opens) in ("other_case_is_open", "resident_has_open_case")
