"""Add an account."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.organisations import queries
from lynchpin.organisations.choices import Permission
from lynchpin.organisations.forms import AddAccountForm
from lynchpin.organisations.use_cases.add_account import add_account


@page(Permission.ADD_ACCOUNT)
def add_account_page(request: Request) -> HttpResponse:
    form = AddAccountForm(request.POST or None, organisations=queries.homes(request.actor))
    if form.is_valid():
        with refusals_on(form):
            add_account(request.actor, at=clock.now(), **form.cleaned_data)
            done = _("The account is open. Ask the data protection officer to give the person a role.")
            return redirect_with(request, done, "organisations:staff")
    return show(request, "organisations/add_account.html", form=form)
