"""Pages of clocks: letting one stand still and run again, and days on which none runs."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.forms.returning import ClosedDayForm, PauseForm, ResumeForm
from lynchpin.frontdoor.queries.clocks import closed_days
from lynchpin.frontdoor.use_cases.declare_closed_day import declare_closed_day
from lynchpin.frontdoor.use_cases.pause_clock import pause_clock
from lynchpin.frontdoor.use_cases.resume_clock import resume_clock
from lynchpin.frontdoor.views.deciding import decided
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.PAUSE_CLOCK, opens="referral")
def pause_clock_page(request: Request, reference: str) -> HttpResponse:
    """Let the clock stand still."""
    return decided(
        request,
        reference,
        PauseForm,
        pause_clock,
        _("The clock stands still until somebody lets it run again."),
        heading=_("Stop the clock for a while"),
        intro=_(
            "What nobody can do now is not late. The time that passes meanwhile is added when the clock runs again."
        ),
        button=_("Stop the clock"),
    )


@page(Permission.RESUME_CLOCK, opens="referral")
def resume_clock_page(request: Request, reference: str) -> HttpResponse:
    """Let the clock run again."""
    return decided(
        request,
        reference,
        ResumeForm,
        resume_clock,
        _("The clock runs again."),
        heading=_("Let the clock run again"),
        intro=_("The working time for which it stood still is added."),
        button=_("Let it run"),
    )


@page(Permission.DECLARE_CLOSED_DAY)
def declare_closed_day_page(request: Request) -> HttpResponse:
    """Closed days to come, and one more."""
    form = ClosedDayForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            declare_closed_day(request.actor, at=clock.now(), **form.cleaned_data)
            return redirect_with(
                request, _("The day is closed, and clocks stand still."), "frontdoor:declare_closed_day"
            )
    return show(request, "frontdoor/declare_closed_day.html", days=closed_days(request.actor), form=form)
