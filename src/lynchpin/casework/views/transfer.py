"""A transfer: who passes whom to whom, and what can be done now."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission, TransferState
from lynchpin.casework.forms.hands import TransferAnswerForm
from lynchpin.casework.queries.transfers import TransferFacts, TransferRow
from lynchpin.casework.queries.transfers import transfer_page as transfer_facts
from lynchpin.face.parts import SummaryRow, Tag
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence
from lynchpin.people.choices import Language

COLOURS = {
    TransferState.ACKNOWLEDGED: "green",
    TransferState.DECLINED: "purple",
    TransferState.WITHDRAWN: "grey",
    TransferState.OVERTAKEN: "grey",
}


@page(Permission.READ_TRANSFERS, opens="transfer")
def transfer_page(request: Request, reference: str) -> HttpResponse:
    facts = transfer_facts(request.actor, reference)
    return show(
        request,
        "casework/transfer.html",
        facts=facts,
        row=facts.row,
        state=transfer_tag(facts.row),
        sentence=_sentence(facts.row),
        overview=_overview(facts.row),
        answer=TransferAnswerForm(initial={"version": facts.row.version}, auto_id=False),
        why_not=sentence(facts.why_not) if facts.why_not else "",
        case_url=reverse("casework:case", args=[facts.case]) if facts.case else "",
        **_buttons(facts),
    )


def transfer_tag(row: TransferRow) -> Tag:
    """How far a transfer is, and by when an answer is expected."""
    if row.state != TransferState.PROPOSED:
        return Tag(str(TransferState(row.state).label), COLOURS[TransferState(row.state)])
    day = date_format(row.answer_by_on, "j F Y")
    if row.overdue:
        return Tag(_("Answer was due by %(day)s") % {"day": day}, "red")
    return Tag(_("Answer by %(day)s") % {"day": day}, "orange")


def _buttons(facts: TransferFacts) -> dict[str, bool]:
    return {"may_answer": facts.row.mine, "may_withdraw": facts.row.sent}


def _sentence(row: TransferRow) -> str:
    """What is needed next, in words."""
    match row.state:
        case TransferState.PROPOSED if row.mine:
            told = {"worker": row.from_worker}
            return _("%(worker)s holds this case until you have taken it on. Take it on, or say why you cannot.") % told
        case TransferState.PROPOSED:
            told = {"to": row.to_worker, "worker": row.from_worker}
            return _("%(to)s has been asked. Until they have taken it on, %(worker)s holds the case.") % told
        case TransferState.ACKNOWLEDGED:
            return _("%(to)s has taken the case on.") % {"to": row.to_worker}
        case TransferState.OVERTAKEN:
            return _("The case was closed, or given to somebody in another way, before there was an answer.")
    return _("Nothing has changed: the case is still where it was. Whoever holds it can ask somebody else.")


def _overview(row: TransferRow) -> list[SummaryRow]:
    rows = (
        (_("From"), row.from_worker),
        (_("To"), row.to_worker),
        (_("Language"), str(Language(row.language).label) if row.language else ""),
        (_("Weight in points"), str(row.weight)),
        (_("Asked on"), row.proposed_on),
        (_("Why"), row.why),
        (_("Settled on"), row.settled_on),
        (_("Why not"), row.because),
    )
    return [SummaryRow(key, value) for key, value in rows if value]
