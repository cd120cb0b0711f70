"""One notice: its words as they would leave, in the language of the person."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.notices import queries, rules
from lynchpin.notices.choices import NoticeState, Permission
from lynchpin.notices.forms import NoticeStepForm
from lynchpin.notices.queries import NoticeRecord
from lynchpin.notices.views.notices import state_tag
from lynchpin.people.choices import Language
from lynchpin.people.choices import Permission as People


@page(Permission.READ_NOTICES, opens="notice")
def notice_page(request: Request, reference: str) -> HttpResponse:
    """Read it, then check it; a checked letter is printed from its printing page."""
    facts = queries.notice(request.actor, reference)
    shown = {
        "rows": _rows(facts, _resident_url(request.actor, facts)),
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
    return show(request, "notices/print_notice.html", facts=facts, why_not=why_not, address=_address(facts))


def _rows(facts: NoticeRecord, resident_url: str) -> list[SummaryRow]:
    person = facts.row.recipient
    address = ", ".join(filter(None, (person.address, person.postcode)))
    envelope = _("Use a plain envelope, without the name of the service.") if facts.plain_envelope else ""
    rows = [
        SummaryRow(_("To"), Link(person.name, resident_url) if resident_url else person.name),
        SummaryRow(_("Way"), str(facts.row.channel.label)),
        SummaryRow(_("Address"), address),
        SummaryRow(_("Envelope"), envelope),
        SummaryRow(_("Language"), _languages(facts)),
        SummaryRow(_("Written on"), local_date(facts.row.queued_at)),
    ]
    return [row for row in rows if row.value]


def _address(facts: NoticeRecord) -> str:
    """As it stands on the envelope, a line each."""
    person = facts.row.recipient
    return "\n".join(filter(None, (person.name, person.address, person.postcode)))


def _resident_url(actor: Actor, facts: NoticeRecord) -> str:
    """The record of whom it is to: there stands how they may be reached, and whether anybody asked."""
    may = actor.may(People.READ_RESIDENT)
    return reverse("people:resident", args=[facts.row.recipient.reference]) if may else ""


def _languages(facts: NoticeRecord) -> str:
    """In which language it leaves, Welsh first where it leaves in both."""
    named = [str(Language(each.language).label) for each in facts.letters]
    return _("%(first)s and %(second)s") % {"first": named[0], "second": named[1]} if len(named) > 1 else named[0]
