"""One notice: its words as they would leave, in the language of the person."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.face.parts import SummaryRow
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.notices import queries, rules
from lynchpin.notices.choices import NoticeState, Permission
from lynchpin.notices.forms import NoticeStepForm
from lynchpin.notices.queries import NoticeRecord
from lynchpin.notices.views.notices import state_tag


@page(Permission.READ_NOTICES, opens="notice")
def notice_page(request: Request, reference: str) -> HttpResponse:
    """Read it, then check it; a checked letter is printed from its printing page."""
    facts = queries.notice(request.actor, reference)
    shown = {
        "rows": _rows(facts),
        "state": state_tag(facts.row),
        "why_not": sentence(facts.why_not) if facts.why_not else "",
        "step": NoticeStepForm(initial={"version": facts.version}),
        "may_check": rules.why_not_move_to(facts.row.state, NoticeState.CHECKED) is None,
        "may_post": rules.why_not_post(facts.row.state, facts.row.channel) is None,
        "may_cancel": rules.why_not_move_to(facts.row.state, NoticeState.CANCELLED) is None,
    }
    return show(request, "notices/notice.html", facts=facts, **shown)


@page(Permission.READ_NOTICES, opens="notice", action="print")
def print_notice_page(request: Request, reference: str) -> HttpResponse:
    """The letter alone, for paper: only once it is checked, and while it is still safe."""
    facts = queries.notice(request.actor, reference)
    refusal = rules.why_not_post(facts.row.state, facts.row.channel) or facts.why_not
    why_not = sentence(refusal) if refusal else ""
    return show(request, "notices/print_notice.html", facts=facts, why_not=why_not)


def _rows(facts: NoticeRecord) -> list[SummaryRow]:
    person = facts.row.recipient
    address = ", ".join(filter(None, (person.address, person.postcode)))
    envelope = _("Use a plain envelope, without the name of the service.") if facts.plain_envelope else ""
    rows = [
        SummaryRow(_("To"), person.name),
        SummaryRow(_("Way"), str(facts.row.channel.label)),
        SummaryRow(_("Address"), address),
        SummaryRow(_("Envelope"), envelope),
        SummaryRow(_("Since"), facts.row.queued_at.date()),
    ]
    return [row for row in rows if row.value]
