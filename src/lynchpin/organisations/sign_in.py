"""Sign-in: accounts are made by an administrator, never by whoever comes to the door."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.utils import get_login_redirect_url
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.translation import gettext_lazy as _

from lynchpin.kernel import access
from lynchpin.organisations.actors import acting, at_work, held_by
from lynchpin.organisations.models import Account

WRONG = _("The e-mail address or the password is not right. Check both and try again.")


class StaffAccountAdapter(DefaultAccountAdapter):
    """allauth with the door for strangers closed, and one answer for every way of not coming in."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "too_many_login_attempts": _("There were too many wrong tries. Wait five minutes, then try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There is no user name: the e-mail address signs in."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """An account that was closed, or whose person has left, answers like one that never was."""
        account = super().authenticate(request, **credentials)
        return account if may_sign_in(account) else None

    def post_login(
        self, request: HttpRequest, user: Any, *, redirect_url: str | None = None, **others: Any
    ) -> HttpResponse:
        return begin(request, user, get_login_redirect_url(request, redirect_url))

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing: the page itself says under which role somebody is signed in."""


def may_sign_in(account: Any) -> bool:
    """Whether this is an open account of somebody who works here today."""
    return account is not None and account.is_active and at_work(account) is not None


def begin(request: HttpRequest, account: Account, then: str) -> HttpResponse:
    """Start a session just signed in: under the only assignment, or by asking which of several."""
    staff = at_work(account)
    held = held_by(staff) if staff else []
    access.write(access.Viewing(acting(account), "account_login", action="sign_in"))
    if len(held) == 1:
        request.session["assignment"] = held[0].pk
        return HttpResponseRedirect(then)
    request.session["then"] = then
    return HttpResponseRedirect(resolve_url("organisations:choose_role"))


def choose(request: HttpRequest, assignment_id: int) -> str:
    """Act under an assignment from now on, in a session with a new key. Gives where the person was going."""
    request.session.cycle_key()
    request.session["assignment"] = assignment_id
    return request.session.pop("then", settings.LOGIN_REDIRECT_URL)
