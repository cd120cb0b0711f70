"""Post a notice: a checked letter was printed and went to the post."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.errors import Stale
from lynchpin.kernel.page import PRESSED, Request, page, redirect_with
from lynchpin.notices.choices import Permission
from lynchpin.notices.forms import NoticeStepForm
from lynchpin.notices.use_cases.post_notice import post_notice


@page(Permission.POST_NOTICE, opens="notice", takes=PRESSED)
def post_notice_page(request: Request, reference: str) -> HttpResponse:
    """A button on the page of the notice."""
    form = NoticeStepForm(request.POST)
    if not form.is_valid():
        raise Stale()
    post_notice(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
    return redirect_with(request, _("The letter is recorded as posted."), "notices:notice", reference)
