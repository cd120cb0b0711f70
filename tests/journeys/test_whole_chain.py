"""The whole chain, by seven colleagues in six roles: from a partner's file to the scorecard number that it changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest

from lynchpin.demo.ground import READ
from lynchpin.frontdoor.models import Candidate
from lynchpin.profiles.models import Extract, LinkedPerson
from tests.journeys import given, partners

FEEDS = tuple(feed for feed in READ if feed != "education")  # whose file is loaded on the page


@dataclass(frozen=True)
class Words:
    """What is typed along the way, in one language."""

    decision: str
    reason: str
    matters: str
    goal: str
    step: str
    contact: str


ENGLISH = Words(
    decision="Read with the school, which agrees.",
    reason="We are offering families nearby a chat about what could help.",
    matters="To be home when the children come from school.",
    goal="Find work in the mornings",
    step="Look at the college's page together",
    contact="We looked at two courses.",
)
WELSH = Words(
    decision="Darllenwyd gyda'r ysgol, sy'n cytuno.",
    reason="Rydym yn cynnig sgwrs i deuluoedd cyfagos am yr hyn a allai helpu.",
    matters="Bod gartref pan ddaw'r plant o'r ysgol.",
    goal="Cael gwaith yn y boreau",
    step="Edrych ar dudalen y coleg gyda'n gilydd",
    contact="Buom yn edrych ar ddau gwrs.",
)


@pytest.mark.parametrize(
    ("language", "words", "cluster", "nth"), [("en", ENGLISH, "porth", ""), ("cy", WELSH, "taf_west", "-2")]
)
def test_a_partners_file_becomes_help_and_the_scorecard_shows_it(arrive, tmp_path, language, words, cluster, nth):
    # given the other partners' files
    files = partners.files_about(cluster, tmp_path)
    partners.load(files, FEEDS)
    colleague = partial(arrive, language=language)
    # when each colleague does their part
    load_an_extract(colleague(), files["education"])
    accept_the_extract(colleague("profile-owner"), Extract.unscoped.order_by("-pk").first())
    run = commission_a_run(colleague("profile-owner"), cluster, words)
    approve_the_run(colleague("profile-owner-2"), run)
    referral = decide_about_a_family(colleague("central-support"), run, words)
    case = open_and_allocate(colleague(f"lead-worker{nth}"), referral, given.staff(f"engagement-worker{nth}").pk)
    worker = colleague(f"engagement-worker{nth}")
    walk_with_them(worker, case, words)
    head = colleague("head-of-service")
    measure, before = measure_to_reach(worker, head, case, cluster)
    reach_it(worker, measure)
    # then the number on the scorecard is one more than it was
    assert number_of(head, measure, cluster) == before + 1


def load_an_extract(officer, file):
    officer.sign_in(given.email("admin-officer"))
    officer.visit("/profiles/feeds/")
    officer.follow("/profiles/feeds/education/")
    officer.follow("/education/load/")
    officer.answer(file=file)
    officer.submit()
    assert "/profiles/extracts/" in officer.path


def accept_the_extract(owner, extract):
    """A few streets where the last file was about the region: it was stopped, and the profile owner knows why."""
    if extract.state != "stopped":
        partners.settle(given.colleague("admin-officer"), given.colleague("profile-owner"), extract.reference)
        return
    owner.follow(owner.section("files-waiting").locator(f"a[href$='/{extract.reference}/']"))
    owner.follow(f"/{extract.reference}/accept-stopped/")
    owner.answer(reason="A few streets only, as agreed.")
    owner.submit()


def commission_a_run(owner, cluster, words):
    owner.visit("/profiles/runs/")
    owner.follow("/profiles/runs/new/")
    owner.answer(cluster_keys=[cluster])
    owner.submit()
    return owner.reference


def approve_the_run(second_owner, run):
    second_owner.follow(second_owner.section("approve").locator(f"a[href$='/{run}/']"))
    second_owner.follow(f"/{run}/approve/")
    second_owner.submit()


def decide_about_a_family(reviewer, run, words):
    reviewer.follow("/frontdoor/candidates/")
    reviewer.follow(reviewer.page.locator("main tbody th a"))
    people = people_of(reviewer.reference)
    adult = next(person.person_key for person in people if person.role == "adult")
    reviewer.answer(decision="agree", ground="as_shown", decision_reason=words.decision)
    reviewer.answer(stated_reason=words.reason, first_key=adult)
    asked = reviewer.page.locator(
        "main input[type=radio][name^=member_][value=new]"
    )  # only whoever is like somebody known
    reviewer.answer(**{asked.nth(place).get_attribute("name"): "new" for place in range(asked.count())})
    reviewer.submit()
    return reviewer.reference


def open_and_allocate(lead, referral, worker_id):
    lead.follow(lead.section("to-open").locator(f"a[href$='/open/{referral}/']"))
    lead.submit()
    case = lead.reference
    lead.follow(f"/{case}/allocate/")
    lead.submit(lead.page.locator(f"form:has([name=worker_id][value='{worker_id}']) button"))
    return case


def walk_with_them(worker, case, words):
    worker.visit(f"/casework/{case}/")
    worker.follow("/what-matters/")
    worker.answer(language=worker.language, outcomes=words.matters)
    worker.submit()
    worker.follow("/plan/")
    worker.answer(words_1=words.goal, start_1="3", step_1=words.step)
    worker.submit()
    worker.follow(f"/{case}/contact/")
    worker.answer(note=words.contact)
    worker.submit()
    for told in (words.matters, words.goal, words.contact):
        assert told in worker.text()


def measure_to_reach(worker, head, case, cluster):
    """The first measure that the worker is offered for the case, and its number now."""
    worker.follow(f"/outcomes/{case}/record/")
    offered = worker.page.locator("[name=measure_key] option:not([value=''])").first.get_attribute("value")
    return offered, number_of(head, offered, cluster)


def reach_it(worker, measure):
    worker.answer(measure_key=measure, evidence="said")
    worker.submit()


def number_of(head, measure, cluster):
    head.visit(f"/outcomes/scorecard/?cluster={cluster}")
    link = head.page.locator(f"main table a[href*='measure={measure}&']")
    return int(link.inner_text().split()[0]) if link.count() else 0


def people_of(candidate):
    profile = Candidate.unscoped.get(reference=candidate).profile_id
    return list(LinkedPerson.unscoped.filter(profile_id=profile).order_by("role", "pk"))
