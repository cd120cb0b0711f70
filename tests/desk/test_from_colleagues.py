"""What colleagues pass to a worker, answer them or agreed with them: counted on the home, shown behind it."""

from __future__ import annotations

from lynchpin.casework.use_cases.answer_snag import answer_snag
from lynchpin.casework.use_cases.propose_transfer import propose_transfer
from lynchpin.casework.use_cases.record_absence import record_absence
from lynchpin.kernel import clock
from tests.casework.counting import statements
from tests.casework.telling import tell
from tests.casework.visiting import start

HOME, BEHIND = "/desk/", "/desk/from-colleagues/"


def passed_on(world, by, to) -> None:
    case = world.case(worker=by)
    told = {"reference": case.reference, "version": case.version, "why": "They speak Welsh together"}
    propose_transfer(by, to_staff_id=to.staff_id, at=clock.now(), **told)


def answered(world) -> None:
    snag = tell(world)
    given = {"answer": "will-do", "words": "A later bus from Monday", "version": snag.version}
    answer_snag(world.cluster_manager, snag_id=snag.pk, at=clock.now(), **given)


def test_nothing_is_said_while_nothing_waits(world, as_):
    browser = as_(world.worker)
    assert BEHIND not in browser.get(HOME).content.decode()
    assert "Nothing waits here now" in browser.get(BEHIND).content.decode()


def test_the_home_counts_what_waits_and_the_page_behind_it_shows_it(world, as_):
    other = world.actor("engagement-worker", cluster="porth")
    answered(world)
    for _ in range(2):
        passed_on(world, other, world.worker)
    browser = as_(world.worker)
    home = " ".join(browser.get(HOME).content.decode().split())
    for key, count in (("transfers", 2), ("answers", 1)):
        card = home[home.index(f'{BEHIND}#{key}"') :]
        assert f">{count}<" in card[: card.index("</li>")].replace("> ", ">").replace(" <", "<")
    page = browser.get(BEHIND).content.decode()
    assert page.count("asks you to take this case on") == 2 and "A later bus from Monday" in page


def test_what_waits_of_others_is_not_counted(world, as_):
    others = [world.actor("engagement-worker", cluster="porth") for _ in range(2)]
    passed_on(world, *others)
    assert BEHIND not in as_(world.worker).get(HOME).content.decode()


def test_a_home_asks_as_much_whether_or_not_something_waits(world, as_):
    world.case(worker=world.worker)
    browser = as_(world.worker)
    nothing = statements(lambda: browser.get(HOME))
    passed_on(world, world.actor("engagement-worker", cluster="porth"), world.worker)
    answered(world)
    assert statements(lambda: browser.get(HOME)) == nothing <= 15


def test_a_day_with_a_visit_and_a_colleagues_people_asks_for_everybody_once(world, as_):
    start(world)
    case = world.case(worker=world.actor("engagement-worker", cluster="porth"))
    days = {"from_on": clock.today(), "to_on": clock.today(), "reason": "leave", "at": clock.now()}
    record_absence(world.lead_worker, staff_id=case.worker_id, cover_id=world.worker.staff_id, **days)
    browser = as_(world.worker)
    page = browser.get(HOME).content.decode()
    assert "You are on a visit" in page and "You cover today" in page
    assert statements(lambda: browser.get(HOME)) <= 15
