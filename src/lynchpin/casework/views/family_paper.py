"""The family assessment on paper: every heading in both languages, the family's words in theirs."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.families.team import AssessmentFact, FamilyTeamFacts, family_team_page
from lynchpin.kernel.page import Request, page, show


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the paper: its heading in both languages, and what is under it."""

    english: str
    welsh: str
    text: str
    lang: str = ""


@page(Permission.READ_FAMILY_TEAM, opens="family team", action="print")
def family_paper_page(request: Request, reference: str) -> HttpResponse:
    facts = family_team_page(request.actor, reference)
    if facts.assessment is None:
        raise Http404
    said = facts.assessment.language if facts.assessment.language in ("en", "cy") else ""
    return show(
        request,
        "casework/family_paper.html",
        facts=facts,
        title=_part(_("Family assessment"), ""),
        parts=[part for part in _parts(facts, facts.assessment, said) if part.text],
        plan=_part(_("Our plan"), ""),
        headings=[_part(words, "") for words in (_("What"), _("Who"), _("By"))],
        actions=[each for each in facts.actions if each.status != "stopped"],
        signed=[_part(words, "") for words in (_("Signed by the family"), _("Signed by the lead professional"))],
    )


def _parts(facts: FamilyTeamFacts, told: AssessmentFact, said: str) -> list[Part]:
    family = [(f"{kin.name} ({kin.age})" if kin.age is not None else kin.name) for kin in facts.family]
    return [
        _part(_("Who the family is"), ", ".join(family)),
        _part(_("When, and with whom"), f"{told.held_on:%d/%m/%Y}, {told.by}"),
        _part(_("Lead professional"), facts.lead),
        _part(_("What is going well, and who helps"), told.strengths, said),
        _part(_("What we would like to be different"), told.hopes, said),
        _part(_("What is hard at the moment"), told.hard_now, said),
        _part(_("What help we would like"), told.help_wanted, said),
        *(Part(voice.name, voice.name, voice.words, said) for voice in told.voices),
        _part(_("Who has agreed"), ", ".join(kin.name for kin in facts.family if kin.answer == "yes")),
    ]


def _part(heading: Promise | str, text: str, lang: str = "") -> Part:
    found = []
    for language in ("en", "cy"):
        with translation.override(language):
            found.append(str(heading))
    return Part(found[0], found[1], text, lang)
