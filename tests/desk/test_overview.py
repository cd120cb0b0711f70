"""A person's overview shows what this role may know, safe contact first, and nothing else."""

from __future__ import annotations

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.people.models import Resident
from lynchpin.people.use_cases.form_family import form_family
from tests.casework.counting import statements


def overview(browser, resident: Resident):
    return browser.get(reverse("desk:overview", args=[resident.reference]))


@pytest.fixture
def lived(world):
    """A person with an address, a case, a plan, a contact, an outcome and a relative."""
    mother, daughter = world.reachable("phone"), world.resident()
    case = world.case(mother, worker=world.worker)
    world.plan(case, world.worker, "Sleep better")
    world.contact(case, world.worker, note="Talked about the damp")
    world.outcome(case, world.worker)
    return mother, daughter, case


def test_a_worker_sees_the_whole_of_their_person(world, as_, lived):
    mother, _, case = lived
    page = overview(as_(world.worker), mother).content.decode()
    for told in (mother.surname, "7 Y Stryd", "Sleep better", "Talked about the damp", "People entering work"):
        assert told in page, told
    assert reverse("casework:record_contact", args=[case.reference]) in page


def test_how_it_is_safe_to_reach_them_stands_before_who_they_are(world, as_, lived):
    mother, _, _ = lived
    world.safe_contact(mother, channels=["visit"], visit_safety="Two dogs in the yard")
    page = overview(as_(world.worker), mother).content.decode()
    assert page.index("Before a visit: Two dogs in the yard") < page.index('id="who"')


def test_the_centre_sees_who_helps_and_not_what_was_talked_about(world, as_, lived):
    mother, _, case = lived
    page = overview(as_(world.central), mother).content.decode()
    assert case.reference in page
    assert "Talked about the damp" not in page and "Sleep better" not in page
    assert 'id="outcomes"' not in page, "the centre may not read achievements"


def test_a_worker_is_shown_no_referrals_and_a_lead_worker_is(world, as_, lived):
    mother, _, case = lived
    assert 'id="referrals"' not in overview(as_(world.worker), mother).content.decode()
    page = overview(as_(world.lead_worker), mother).content.decode()
    assert case.referral_reference in page and "Passed to a lead worker" in page


def test_a_protected_address_is_not_shown(world, as_, lived):
    mother, _, _ = lived
    world.restrict(mother, "protected-address")
    page = overview(as_(world.worker), mother).content.decode()
    assert "7 Y Stryd" not in page and "No address is kept here that you may see." in page


def test_an_outreach_stop_is_said_without_its_reason_and_takes_the_contact_button_away(world, as_, lived):
    mother, _, case = lived
    concern = world.concern(mother)
    page = overview(as_(world.worker), mother).content.decode()
    assert "outreach is stopped" in page
    assert concern.reference not in page and concern.words not in page
    assert reverse("casework:record_contact", args=[case.reference]) not in page


def test_whoever_is_with_the_family_is_named(world, as_, lived):
    from lynchpin.people.use_cases.gather_family import gather_family
    from tests.world.people import inside_a_use_case
    from tests.world.staff import machine

    mother, daughter, _ = lived
    with inside_a_use_case():
        members = [(mother.pk, "adult"), (daughter.pk, "child")]
        gather_family(machine("central-support"), members=members, at=clock.now())
    page = overview(as_(world.central), daughter).content.decode()
    assert f"with {mother.forename} {mother.surname} of the family" in page


def test_another_clusters_person_is_missing(world, as_):
    away = world.resident(area_code=world.IN_TAF_WEST)
    there = overview(as_(world.lead_worker), away)
    nowhere = as_(world.lead_worker).get(reverse("desk:overview", args=["P-2222-2222"]))
    assert (there.status_code, nowhere.status_code) == (404, 404)


def test_somebody_elses_person_is_missing_for_a_worker(world, as_, lived):
    other = world.actor("engagement-worker", cluster="porth")
    assert overview(as_(other), lived[0]).status_code == 404


def test_a_sealed_person_is_missing(world, as_, lived):
    world.restrict(lived[0], "sealed")
    assert overview(as_(world.lead_worker), lived[0]).status_code == 404


@pytest.mark.parametrize("role", ["referrer", "admin_officer", "system_admin", "data_protection_officer"])
def test_other_roles_may_not_open_it(world, as_, lived, role):
    assert overview(as_(getattr(world, role)), lived[0]).status_code == 403


def test_opening_it_is_in_the_access_log(world, as_, lived):
    overview(as_(world.worker), lived[0])
    entry = AccessEntry.unscoped.filter(route="desk:overview").get()
    shown = AccessSubject.unscoped.filter(entry_id=entry.pk, kind="people.Resident")
    assert list(shown.values_list("subject_id", flat=True)) == [lived[0].pk]


def test_it_needs_thirty_statements_at_most_however_much_there_is(world, as_, lived):
    mother, _, case = lived
    browser = as_(world.lead_worker)
    few = statements(lambda: overview(browser, mother))
    for _ in range(4):
        world.contact(case, world.worker)
    world.outcome(case, world.worker, measure="OM05")
    assert statements(lambda: overview(browser, mother)) == few <= 30


def test_a_case_leads_to_everything_about_its_person(world, as_, lived):
    mother, _, case = lived
    link = f'href="{reverse("desk:overview", args=[mother.reference])}"'
    assert link in as_(world.worker).get(reverse("casework:case", args=[case.reference])).content.decode()


def test_a_case_that_is_closed_is_not_called_open(world, as_, lived):
    mother, _, case = lived
    world.closed(case, world.worker)
    page = overview(as_(world.lead_worker), mother).content.decode()
    assert f"See case {case.reference}" in page and "Open case" not in page


def test_a_family_of_which_nobody_else_is_in_sight_is_not_drawn(world, as_, lived):
    mother, _, _ = lived
    elin = world.resident(forename="Elin")
    form_family(world.central, members=[(mother.reference, "adult"), (elin.reference, "child")], at=clock.now())
    page = overview(as_(world.worker), mother).content.decode()
    assert 'class="app-family"' not in page and "No family is recorded that you can see." in page
