from datetime import date
from functools import partial

import pytest

from lynchpin.casework.models import Case
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.outcomes.models import Achievement, StagedImport
from lynchpin.outcomes.use_cases.apply_import import apply_import
from lynchpin.people.models import Resident
from tests.casework.counting import statements
from tests.outcomes.bringing import bring, csv_of, row_of, stage
from tests.support import recorded, refused, trail


@pytest.fixture
def world(world):
    assert world.lead_worker and world.worker  # who is at work is asked of every row
    world.measures()
    return world


def outcomes_of(*rows):
    return csv_of(*rows, header=("Outcome ID", "Case ID", "Measure", "Achieved", "Evidence"))


def test_a_caseload_comes_over_with_its_people_and_workers(world):
    email = world.email_of(world.worker)
    counts = bring(world, csv_of(row_of(email), row_of(email, case_id="OLD-2", first_name="Rhys", dob="")))
    assert counts == {"rows": 2, "new": 2, "already_here": 0}
    case = Case.unscoped.get(former_reference="OLD-1")
    assert (case.worker_id, case.lead_id, case.cluster_id) == (
        world.worker.staff_id,
        world.lead_worker.staff_id,
        "porth",
    )
    assert case.complexity == "intensive" and case.weight == 8 + 0 + 2
    assert Resident.unscoped.get(pk=case.resident_id).surname == "Prosser"
    assert trail("outcomes.import_applied")[-1] == counts


def test_the_worker_opens_a_case_that_was_brought(world, as_):
    bring(world, csv_of(row_of(world.email_of(world.worker))))
    case = Case.unscoped.get(former_reference="OLD-1")
    assert "Siân Prosser" in as_(world.worker).get(f"/casework/{case.reference}/").content.decode()


def test_the_same_file_twice_adds_nothing(world):
    content = csv_of(row_of(), row_of(case_id="OLD-2"))
    bring(world, content)
    assert bring(world, content) == {"rows": 2, "new": 0, "already_here": 2}
    assert (Case.unscoped.count(), Resident.unscoped.count()) == (2, 2)


def test_a_file_is_applied_once_and_then_let_go_of(world):
    staged = stage(world, csv_of(row_of()))
    apply_import(world.central, reference=staged.reference, version=staged.version, at=clock.now())
    kept = StagedImport.unscoped.get()
    assert (kept.state, kept.rows) == ("applied", [])
    with refused("import_already_applied"):
        apply_import(world.central, reference=kept.reference, version=kept.version, at=clock.now())


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"surname": ""}, "Surname", "has to be filled in"),
        ({"dob": "31/02/1986"}, "DOB", "not a date"),
        ({"opened": "11/06/2026"}, "Opened", "cannot be right"),
        ({"complexity": "Huge"}, "Complexity", "one of the words"),
        ({"cluster": "Atlantis"}, "Cluster", "No cluster has"),
        ({"key_worker": "nobody@example.org"}, "Key worker", "No colleague"),
        ({"case_id": "OLD-1"}, "Case ID", "earlier line"),
    ],
)
def test_one_bad_cell_keeps_the_whole_file_out_and_is_named(world, as_, cells, column, sentence):
    staged = stage(world, csv_of(row_of(), row_of(**{"case_id": "OLD-2"} | cells)))
    with refused("import_has_errors"):
        apply_import(world.central, reference=staged.reference, version=staged.version, at=clock.now())
    assert Case.unscoped.count() == Resident.unscoped.count() == 0
    browser = as_(world.central)
    page = browser.get(f"/outcomes/bring/{staged.reference}/").content.decode()
    assert f'>3</td><td class="govuk-table__cell">{column}</td>' in page and sentence in page and "disabled" in page
    lines = browser.get(f"/outcomes/bring/{staged.reference}/errors/").content.decode().splitlines()
    assert lines[1].startswith(f"3,{column},") and sentence in lines[1]


def test_rows_in_the_file_are_new_already_here_or_in_error(world, as_):
    bring(world, csv_of(row_of()))
    staged = stage(world, csv_of(row_of(), row_of(case_id="OLD-2"), row_of(case_id="OLD-3", surname="")))
    facts = as_(world.central).get(f"/outcomes/bring/{staged.reference}/").context["facts"]
    assert (facts.row_count, facts.new, facts.already_here, facts.in_error) == (3, 1, 1, 1)
    assert [(row.what, row.before, row.after) for row in facts.counts] == [("people", 1, 2), ("cases", 1, 2)]


def test_outcomes_come_over_after_their_cases(world):
    bring(world, csv_of(row_of()))
    content = outcomes_of(
        ("A1", "OLD-1", "om01", "2026-05-20", "seen"), ("A2", "OLD-1", "People who qualified", "21/05/2026", "")
    )
    assert bring(world, content, "outcomes")["new"] == 2
    assert bring(world, content, "outcomes") == {"rows": 2, "new": 0, "already_here": 2}
    assert set(Achievement.unscoped.values_list("measure_key", "evidence")) == {("OM01", "seen"), ("OM05", "said")}


@pytest.mark.parametrize(
    "row",
    [
        ("A1", "OLD-9", "OM01", "2026-05-20", ""),
        ("A1", "OLD-1", "OM99", "2026-05-20", ""),
        ("A1", "OLD-1", "OM01", "2026-04-20", ""),
    ],
)
def test_an_outcome_without_its_case_measure_or_day_is_in_error(world, row):
    bring(world, csv_of(row_of()))
    with refused("import_has_errors"):
        bring(world, outcomes_of(row), "outcomes")


def test_an_outcome_counts_once_even_when_the_file_says_it_twice(world):
    bring(world, csv_of(row_of()))
    twice = outcomes_of(("A1", "OLD-1", "OM01", "2026-05-20", ""), ("A2", "OLD-1", "OM01", "2026-05-21", ""))
    with refused("import_has_errors"):
        bring(world, twice, "outcomes")


def test_the_preview_names_those_who_may_be_known_and_ties_nobody(world, as_):
    known = world.resident(forename="Sian", surname="Proser", birth_date=date(1986, 3, 27))
    hidden = world.resident(forename="Siân", surname="Prosser")
    world.restrict(hidden, "sealed")
    staged = stage(world, csv_of(row_of(), row_of(case_id="OLD-2", first_name="Bartholomew", surname="Crwys", dob="")))
    browser = as_(world.central)
    address = f"/outcomes/bring/{staged.reference}/"
    page = browser.get(address)
    assert [
        (each.former_reference, [one.reference for one in each.alike]) for each in page.context["facts"].maybe_known
    ] == [("OLD-1", [known.reference])]
    assert "1 of the first 2 new people may be known already." in page.content.decode()
    assert statements(partial(browser.get, address)) <= 30
    apply_import(world.central, reference=staged.reference, version=staged.version, at=clock.now())
    assert Case.unscoped.get(former_reference="OLD-1").resident_id not in (known.pk, hidden.pk)


def test_a_long_file_is_compared_by_as_many_statements_as_a_short_one(world, as_):
    world.resident(forename="Siân", surname="Prosser", postcode="CF39 9AA")
    few = stage(world, csv_of(row_of(first_name="Sian")))
    many = stage(world, csv_of(*(row_of(case_id=f"OLD-{n}") for n in range(2, 120))))
    browser = as_(world.central)
    pages = [f"/outcomes/bring/{staged.reference}/" for staged in (few, many)]
    assert len(browser.get(pages[1]).context["facts"].maybe_known) == 100
    assert statements(partial(browser.get, pages[0])) == statements(partial(browser.get, pages[1]))


REFERRALS = ("Referral ID", "Name", "Received")


def test_referrals_come_over_in_one_write_and_their_rows_are_let_go_of(world, as_):
    staged = stage(world, csv_of(("R1", "Siân Prosser", "2026-06-01"), header=REFERRALS), "referrals")
    browser = as_(world.central)
    address = f"/outcomes/bring/{staged.reference}/"
    assert browser.get(address).context["facts"].new == 1
    assert browser.post(address, {"version": staged.version, "form_key": "once"}).status_code == 303
    assert Referral.unscoped.get().former_reference == "R1"
    kept = StagedImport.unscoped.get()
    assert (kept.state, kept.rows, kept.totals["new"]) == ("applied", [], 1)
    assert recorded()[-2:] == ["frontdoor.referrals_received", "outcomes.import_applied"]
    assert "The file is kept" in browser.get(address).content.decode()


def test_referrals_that_came_before_are_not_added_again(world):
    content = csv_of(("R1", "Siân Prosser", "2026-06-01"), header=REFERRALS)
    bring(world, content, "referrals")
    more = csv_of(("R1", "Siân Prosser", "2026-06-01"), ("R2", "Huw Prosser", "2026-06-02"), header=REFERRALS)
    assert bring(world, more, "referrals") == {"rows": 2, "new": 1, "already_here": 1}


def test_one_bad_cell_keeps_every_referral_out(world):
    content = csv_of(("R1", "Siân Prosser", "2026-06-01"), ("R2", "", "2026-06-02"), header=REFERRALS)
    with refused("import_has_errors"):
        bring(world, content, "referrals")
    assert Referral.unscoped.count() == 0


def test_a_stale_preview_applies_no_referrals(world):
    staged = stage(world, csv_of(("R1", "Siân Prosser", "2026-06-01"), header=REFERRALS), "referrals")
    with pytest.raises(Stale):
        apply_import(world.central, reference=staged.reference, version=staged.version + 1, at=clock.now())


def test_a_missing_import_is_not_found(world):
    with pytest.raises(NotFound):
        apply_import(world.central, reference="J-2222-2222", version=1, at=clock.now())


def test_applying_needs_its_permission(world):
    with pytest.raises(NotPermitted):
        apply_import(world.lead_worker, reference="J-2222-2222", version=1, at=clock.now())


def test_the_centre_applies_on_the_page(world, as_):
    staged = stage(world, csv_of(row_of()))
    browser = as_(world.central)
    address = f"/outcomes/bring/{staged.reference}/"
    assert "Prosser" in browser.get(address).content.decode()
    assert browser.post(address, {"version": staged.version}).status_code == 303
    assert "The file is kept" in browser.get(address).content.decode()
    assert as_(world.lead_worker).get(address).status_code == 403
    assert as_(world.lead_worker).get(f"{address}errors/").status_code == 403


def test_a_file_that_is_kept_offers_what_comes_next_and_not_its_button_again(world, as_):
    staged = stage(world, csv_of(row_of()))
    browser = as_(world.central)
    address = f"/outcomes/bring/{staged.reference}/"
    assert "Keep all of it" in browser.get(address).content.decode()
    apply_import(world.central, reference=staged.reference, version=staged.version, at=clock.now())
    text = browser.get(address).content.decode()
    assert "The file is kept" in text and "Keep all of it" not in text
    assert 'href="/outcomes/bring/"' in text and 'href="/casework/"' in text
