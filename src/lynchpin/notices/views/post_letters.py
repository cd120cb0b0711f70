"""Today's post: all letters that may leave, printed in one go and then recorded as posted together."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow
from lynchpin.kernel import clock
from lynchpin.kernel.page import FILLED_IN, Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.notices import queries
from lynchpin.notices.choices import Permission
from lynchpin.notices.forms import PostLettersForm
from lynchpin.notices.queries import PostLetter
from lynchpin.notices.use_cases.post_letters import post_letters


@page(Permission.POST_LETTERS, action="print", takes=FILLED_IN)
def post_letters_page(request: Request) -> HttpResponse:
    """Print the page, fold the letters, then say that they went."""
    form = PostLettersForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            kept_back = post_letters(request.actor, at=clock.now(), **form.cleaned_data)
            return redirect_with(request, _said(kept_back), "notices:post_letters")
    facts = queries.todays_post(request.actor)
    printed = " ".join(each.row.reference for each in facts.ready)
    return show(
        request,
        "notices/post_letters.html",
        facts=facts,
        form=form,
        step=PostLettersForm(initial={"references": printed}),
        ready=[(each, _address(each)) for each in facts.ready],
        kept_back=[_kept_back(each) for each in facts.kept_back],
    )


def _said(kept_back: list[str]) -> str:
    if not kept_back:
        return _("The letters are recorded as posted.")
    told = {"references": ", ".join(kept_back)}
    return (
        _("Take these out of the pile, because they may not leave now: %(references)s. The others are posted.") % told
    )


def _address(each: PostLetter) -> str:
    """As it stands on the envelope, a line each."""
    person = each.row.recipient
    return "\n".join(filter(None, (person.name, person.address, person.postcode)))


def _kept_back(each: PostLetter) -> SummaryRow:
    why = sentence(each.why_not) if each.why_not else ""
    address = reverse("notices:notice", args=[each.row.reference])
    return SummaryRow(f"{each.row.recipient.name} ({each.row.reference})", Link(why, address))
