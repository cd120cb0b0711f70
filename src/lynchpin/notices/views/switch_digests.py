"""What I am told: how often a colleague hears of each kind of thing that waits for them."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.notices import queries
from lynchpin.notices.choices import Permission
from lynchpin.notices.forms import SwitchDigestsForm
from lynchpin.notices.queries import SentDigest
from lynchpin.notices.use_cases.switch_digests import switch_digests


@page(Permission.SWITCH_DIGESTS)
def switch_digests_page(request: Request) -> HttpResponse:
    """One's own switches, and the newest messages."""
    facts = queries.own_switches(request.actor)
    form = SwitchDigestsForm(request.POST or None, switches=facts.switches)
    if form.is_valid():
        with refusals_on(form):
            given = {"paces": form.paces, "form_key": form.cleaned_data["form_key"]}
            switch_digests(request.actor, at=clock.now(), **given)
            return redirect_with(request, _("What you are told is changed."), "notices:switch_digests")
    newest = [_newest(each) for each in facts.newest]
    return show(request, "notices/switch_digests.html", facts=facts, form=form, newest=newest)


def _newest(each: SentDigest) -> SummaryRow:
    """A message as a row: its day, and what it said."""
    lines = (_("%(what)s: %(count)s") % {"what": kind.label, "count": count} for kind, count in each.lines)
    return SummaryRow(date_format(each.told_on, "j F Y"), "; ".join((str(each.state.label), *lines)))
