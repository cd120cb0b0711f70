"""What changed between two editions of a plan, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission, PlanState
from lynchpin.casework.queries.comparing import Change, Comparison, EditionFact, GoalChange, compared_plans
from lynchpin.casework.queries.forms import measure_labels
from lynchpin.face.parts import Link, Tag
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show

STATE_COLOURS = {
    PlanState.WAITING: "orange",
    PlanState.IN_FORCE: "teal",
    PlanState.SENT_BACK: "purple",
    PlanState.REPLACED: "grey",
}


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A goal with what became of it, and each thing that changed as a sentence."""

    words: str
    tag: Tag
    sentences: tuple[str, ...]


@page(Permission.READ_CASE, opens="case")
def compare_plans_page(request: Request, reference: str, older: int, newer: int) -> HttpResponse:
    facts = compared_plans(request.actor, reference, older, newer)
    return show(
        request,
        "casework/compare_plans.html",
        facts=facts,
        head=facts.head,
        state=state_tag(facts.after.state),
        changes=changes_shown(request.actor, facts),
        others=[_other(reference, each) for each in facts.editions if each.edition != newer and each.edition > 1],
    )


def state_tag(state: str) -> Tag:
    """The state of an edition."""
    return Tag(PlanState(state).label, STATE_COLOURS[PlanState(state)])


def changes_shown(actor: Actor, facts: Comparison) -> list[ChangeShown]:
    """Every goal of both editions, and the day of the next review where that moved."""
    labels = dict(measure_labels(actor)) if any(each.measure_changed for each in facts.goals) else {}
    return [ChangeShown(each.words, _tag(each), tuple(_sentences(each, labels))) for each in facts.goals]


def _tag(goal: GoalChange) -> Tag:
    if goal.unchanged:
        return Tag(_("As before"), "grey")
    return {
        Change.ADDED: Tag(_("New goal"), "green"),
        Change.DROPPED: Tag(_("No longer a goal"), "orange"),
        Change.KEPT: Tag(_("Changed"), "blue"),
    }[goal.change]


def _sentences(goal: GoalChange, labels: dict[str, str]) -> list[str]:
    if goal.before is None or goal.after is None:
        return _of_one_edition(goal)
    said = []
    if goal.step_changed:
        values = {"before": goal.before.first_step or _("none"), "after": goal.after.first_step or _("none")}
        said.append(_("First step: before “%(before)s”, now “%(after)s”.") % values)
    if goal.rating_moved:
        values = {"before": str(goal.before.latest), "after": str(goal.after.latest)}
        said.append(_("They were at %(before)s out of 10 and are at %(after)s.") % values)
    if goal.measure_changed:
        counts = labels.get(goal.after.measure_key, "") or _("none of the measures")
        said.append(_("It now counts towards: %(measure)s.") % {"measure": counts})
    return said


def _of_one_edition(goal: GoalChange) -> list[str]:
    told = goal.after or goal.before
    if told is None:
        return []
    step = [_("First step: %(step)s") % {"step": told.first_step}] if told.first_step else []
    return [_("They are at %(number)s out of 10.") % {"number": told.latest}, *step]


def _other(reference: str, each: EditionFact) -> Link:
    words = _("What changed in edition %(edition)s, agreed on %(day)s") % {
        "edition": each.edition,
        "day": date_format(each.agreed_on, "j F Y"),
    }
    return Link(words, reverse("casework:compare_plans", args=[reference, each.edition - 1, each.edition]))
