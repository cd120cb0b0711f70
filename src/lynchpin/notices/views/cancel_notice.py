"""Cancel a notice: it is not wanted any more."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.notices.choices import Permission
from lynchpin.notices.forms import NoticeStepForm
from lynchpin.notices.use_cases.cancel_notice import cancel_notice


@page(Permission.CANCEL_NOTICE, opens="notice", takes=PRESSED)
def cancel_notice_page(request: Request, reference: str) -> HttpResponse:
    """A button on the page of the notice."""
    form = NoticeStepForm(request.POST)
    if not form.is_valid():
        raise Stale()
    cancel_notice(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The notice is cancelled."), "notices:notice", reference)
