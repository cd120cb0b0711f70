"""Raise a concern, from any screen."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock, references
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.safeguarding import queries
from lynchpin.safeguarding.choices import Permission
from lynchpin.safeguarding.forms import RaiseConcernForm
from lynchpin.safeguarding.use_cases.raise_concern import raise_concern


@page(Permission.RAISE_CONCERN)
def raise_concern_page(request: Request) -> HttpResponse:
    """999 and the local numbers first; `?about=` names the person whose page was open, by reference."""
    about = references.tidy(request.GET.get("about", ""))
    if about and not references.SHAPE.match(about):
        raise NotFound("people.Resident")
    form = RaiseConcernForm(request.POST or None)
    if about:
        del form.fields["about_name"]
    if form.is_valid():
        with refusals_on(form):
            raise_concern(request.actor, about=about, at=clock.now(), **form.concern)
            done = _("The concern is raised. The safeguarding lead sees it now. If you have not telephoned, do it now.")
            return redirect_with(request, done, "safeguarding:my_concerns")
    shown = {"about": about, "numbers": queries.numbers_to_ring()}
    return show(request, "safeguarding/raise_concern.html", form=form, **shown)
