import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lynchpin.organisations.models import Staff

STAFF = reverse("organisations:staff")


def reference_of(actor):
    return Staff.unscoped.get(pk=actor.staff_id).reference


def test_the_central_team_sees_every_colleague_with_roles_and_places(world, as_):
    world.actor("lead-worker", cluster="porth", name="Lead Invented")
    world.actor("engagement-worker", cluster="taf-west", name="Worker Invented")
    shown = as_(world.central).get(STAFF).content.decode()
    assert "Lead Invented" in shown and "Worker Invented" in shown
    assert "Lead worker" in shown and "Porth" in shown


def test_a_lead_worker_sees_colleagues_of_their_own_cluster_only(world, as_):
    world.actor("engagement-worker", cluster="porth", name="Near Invented")
    world.actor("engagement-worker", cluster="taf-west", name="Far Invented")
    shown = as_(world.lead_worker).get(STAFF).content.decode()
    assert "Near Invented" in shown and "Far Invented" not in shown


def test_the_list_is_filtered_by_role(world, as_):
    world.actor("lead-worker", cluster="porth", name="Lead Invented")
    world.actor("referrer", name="Referrer Invented")
    shown = as_(world.central).get(STAFF, {"role": "referrer"}).content.decode()
    assert "Referrer Invented" in shown and "Lead Invented" not in shown


def test_the_list_takes_as_many_statements_for_many_as_for_few(world, as_):
    browser = as_(world.central)

    def statements():
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(STAFF).status_code == 200
        return len(seen)

    browser.get(STAFF)
    few = statements()
    for _ in range(6):
        world.actor("engagement-worker", cluster="porth")
    assert statements() == few <= 15


def test_another_clusters_colleague_is_missing_for_a_lead_worker(world, as_):
    far = reference_of(world.actor("engagement-worker", cluster="taf-west"))
    near = reference_of(world.actor("engagement-worker", cluster="porth"))
    browser = as_(world.lead_worker)
    assert browser.get(reverse("organisations:colleague", args=[near])).status_code == 200
    assert browser.get(reverse("organisations:colleague", args=[far])).status_code == 404


def test_only_who_looks_after_accounts_sees_the_address_and_ends_roles(world, as_):
    address = reverse("organisations:colleague", args=[reference_of(world.worker)])
    for actor, sees in ((world.system_admin, True), (world.central, False)):
        shown = as_(actor).get(address).content.decode()
        assert ("engagement-worker-" in shown) is sees
        assert ("End this role now" in shown) is sees


def test_the_officer_gives_a_role_with_its_places_on_the_page(world, as_):
    officer = as_(world.data_protection_officer)
    address = reverse("organisations:assign_role", args=[reference_of(world.referrer)])
    assert "Taf West" in officer.get(address).content.decode()
    typed = {"role": "lead-worker", "from_on_day": 1, "from_on_month": 6, "from_on_year": 2026, "form_key": "k"}
    without_place = officer.post(address, typed)
    assert without_place.status_code == 422 and "at least one cluster" in without_place.content.decode()
    assert officer.post(address, typed | {"clusters": ["porth"]}).status_code == 303
    colleague = reverse("organisations:colleague", args=[reference_of(world.referrer)])
    assert "Lead worker – Porth" in officer.get(colleague).content.decode()


@pytest.mark.parametrize("role", ["referrer", "board-member", "analyst"])
def test_colleagues_are_not_listed_for(world, as_, role):
    assert as_(world.actor(role)).get(STAFF).status_code == 403
