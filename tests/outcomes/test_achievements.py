from lynchpin.kernel.models import AccessEntry
from tests.casework.counting import statements


def test_the_list_shows_outcomes_in_sight_and_narrows_by_measure(world, as_):
    case = world.case(worker=world.worker)
    made = world.outcome(case, world.worker)
    browser = as_(world.worker)
    assert made in browser.get("/outcomes/").content.decode()
    assert made not in browser.get("/outcomes/?measure=OM05").content.decode()
    assert made not in as_(world.actor("engagement-worker", cluster="porth")).get("/outcomes/").content.decode()


def test_the_list_narrows_by_choices_in_words_and_not_by_codes_to_be_typed(world, as_):
    world.outcome(world.case(worker=world.worker), world.worker)
    form = as_(world.worker).get("/outcomes/?quarter=2023-24Q1").context["listing"].filters
    quarters, measures = dict(form.fields["quarter"].choices), dict(form.fields["measure"].choices)
    assert quarters["2026-27Q1"] == "April to June 2026"
    assert "2023-24Q1" in quarters, "a quarter that a link asks for is offered too"
    assert "OM05" in measures


def test_the_list_needs_as_many_statements_for_many_as_for_one(world, as_):
    world.outcome(world.case(worker=world.worker), world.worker)
    browser = as_(world.lead_worker)
    few = statements(lambda: browser.get("/outcomes/"))
    for _ in range(3):
        world.outcome(world.case(worker=world.worker), world.worker)
    assert statements(lambda: browser.get("/outcomes/")) == few <= 15


def test_a_file_of_outcomes_needs_a_reason_that_is_kept(world, as_):
    made = world.outcome(world.case(worker=world.worker), world.worker)
    browser = as_(world.actor("cluster-manager", cluster="porth"))
    assert browser.post("/outcomes/export/", {"reason": ""}).status_code == 422
    answer = browser.post("/outcomes/export/", {"reason": "return"})
    assert made in answer.content.decode() and answer["Content-Type"].startswith("text/csv")
    entry = AccessEntry.unscoped.order_by("-pk").first()
    assert (entry.action, entry.reason_code) == ("export", "return")


def test_a_worker_exports_nothing(world, as_):
    assert as_(world.worker).get("/outcomes/export/").status_code == 403


def test_the_centre_reads_no_outcomes_of_people(world, as_):
    assert as_(world.central).get("/outcomes/").status_code == 403
