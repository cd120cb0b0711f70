"""Pages about runs, and the reviewer's page about one family."""

import logging
import re

import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.kernel.models import AccessSubject
from lynchpin.profiles.models import FamilyProfile, LinkedPerson, ProfileRun
from lynchpin.profiles.queries import family_profile, profiles_of_run
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run
from tests.world import profiled
from tests.world.staff import machine

LIST_STATEMENTS, DETAIL_STATEMENTS = 15, 30


@pytest.fixture(autouse=True)
def at_once(settings):
    """Background work is done where it is asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


def asked(**changes):
    return {
        "purpose": "Early help",
        "cluster_keys": ["porth"],
        "form_key": "",
    } | changes


def test_runs_are_listed(world, as_, django_assert_max_num_queries):
    reference = world.commissioned_run()
    client = as_(world.commissioner)
    with django_assert_max_num_queries(LIST_STATEMENTS):
        assert reference in client.get(reverse("profiles:runs")).content.decode()


def test_a_run_opens_into_counts_and_says_who_may_not_approve_it(world, as_, django_assert_max_num_queries):
    reference = world.received_run()
    client = as_(world.commissioner)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = client.get(reverse("profiles:profile_run", args=[reference])).content.decode()
    assert "Families by suggested route" in page and "You commissioned this run." in page


@pytest.mark.parametrize(
    ("name", "words"), [("approve_profile_run", "Approve the run"), ("withdraw_profile_run", "Stop the run")]
)
def test_a_page_whose_time_has_passed_offers_no_form(world, as_, name, words):
    reference = world.received_run()
    version = ProfileRun.unscoped.get().version
    withdraw_profile_run(world.approver, reference=reference, version=version, at=clock.now())
    page = as_(world.approver).get(reverse(f"profiles:{name}", args=[reference])).content.decode()
    main = page[page.index("<main") : page.index("</main")]
    assert words in main and "disabled" in main and "<form" not in main


def test_a_run_says_when_it_was_commissioned_and_approved(world, as_):
    page = as_(world.commissioner).get(reverse("profiles:profile_run", args=[world.approved_run()])).content.decode()
    assert "Commissioned on" in page and "Approved on" in page and page.count("10 June 2026") >= 2


def test_a_run_being_made_shows_its_progress(world, as_):
    page = as_(world.commissioner).get(reverse("profiles:profile_run", args=[world.commissioned_run()]))
    assert "The run is being made" in page.content.decode()


@pytest.mark.django_db(transaction=True, databases="__all__")  # a run’s steps ask from threads of their own
def test_a_run_commissioned_on_the_page_is_made(world, as_):
    world.street()
    world.assessed()
    answer = as_(world.commissioner).post(reverse("profiles:commission_profile_run"), asked(), follow=True)
    assert answer.status_code == 200 and ProfileRun.unscoped.get().state == "received"


def test_a_run_without_places_keeps_what_was_typed(world, as_):
    world.feed()
    world.extract()
    world.assessed()
    client = as_(world.commissioner)
    page = client.post(reverse("profiles:commission_profile_run"), asked(cluster_keys=[])).content.decode()
    assert "Name the clusters or zones" in page and "DPIA-2026-04" in page
    assert re.search(r'value="Early help"[^>]*checked', page)


def test_what_an_assessment_says_is_not_asked_again_and_what_it_leaves_out_is_not_offered(world, as_):
    world.assessed(purposes=["Early help"])
    page = as_(world.commissioner).get(reverse("profiles:commission_profile_run")).content.decode()
    assert "Early help" in page and "7 December 2026" in page and 'value="porth"' in page
    assert not re.search(r'name="(purpose|review_on|zone_keys)', page) and 'value="taf-west"' not in page


def test_of_several_assessments_one_is_chosen_first(world, as_):
    world.assessed()
    second = world.assessed(number="DPIA-2", title="Homes in Porth")
    client, address = as_(world.commissioner), reverse("profiles:commission_profile_run")
    choosing = client.get(address).content.decode()
    assert "DPIA-2026-04: Early help by profiling" in choosing and 'name="cluster_keys"' not in choosing
    assert "DPIA-2: Homes in Porth" in client.get(address, {"assessment": second}).content.decode()


def test_without_an_assessment_in_force_the_page_says_what_is_missing(world, as_):
    world.assessment()
    page = as_(world.commissioner).get(reverse("profiles:commission_profile_run")).content.decode()
    assert "No impact assessment is in force" in page and 'name="cluster_keys"' not in page


@pytest.mark.parametrize("name", ["approve_profile_run", "withdraw_profile_run"])
def test_a_run_is_approved_and_stopped_on_pages_of_their_own(world, as_, name):
    reference = world.received_run()
    client, address = as_(world.approver), reverse(f"profiles:{name}", args=[reference])
    assert client.get(address).status_code == 200
    version = ProfileRun.unscoped.get().version
    assert client.post(address, {"version": version, "form_key": ""}).status_code == 303
    assert ProfileRun.unscoped.get().state == {"a": "approved", "w": "withdrawn"}[name[0]]


@pytest.mark.parametrize(
    "name", ["runs", "profile_run", "commission_profile_run", "approve_profile_run", "withdraw_profile_run"]
)
def test_a_lead_worker_sees_no_runs(world, as_, name):
    args = ["U-AAAA-AAAA"] if name not in ("runs", "commission_profile_run") else []
    assert as_(world.lead_worker).get(reverse(f"profiles:{name}", args=args)).status_code == 403


# one family


def address(profile):
    return reverse("profiles:family_profile", args=[profile.pk])


def test_a_reviewer_reads_both_numbers_line_by_line(world, as_, django_assert_max_num_queries):
    world.approved_run()
    client = as_(world.central)
    with django_assert_max_num_queries(DETAIL_STATEMENTS):
        page = client.get(address(world.profile_in_need())).content.decode()
    for words in ("Vulnerability", "Resilience", "Persistent absence", "Attendance was below 80%", "Together"):
        assert words in page
    assert "of 3 feeds" in page


def test_the_lines_are_in_welsh_for_a_reader_of_welsh(world, as_):
    world.approved_run()
    page = as_(world.central).get(address(world.profile_in_need()), {"language": "cy"}, follow=True)
    assert "Absenoldeb cyson" in page.content.decode()


def test_what_is_shown_sums_to_the_number_shown(world):
    world.approved_run()
    facts = family_profile(world.central, world.profile_in_need().pk)
    assert sum(finding.points for finding in facts.vulnerability.findings) == facts.vulnerability.points > 0
    assert facts.vulnerability.floors == (1500, 3000)


def test_nobodys_address_is_shown_of_a_family_with_one_whose_address_is_protected(world):
    world.approved_run()
    profile = world.profile_in_need()
    linked = LinkedPerson.unscoped.filter(profile_id=profile.pk).exclude(birth_date=None).first()
    assert any(member.address for member in family_profile(world.central, profile.pk).members)
    told = {"forename": linked.forename, "surname": linked.surname, "birth_date": linked.birth_date}
    world.restrict(world.resident(**told, address="", postcode=""), "protected-address")
    members = family_profile(world.central, profile.pk).members
    assert members and not any(member.address or member.postcode for member in members)


def test_whoever_opens_a_family_is_in_the_access_log(world, as_):
    world.approved_run()
    profile = world.profile_in_need()
    as_(world.central).get(address(profile))
    assert AccessSubject.unscoped.filter(kind="profiles.FamilyProfile", subject_id=profile.pk).exists()


@pytest.mark.parametrize("role", ["profile-owner", "admin-officer", "data-protection-officer", "head-of-service"])
def test_other_roles_see_no_score(world, as_, role):
    world.approved_run()
    assert as_(world.actor(role)).get(address(world.profile_in_need())).status_code == 403
    with pytest.raises(NotPermitted):
        family_profile(world.actor(role), world.profile_in_need().pk)


def test_a_profile_is_invisible_without_the_field_class_of_scores(world):
    world.approved_run()
    owner = machine("profile-owner").bound_to("profiles.read_runs")
    assert FamilyProfile.unscoped.exists() and not FamilyProfile.objects.visible_to(owner).exists()


def test_a_provisional_or_stopped_run_shows_nobody(world):
    reference = world.received_run()
    profile = world.profile_in_need()
    with pytest.raises(NotFound):
        family_profile(world.central, profile.pk)
    version = ProfileRun.unscoped.get().version
    withdraw_profile_run(world.approver, reference=reference, version=version, at=clock.now())
    with pytest.raises(NotFound):
        family_profile(world.central, profile.pk)


def test_candidates_are_made_of_profiles_of_an_approved_run_only(world):
    waiting = world.received_run()
    reviewer = world.central.bound_to("profiles.read_profile")
    assert profiles_of_run(reviewer, waiting) == ()
    found = profiles_of_run(reviewer, world.approved_run())
    assert len(found) == profiled.FAMILIES - 2 and found[0].vulnerability >= found[-1].vulnerability


def test_no_score_reaches_the_logs(world, as_, caplog):
    world.approved_run()
    profile = world.profile_in_need()
    with caplog.at_level(logging.DEBUG):
        as_(world.central).get(address(profile))
    said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert not re.search(rf"\b{profile.vulnerability}\b|vulnerability", said)
