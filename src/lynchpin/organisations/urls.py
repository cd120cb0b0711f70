"""Addresses of the room. The door's names are allauth's own and stand outside the room's namespace, in `door`."""

from __future__ import annotations

from django.urls import include, path

from lynchpin.organisations.views.add_account import add_account_page
from lynchpin.organisations.views.agreements import (
    agreement_page,
    agreements_page,
    revoke_agreement_page,
    sign_agreement_page,
)
from lynchpin.organisations.views.assign_role import assign_role_page
from lynchpin.organisations.views.choose_role import choose_role_page
from lynchpin.organisations.views.end_role import end_role_page
from lynchpin.organisations.views.programmes import programmes_page, switch_on_programme_page
from lynchpin.organisations.views.roles import roles_page
from lynchpin.organisations.views.sign_in import SignInView, SignOutView, demo_sign_in_page
from lynchpin.organisations.views.staff import colleague_page, staff_page

door = [
    path("sign-in/", SignInView.as_view(), name="account_login"),
    path("sign-in/demo/", demo_sign_in_page, name="demo_sign_in"),
    path("sign-out/", SignOutView.as_view(), name="account_logout"),
]
pages = [
    path("role/", choose_role_page, name="choose_role"),
    path("staff/", staff_page, name="staff"),
    path("staff/add/", add_account_page, name="add_account"),
    path("staff/end-role/", end_role_page, name="end_role"),
    path("staff/<reference:reference>/", colleague_page, name="colleague"),
    path("staff/<reference:reference>/role/", assign_role_page, name="assign_role"),
    path("agreements/", agreements_page, name="agreements"),
    path("agreements/sign/", sign_agreement_page, name="sign_agreement"),
    path("agreements/<reference:reference>/", agreement_page, name="agreement"),
    path("agreements/<reference:reference>/revoke/", revoke_agreement_page, name="revoke_agreement"),
    path("roles/", roles_page, name="roles"),
    path("programmes/", programmes_page, name="programmes"),
    path("programmes/<slug:key>/", switch_on_programme_page, name="switch_on_programme"),
]
urlpatterns = [*door, path("organisations/", include((pages, "organisations")))]
