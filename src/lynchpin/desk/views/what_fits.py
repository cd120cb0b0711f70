"""What fits: the whole core offer for one person, with why and why not, and where to go on from each line."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk import fitting
from lynchpin.desk.choices import Permission
from lynchpin.desk.next_steps import suggestions_stopped, ways_on, ways_to_record
from lynchpin.desk.queries.what_fits import LineJudged, WhatFits, what_fits
from lynchpin.face.parts import Link, Tag
from lynchpin.framework.eligibility import Answer, Verdict
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line as a card: `why` it fits, or what stands `against` it.

    `changes` end the sentence "It would fit"; `hopeless`: nothing would make it fit.
    """

    key: str
    name: str
    how: str
    providers: str
    tags: tuple[Tag, ...]
    why: tuple[str, ...]
    against: tuple[str, ...]
    changes: tuple[str, ...]
    hopeless: bool
    rules: tuple[tuple[Tag, str], ...]
    steps: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Lines that the same few answers would settle, and where those are recorded."""

    asks: tuple[str, ...]
    steps: tuple[Link, ...]
    lines: tuple[LineShown, ...]


@page(Permission.READ_WHAT_FITS, opens="resident")
def what_fits_page(request: Request, reference: str) -> HttpResponse:
    """`open=yes` opens every line, as it goes on paper."""
    actor = request.actor
    facts = what_fits(actor, reference)
    return show(
        request,
        "desk/what_fits.html",
        facts=facts,
        person=facts.person,
        stopped=suggestions_stopped(facts),
        opened=request.GET.get("open") == "yes",
        back=_back(actor, facts),
        answers_url=_answers_url(actor, facts),
        fits=[_shown(actor, line, facts) for line in facts.of(Verdict.FITS)],
        may_fit=_by_what_is_asked(actor, facts),
        may_fit_count=len(facts.of(Verdict.MAY_FIT)),
        does_not_fit=[_shown(actor, line, facts) for line in facts.of(Verdict.DOES_NOT_FIT)],
    )


def _back(actor: Actor, facts: WhatFits) -> Link | None:
    """The person's overview, from which this page is opened."""
    if not actor.may(Permission.READ_OVERVIEW):
        return None
    return Link(facts.person.name, reverse("desk:overview", args=[facts.person.reference]))


def _answers_url(actor: Actor, facts: WhatFits) -> str:
    """Where every answer can be looked through and put right; nowhere for those who may not answer."""
    if not actor.may("pathways.answer_offer_questions"):
        return ""
    return reverse("pathways:answer_offer_questions", args=[facts.person.reference])


def _by_what_is_asked(actor: Actor, facts: WhatFits) -> list[Unsettled]:
    """Each set of questions once, in the order of the first line that it would settle."""
    sets: dict[tuple[str, ...], list[LineJudged]] = {}
    for line in facts.of(Verdict.MAY_FIT):
        sets.setdefault(line.asks, []).append(line)
    return [
        Unsettled(
            asks=tuple(fitting.facts_in_words(asks, facts)),
            steps=tuple(ways_to_record(actor, asks, facts)),
            lines=tuple(_shown(actor, line, facts) for line in lines),
        )
        for asks, lines in sets.items()
    ]


def _shown(actor: Actor, line: LineJudged, facts: WhatFits) -> LineShown:
    return LineShown(
        key=line.key,
        name=line.name,
        how=line.how,
        providers=", ".join(each[1] for each in line.providers),
        tags=tuple(_tags(line)),
        why=tuple(fitting.reasons_for(line, facts)) if line.verdict is Verdict.FITS else (),
        against=tuple(fitting.reasons_against(line, facts)),
        changes=tuple(fitting.change_in_words(each, facts) for each in line.change or ()),
        hopeless=line.verdict is Verdict.DOES_NOT_FIT and line.change is None,
        rules=tuple((fitting.answer_tag(each), fitting.rule_in_words(each, facts)) for each in line.rules),
        steps=tuple(_steps(actor, line, facts)),
    )


def _steps(actor: Actor, line: LineJudged, facts: WhatFits) -> list[Link]:
    """Of a line that fits, or does not: what may fit has its questions beside it."""
    if line.verdict is not Verdict.DOES_NOT_FIT:
        return ways_on(actor, line, facts) if line.verdict is Verdict.FITS else []
    failing = [each.fact for judged in line.rules if judged.answer is Answer.FAILS for each in judged.rule.any_of]
    return [Link(_("Put right what is known"), each.href) for each in ways_to_record(actor, failing, facts)[:1]]


def _tags(line: LineJudged) -> list[Tag]:
    wanted = [Tag(_("Meets what they asked for"), "blue")] if line.wanted else []
    return wanted + ([Tag(_("Last resort"), "grey")] if line.last_resort else [])
