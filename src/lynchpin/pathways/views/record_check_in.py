"""Record a check-in. How it is safe to be in touch stands before the questions."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.views.reaching import reaching_shown
from lynchpin.face.parts import TimelineEvent
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.pathways.choices import CheckInPoint, CheckInState, Permission
from lynchpin.pathways.forms import CheckInForm
from lynchpin.pathways.queries.check_ins import CheckInRow, check_in_to_record
from lynchpin.pathways.use_cases.record_check_in import record_check_in
from lynchpin.pathways.views.words import check_in_tag


@page(Permission.RECORD_CHECK_IN, opens="check-in")
def record_check_in_page(request: Request, reference: str) -> HttpResponse:
    facts = check_in_to_record(request.actor, reference)
    first = {"version": facts.head.version, "asked_on": clock.today()}
    form = CheckInForm(request.POST or None, initial=first)
    if form.is_valid():
        with refusals_on(form):
            case = record_check_in(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            return _done(request, form, case)
    form.see(facts.head.version)
    return show(
        request,
        "pathways/record_check_in.html",
        head=facts.head,
        point=CheckInPoint(facts.head.point).label,
        state=check_in_tag(facts.head),
        asked=facts.head.state != CheckInState.DUE,
        reaching=reaching_shown(facts.reaching) if facts.reaching else None,
        before=[_event(row) for row in facts.before],
        form=form,
    )


def _done(request: Request, form: CheckInForm, case: str) -> HttpResponse:
    """A case that goes on is opened at once; else the list."""
    if form.cleaned_data["state"] == CheckInState.RELAPSED:
        said = _("Saved. Their case is open again: %(case)s.") % {"case": case}
        return redirect_with(request, said, "pathways:check_ins")
    return redirect_with(request, _("The check-in is saved."), "pathways:check_ins")


def _event(row: CheckInRow) -> TimelineEvent:
    state = CheckInState(row.state).label
    title = f"{CheckInPoint(row.point).label}: {state}"
    return TimelineEvent(title=title, at=row.asked_on or row.due_on, by=row.holder, text=row.in_their_words)
