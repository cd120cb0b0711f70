"""Check a notice: a person has read it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.notices.choices import Permission
from lynchpin.notices.forms import NoticeStepForm
from lynchpin.notices.use_cases.check_notice import check_notice


@page(Permission.CHECK_NOTICE, opens="notice", takes=PRESSED)
def check_notice_page(request: Request, reference: str) -> HttpResponse:
    """A button on the page of the notice."""
    form = NoticeStepForm(request.POST)
    if not form.is_valid():
        raise Stale()
    check_notice(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The notice is checked and may leave."), "notices:notice", reference)
