import pytest
from django.contrib.auth.hashers import make_password
from django.urls import reverse

from lynchpin.kernel import clock
from lynchpin.kernel.errors import NotFound, NotPermitted
from lynchpin.organisations.models import Account, Staff
from lynchpin.organisations.use_cases.add_account import add_account
from tests.support import recorded, refused, trail

GIVEN = {"email": "Newcomer@example.org", "name": "A Newcomer", "organisation": "school"}
TYPED = GIVEN | {"speaks_welsh": "yes", "works_percent": "60", "password": "a long enough one", "form_key": "k"}
ADDRESS = reverse("organisations:add_account")


def test_an_account_is_opened_for_a_colleague_who_holds_no_role(world):
    staff_id = add_account(world.system_admin, at=clock.now(), password_hash=make_password("sesame"), **GIVEN)
    staff = Staff.unscoped.get(pk=staff_id)
    account = Account.objects.get(pk=staff.account_id)
    assert account.email == "newcomer@example.org" and account.check_password("sesame")
    assert recorded()[-1] == "organisations.account_added"
    assert trail("organisations.account_added")[-1] == {"organisation": "school"}


def test_without_a_password_no_password_opens_the_account(world):
    add_account(world.system_admin, at=clock.now(), **GIVEN)
    assert not Account.objects.get(email="newcomer@example.org").has_usable_password()


def test_an_address_is_used_once_in_any_letter_case(world):
    add_account(world.system_admin, at=clock.now(), **GIVEN)
    with refused("account_exists"):
        add_account(world.system_admin, at=clock.now(), **GIVEN | {"email": "NEWCOMER@example.org"})


def test_an_organisation_that_is_missing_has_no_colleagues(world):
    with pytest.raises(NotFound):
        add_account(world.system_admin, at=clock.now(), **GIVEN | {"organisation": "elsewhere"})


def test_who_gives_roles_opens_no_accounts(world):
    with pytest.raises(NotPermitted):
        add_account(world.data_protection_officer, at=clock.now(), **GIVEN)


def test_the_page_opens_an_account_and_keeps_only_a_hash(world, as_):
    page = as_(world.system_admin)
    assert page.get(ADDRESS).status_code == 200
    assert page.post(ADDRESS, TYPED).status_code == 303
    account = Account.objects.get(email="newcomer@example.org")
    assert account.check_password("a long enough one") and "long" not in account.password
    assert Staff.unscoped.get(account=account).works_percent == 60


def test_the_page_refuses_a_short_password_and_an_address_in_use(world, as_):
    page = as_(world.system_admin)
    assert page.post(ADDRESS, TYPED | {"password": "short"}).status_code == 422
    page.post(ADDRESS, TYPED)
    again = page.post(ADDRESS, TYPED | {"form_key": "other"})
    assert again.status_code == 422 and "already an account" in again.content.decode()


def test_the_page_is_not_for_lead_workers(world, as_):
    assert as_(world.lead_worker).get(ADDRESS).status_code == 403
