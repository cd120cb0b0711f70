"""Stop a run at once."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles import queries
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.forms import RunForm
from lynchpin.profiles.use_cases.withdraw_profile_run import withdraw_profile_run


@page(Permission.WITHDRAW_RUN, opens="run")
def withdraw_profile_run_page(request: Request, reference: str) -> HttpResponse:
    actor = request.actor
    facts = queries.profile_run(actor, reference)
    form = RunForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            withdraw_profile_run(actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said = _("Run %(run)s is stopped. Its scores are no longer shown.") % {"run": reference}
            return redirect_with(request, said, "profiles:profile_run", reference)
    back_url = reverse("profiles:profile_run", args=[reference])
    return show(request, "profiles/withdraw_profile_run.html", facts=facts, form=form, back_url=back_url)
