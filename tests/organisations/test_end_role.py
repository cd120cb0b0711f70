import pytest
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted, Stale
from lynchpin.organisations.actors import acting
from lynchpin.organisations.models import Account, RoleAssignment
from lynchpin.organisations.use_cases.end_role import end_role
from tests.support import recorded, refused

HOME = reverse("organisations:programmes")


def end(world, ended, **changes):
    given = {"assignment_id": ended.assignment_id, "version": 1, "at": clock.now()} | changes
    return end_role(world.system_admin, **given)


def test_a_role_ends_at_once_and_says_who_ended_it(world):
    worker = world.worker
    end(world, worker)
    row = RoleAssignment.unscoped.get(pk=worker.assignment_id)
    assert row.ended_at == clock.now() and row.ended_by == world.system_admin.staff_id
    assert recorded()[-1] == "organisations.role_ended"


def test_an_ended_assignment_grants_nothing_on_the_next_request(world, as_):
    browser = as_(world.worker)
    assert browser.get(HOME).status_code == 200
    end(world, world.worker)
    answer = browser.get(HOME)
    assert answer.status_code == 302 and answer.url.startswith("/sign-in/"), "the open session is closed too"


def test_another_role_does_not_step_into_the_place_of_an_ended_one(world):
    worker = world.worker
    world.assigned(worker.staff_id, "admin-officer")
    end(world, worker)
    account = Account.objects.get(pk=worker.user_id)
    assert acting(account, worker.assignment_id).role == "unassigned"
    assert acting(account).role == "admin-officer", "after signing in again, the only role that is left"


def test_a_role_ends_once(world):
    end(world, world.worker)
    with refused("role_already_ended"):
        end(world, world.worker, version=2)


def test_an_older_state_on_the_screen_is_refused(world):
    with pytest.raises(Stale):
        end(world, world.worker, version=0)


def test_a_missing_assignment_is_not_found(world):
    with pytest.raises(NotFound):
        end(world, world.worker, assignment_id=0)


def test_a_cluster_manager_ends_no_roles(world):
    with pytest.raises(NotPermitted):
        end_role(world.cluster_manager, assignment_id=world.worker.assignment_id, version=1, at=clock.now())


def test_the_button_on_a_colleagues_page_ends_the_role(world, as_):
    sent = {"assignment_id": world.worker.assignment_id, "version": 1, "form_key": "k"}
    assert as_(world.system_admin).post(reverse("organisations:end_role"), sent).status_code == 303
    assert RoleAssignment.unscoped.get(pk=world.worker.assignment_id).ended_at is not None
