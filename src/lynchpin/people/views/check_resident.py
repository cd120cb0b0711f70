"""Ask the central team whether somebody is known."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import CheckResidentForm
from lynchpin.people.use_cases.check_resident import check_resident


@page(Permission.CHECK_RESIDENT)
def check_resident_page(request: Request) -> HttpResponse:
    """The same sentence for everybody: whether somebody is known is nobody's to learn by trying names."""
    form = CheckResidentForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            check_resident(request.actor, at=clock.now(), **form.cleaned_data)
            done = _("The central team has your question, and answers you whether or not the person is known.")
            return redirect_with(request, done, "people:check_resident")
    shown = {
        "heading": _("Ask whether somebody is known"),
        "button": _("Ask the central team"),
        "intro": _("Give the exact name and date of birth. The answer comes from a colleague, not from this page."),
    }
    return show(request, "face/form_page.html", form=form, **shown)
