"""One colleague's supervision: for their supervisor with the cases to talk about, for themselves with what was agreed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.forms.supervision import DoneForm
from lynchpin.casework.queries.supervision import (
    ActionFact,
    SupervisedCase,
    SupervisionFact,
)
from lynchpin.casework.queries.supervision import (
    supervision_page as supervision_facts,
)
from lynchpin.casework.views.supervision_list import colleague_line
from lynchpin.face.parts import Tag
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action, with a button for whoever may say that it is done."""

    fact: ActionFact
    tag: Tag
    form: DoneForm | None


@page(Permission.READ_SUPERVISION, opens="supervision")
def supervision_page(request: Request, staff_id: int) -> HttpResponse:
    facts = supervision_facts(request.actor, staff_id)
    return show(
        request,
        "casework/supervision.html",
        facts=facts,
        line=colleague_line(facts.colleague),
        cases=[(case, case_tags(case)) for case in facts.cases],
        held=[(each, _lines(request.actor, each)) for each in facts.held],
        may_record=facts.leads and request.actor.may(Permission.RECORD_SUPERVISION),
    )


def case_tags(case: SupervisedCase) -> list[Tag]:
    """What about a case needs talking about."""
    found = (
        (case.row.stopped, Tag(_("Do not approach"), "red")),
        (case.row.silent, Tag(_("No contact for 14 days"), "yellow")),
        (case.late, Tag(_("Contact overdue"), "orange")),
        (case.review_overdue, Tag(_("Review overdue"), "orange")),
    )
    return [tag for is_so, tag in found if is_so]


def _lines(actor: Actor, held: SupervisionFact) -> list[ActionLine]:
    may = actor.may(Permission.FINISH_SUPERVISION_ACTION)
    return [
        ActionLine(each, action_tag(each), DoneForm(initial={"version": each.version}, auto_id=False))
        if may and each.mine
        else ActionLine(each, action_tag(each), None)
        for each in held.actions
    ]


def action_tag(each: ActionFact) -> Tag:
    """How far an action is."""
    if each.done_on is not None:
        return Tag(_("Done on %(day)s") % {"day": date_format(each.done_on, "j F Y")}, "green")
    told = {"day": date_format(each.due_on, "j F Y")}
    return Tag(_("Was due on %(day)s") % told, "red") if each.overdue else Tag(_("By %(day)s") % told, "blue")
