"""Finish an action of a supervision: a button on its page."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.supervision import DoneForm
from lynchpin.casework.use_cases.finish_supervision_action import finish_supervision_action
from lynchpin.kernel import clock
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with, refusals_on, show


@page(Permission.FINISH_SUPERVISION_ACTION, takes=PRESSED)
def finish_supervision_action_page(request: Request, action_id: int) -> HttpResponse:
    form = DoneForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            staff_id = finish_supervision_action(
                request.actor, action_id=action_id, at=clock.now(), **form.cleaned_data
            )
            return redirect_with(request, _("It is marked as done."), "casework:supervision", staff_id)
    return show(request, "casework/finish_supervision_action.html", form=form)
