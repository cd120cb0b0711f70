"""A run that was frozen: what was found, and two people who look into it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link, SummaryRow, Tag
from lynchpin.kernel import clock
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.kernel.reasons import sentence
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.drift_words import said
from lynchpin.profiles.forms import LiftFreezeForm, LookIntoFreezeForm
from lynchpin.profiles.queries import freezes as queries
from lynchpin.profiles.queries.freezes import Freeze
from lynchpin.profiles.use_cases.lift_freeze import lift_freeze
from lynchpin.profiles.use_cases.look_into_freeze import look_into_freeze

HERE = "profiles:freeze"


def freeze_tag(facts: Freeze) -> Tag:
    return Tag(_("Frozen"), "red") if facts.stands else Tag(_("Freeze lifted"), "grey")


def found_in(facts: Freeze) -> list[str]:
    """What lies beyond its bound, a sentence each."""
    return [said(each, facts.feeds) for each in facts.findings]


@page(Permission.READ_ASSURANCE, opens="freeze")
def freeze_page(request: Request, reference: str) -> HttpResponse:
    facts, may = queries.freeze(request.actor, reference), request.actor.may
    return show(
        request,
        "profiles/freeze.html",
        facts=facts,
        tag=freeze_tag(facts),
        found=found_in(facts),
        rows=_in_rows(facts),
        back_url=reverse("profiles:profile_run", args=[facts.run]) if may(Permission.READ_RUNS) else "",
        may_look=may(Permission.LOOK_INTO_FREEZE) and facts.why_not_look is None,
        may_lift=may(Permission.LIFT_FREEZE) and facts.stands and facts.looked_at is not None,
        why_not_lift=sentence(facts.why_not_lift) if facts.why_not_lift else "",
    )


@page(Permission.LOOK_INTO_FREEZE, opens="freeze")
def look_into_freeze_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.freeze(request.actor, reference)
    form = LookIntoFreezeForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            look_into_freeze(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said_so = _("What you found is kept. The run stays frozen until a second person has looked.")
            return redirect_with(request, said_so, HERE, reference)
    why_not = sentence(facts.why_not_look) if facts.why_not_look else ""
    return show(request, "profiles/look_into_freeze.html", why_not=why_not, **_shown(facts, form))


@page(Permission.LIFT_FREEZE, opens="freeze")
def lift_freeze_page(request: Request, reference: str) -> HttpResponse:
    facts = queries.freeze(request.actor, reference)
    form = LiftFreezeForm(request.POST or None, initial={"version": facts.version})
    if form.is_valid():
        with refusals_on(form):
            lift_freeze(request.actor, reference=reference, at=clock.now(), **form.cleaned_data)
            said_so = _("The freeze is lifted. The run may be approved, by somebody who did not commission it.")
            return redirect_with(request, said_so, HERE, reference)
    why_not = sentence(facts.why_not_lift) if facts.why_not_lift else ""
    return show(request, "profiles/lift_freeze.html", why_not=why_not, **_shown(facts, form))


def _shown(facts: Freeze, form: Any) -> dict[str, Any]:
    back_url = reverse(HERE, args=[facts.reference])
    return {"facts": facts, "form": form, "found": found_in(facts), "rows": _in_rows(facts), "back_url": back_url}


def _in_rows(facts: Freeze) -> list[SummaryRow]:
    run = Link(facts.run, reverse("profiles:profile_run", args=[facts.run]))
    before = Link(facts.before, reverse("profiles:profile_run", args=[facts.before])) if facts.before else None
    given: list[tuple[str, Any]] = [
        (_("Run"), run),
        (_("Compared with run"), before),
        (_("Frozen on"), local_date(facts.frozen_at)),
        (_("First looked into by"), facts.looked_by),
        (_("Looked into on"), local_date(facts.looked_at) if facts.looked_at else None),
        (_("What was found"), facts.first_words),
        (_("Lifted by"), facts.lifted_by),
        (_("Lifted on"), local_date(facts.lifted_at) if facts.lifted_at else None),
        (_("Why it may be approved"), facts.second_words),
    ]
    return [SummaryRow(key, value) for key, value in given if value]
