import pytest

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.pathways.loading import load
from lynchpin.pathways.models import PathwayStep
from lynchpin.pathways.use_cases.edit_pathway_step import edit_pathway_step
from lynchpin.reference import open_pack
from tests.support import refused, trail
from tests.world.staff import machine

WORDS = {
    "label_en": "Gathering skills",
    "label_cy": "Casglu sgiliau",
    "delivered_by_en": "A tutor",
    "delivered_by_cy": "Tiwtor",
    "rule_en": "Before a course.",
    "rule_cy": "Cyn cwrs.",
}


@pytest.fixture
def world(world):
    world.pathways()
    return world


def edit(world, step="PH3", *, by=None, **facts):
    given = {"words": WORDS, "entry_tests": [], "exit_tests": ["skills_gathered=yes"], "version": 1} | facts
    return edit_pathway_step(by or world.central, step=step, at=clock.now(), **given)


def editions(step="PH3"):
    return list(PathwayStep.unscoped.filter(step=step).order_by("edition"))


def test_a_new_edition_holds_from_today_and_the_one_before_stays(world):
    edit(world)
    before, after = editions()
    assert (before.label_en, after.label_en) == ("Gathering skills and knowledge", "Gathering skills")
    assert (after.edition, after.valid_from, after.edited_by) == (2, clock.today(), world.central.staff_id)
    assert trail("pathways.pathway_step_edited") == [{"step": "PH3", "edition": 2}]


def test_loading_the_pack_again_leaves_the_councils_edition(world):
    edit(world)
    load(open_pack("cwm-taf"), machine("system-admin"))
    assert [row.label_en for row in editions()] == ["Gathering skills and knowledge", "Gathering skills"]


def test_a_step_that_somebody_else_has_edited_is_stale(world):
    edit(world)
    with pytest.raises(Stale):
        edit(world, version=1)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"words": WORDS | {"label_cy": " "}}, "step_words_missing"),
        ({"entry_tests": ["invented_test=yes"]}, "step_test_row_unknown"),
        ({"exit_tests": ["skills gathered"]}, "step_test_row_unclear"),
    ],
)
def test_a_step_that_could_not_be_read_is_refused(world, facts, code):
    with refused(code):
        edit(world, **facts)


def test_an_edit_changes_what_is_asked_of_people_from_now_on(world):
    case = world.case(worker=world.worker)
    place = world.place(case, world.worker)
    edit(world, "PH1", exit_tests=["wants_to_start=yes", "needs_screened=yes"])
    page_tests = editions("PH1")[-1].exit_tests
    assert [entry["test"] for entry in page_tests] == ["wants_to_start", "needs_screened"]
    assert world.place_again(place.reference).step_edition == 1


def test_a_step_that_is_not_there_is_not_found(world):
    with pytest.raises(NotFound):
        edit(world, "PH9")


def test_only_the_central_team_edits_a_step(world):
    with pytest.raises(NotPermitted):
        edit(world, by=world.lead_worker)


def test_the_central_team_edits_it_on_the_page(world, as_):
    browser = as_(world.central)
    page = browser.get("/pathways/steps/PH3/edit/")
    assert page.status_code == 200
    sent = WORDS | {"entry_tests": "", "exit_tests": "skills_gathered=yes\r\nneeds_screened=yes", "version": 1}
    assert browser.post("/pathways/steps/PH3/edit/", sent).status_code == 303
    assert len(editions()[-1].exit_tests) == 2
    stale = browser.post("/pathways/steps/PH3/edit/", sent)
    assert stale.status_code == 422 and "Someone else changed this" in stale.content.decode()


def test_a_lead_worker_may_not_open_the_page(world, as_):
    assert as_(world.lead_worker).get("/pathways/steps/PH3/edit/").status_code == 403
