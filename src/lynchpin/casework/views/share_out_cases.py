"""Share out a cluster's waiting cases: a proposal for each, with why, to be taken, or changed with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.sharing import AcceptanceForm, OverrideForm, sealed
from lynchpin.casework.queries.heads import CaseRow
from lynchpin.casework.queries.sharing import SharedCase, SharedWorker, Sharing, sharing
from lynchpin.casework.use_cases.share_out_cases import share_out_cases
from lynchpin.casework.views.allocation_board import meter_of
from lynchpin.face.parts import Meter
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence


@dataclass(frozen=True, slots=True)
class Card:
    """A waiting case on the page: who is proposed, why, and the two ways on."""

    case: CaseRow
    worker: str
    why: tuple[str, ...]
    accept: AcceptanceForm | None
    override: OverrideForm | None


@page(Permission.SHARE_OUT_CASES, opens="cluster")
def share_out_cases_page(request: Request, cluster: str) -> HttpResponse:
    facts = sharing(request.actor, cluster)
    form = _form(request, facts)
    if form.is_valid():
        with refusals_on(form):
            key = form.cleaned_data["form_key"]
            given = share_out_cases(request.actor, choices=form.choices, form_key=key, at=clock.now())
            return redirect_with(request, _given(given), "casework:share_out_cases", cluster)
    return show(
        request,
        "casework/share_out_cases.html",
        facts=facts,
        form=form,
        cards=[_card(each, facts, form) for each in facts.cases],
        accept_all=_acceptance([each for each in facts.cases if each.proposal.worker_id is not None]),
        workers=[(meter_of(each.now), _after(each) if each.may_be_proposed else None) for each in facts.workers],
        comparison=_compared(facts),
    )


def _form(request: Request, facts: Sharing) -> AcceptanceForm:
    if "worker_id" in request.POST:
        return OverrideForm(request.POST, workers=_choosable(facts), auto_id="id_changed_%s")
    return AcceptanceForm(request.POST or None)


def _given(cases: int) -> str:
    return ngettext("%(cases)s case has a worker now.", "%(cases)s cases have a worker now.", cases) % {"cases": cases}


def _card(shared: SharedCase, facts: Sharing, sent: AcceptanceForm) -> Card:
    names = {each.now.staff_id: each.now.name for each in facts.workers}
    worker_id = shared.proposal.worker_id
    return Card(
        case=shared.case,
        worker=names.get(worker_id, "") if worker_id is not None else "",
        why=tuple(sentence(reason) for reason in shared.proposal.why),
        accept=_acceptance([shared]),
        override=_override(shared, facts, sent) if worker_id is not None else None,
    )


def _acceptance(shared: list[SharedCase]) -> AcceptanceForm | None:
    """The button's form; none where nobody is proposed."""
    proposed = [each for each in shared if each.proposal.worker_id is not None]
    return AcceptanceForm(initial={"proposals": sealed(proposed)}, auto_id=False) if proposed else None


def _override(shared: SharedCase, facts: Sharing, sent: AcceptanceForm) -> OverrideForm:
    """A fresh form for the case, or the one that was sent for it with what was typed, answering for what is proposed now."""
    again = sent if isinstance(sent, OverrideForm) and sent.is_about(shared.case.reference) else None
    first = {"proposals": sealed([shared])}
    if again is not None:
        return again.renewed(first["proposals"])
    return OverrideForm(initial=first, workers=_choosable(facts), auto_id=f"id_{shared.case.reference}_%s")


def _choosable(facts: Sharing) -> list[tuple[int, str]]:
    return [(each.now.staff_id, _told(each)) for each in facts.workers]


def _told(worker: SharedWorker) -> str:
    words = {"worker": worker.now.name, "load": worker.now.load, "limit": worker.now.limit}
    return _("%(worker)s: %(load)s of %(limit)s points are in use") % words


def _after(worker: SharedWorker) -> Meter:
    words = {"load": worker.after, "limit": worker.now.limit}
    said = _("%(load)s of %(limit)s points would be in use.") % words
    return Meter(_("With this sharing out"), worker.after, worker.now.limit, said)


def _compared(facts: Sharing) -> str:
    told = facts.comparison
    return _(
        "The fullest caseload would be %(share)s%% in use, and the ways to people would come to %(km)s km. "
        "Handed out in turn, it would be %(share_in_turn)s%% and %(km_in_turn)s km."
    ) % {
        "share": round(told.ratio * 100),
        "km": f"{told.km:.1f}",
        "share_in_turn": round(told.ratio_in_turn * 100),
        "km_in_turn": f"{told.km_in_turn:.1f}",
    }
