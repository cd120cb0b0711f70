"""Bring a file: choose what it holds, and send it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.outcomes.choices import Permission
from lynchpin.outcomes.forms import UploadForm
from lynchpin.outcomes.queries.imports import staged_imports
from lynchpin.outcomes.use_cases.stage_import import stage_import
from lynchpin.outcomes.views.imported import listed


@page(Permission.STAGE_IMPORT)
def stage_import_page(request: Request) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        with refusals_on(form):
            sent = form.cleaned_data
            staged = stage_import(
                request.actor,
                kind=sent["kind"],
                content=sent["file"].read(),
                form_key=sent["form_key"],
                at=clock.now(),
            )
            return redirect_with(request, _("The file is read. Nothing is kept yet."), "outcomes:map_import", staged)
    rows = listed(staged_imports(request.actor))
    return show(request, "outcomes/stage_import.html", heading=_("Bring what exists"), form=form, staged=rows)
