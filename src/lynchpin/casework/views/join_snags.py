"""Join what several colleagues told alike."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.snags import JoinSnagsForm
from lynchpin.casework.queries.snags import snag_to_join
from lynchpin.casework.use_cases.join_snags import join_snags
from lynchpin.casework.views.snag_words import snag_lines
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show


@page(Permission.JOIN_SNAGS, opens="snag")
def join_snags_page(request: Request, snag_id: int) -> HttpResponse:
    facts = snag_to_join(request.actor, snag_id)
    form = JoinSnagsForm(request.POST or None, facts=facts.snag, alike=facts.alike)
    if form.is_valid():
        with refusals_on(form):
            told = join_snags(request.actor, snag_id=snag_id, **form.cleaned_data)
            said = ngettext("%(count)s colleague says so.", "%(count)s colleagues say so.", told)
            return redirect_with(request, said % {"count": told}, "casework:answer_snag", snag_id)
    form.see(facts.snag.version)
    return show(request, "casework/join_snags.html", snag=facts.snag, lines=snag_lines(facts.snag), form=form)
