"""Pages for anybody: the way in, asking for help, and the receipt of having asked."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.context import active_language
from lynchpin.face.parts import SummaryRow
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.told import HelpForm
from lynchpin.frontdoor.queries import public
from lynchpin.frontdoor.use_cases.ask_for_help import ask_for_help
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, refusals_on, show
from lynchpin.organisations.actors import public_actor
from lynchpin.people.choices import Channel, Language


def for_anybody(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers as the public, whoever looks: a colleague who opens a public page sees what everybody sees."""

    @functools.wraps(view)
    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        request.actor = public_actor()
        return view(request, *args, **kwargs)

    return run


@for_anybody
@page(Permission.ASK_FOR_HELP)
def home_page(request: Request) -> HttpResponse:
    """The front page: two doors."""
    facts = public.help_facts(request.actor, clock.today())
    return show(request, "frontdoor/home.html", facts=facts)


@for_anybody
@page(Permission.ASK_FOR_HELP)
def ask_for_help_page(request: Request) -> HttpResponse:
    """Ask for help, without an account."""
    given = {"language": active_language(), "asked_for_self": True}
    form = HelpForm(request.POST or None, initial=given, today=clock.today())
    if form.is_valid():
        with refusals_on(form):
            reference = ask_for_help(request.actor, at=clock.now(), **form.told)
            request.session["receipt"] = public.receipt_token(reference)
            return HttpResponseRedirect(reverse("frontdoor:help_receipt"), status=303)
    facts = public.help_facts(request.actor, clock.today())
    return show(request, "frontdoor/ask_for_help.html", facts=facts, form=form)


@for_anybody
@page(Permission.ASK_FOR_HELP)
def help_receipt_page(request: Request) -> HttpResponse:
    """The receipt of the form that this session has just sent, and of no other."""
    receipt = public.receipt(request.actor, request.session.get("receipt", ""))
    return show(request, "frontdoor/help_receipt.html", receipt=receipt, rows=_receipt_rows(receipt))


def _receipt_rows(receipt: public.Receipt) -> list[SummaryRow]:
    """What was said of safe contact. Who must not know is not named: they may be looking, or find the page in print."""
    ways = ", ".join(str(Channel(channel).label) for channel in receipt.channels)
    voicemail = {True: _("Yes"), False: _("No"), None: _("Not said")}[receipt.voicemail_ok]
    return [
        SummaryRow(_("Language that we use with you"), str(Language(receipt.language).label)),
        SummaryRow(_("Safe ways to reach you"), ways),
        SummaryRow(_("Good and safe times"), receipt.when or _("Not said")),
        SummaryRow(_("A voicemail is safe"), voicemail),
        SummaryRow(
            _("Who must not know"),
            _("You told us, and we keep it to ourselves") if receipt.names_somebody else _("Nobody named"),
        ),
    ]
