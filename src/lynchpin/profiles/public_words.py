"""The public record in words: the sections of the United Kingdom's Algorithmic Transparency Recording Standard, filled from facts.

Source of the order: the ATRS template, version 3 (tier 1, and tier 2 in parts 1 to 5), as the government publishes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lynchpin.profiles.choices import AssessmentState
from lynchpin.profiles.editions import catalogue
from lynchpin.profiles.log_words import log_lines
from lynchpin.profiles.queries.public import PublicAssessment, PublicFeed, PublicRecord, PublicRun
from lynchpin.profiles.scoring_words import RULES, domain_label, factor_label, points, said

Answer = tuple[str, tuple[str, ...]]  # what is asked, and its answers


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the record. `key` stays the same in every language, so that files can be compared."""

    key: str
    title: str
    answers: tuple[Answer, ...]


def sections(record: PublicRecord) -> tuple[Section, ...]:
    """The whole record in the active language, in the order of the standard; the change log is its last part."""
    return (
        Section("tier_1", _("In short"), _in_short(record)),
        Section("owner", _("Who answers for it"), _owner(record)),
        Section("rationale", _("What it is for"), _rationale(record)),
        Section("decisions", _("How decisions are made"), _decisions(record)),
        Section("tool", _("How it works"), _tool(record)),
        Section("data", _("What it reads"), _data(record)),
        Section("risks", _("Risks, and what is done about them"), _risks(record)),
        Section("changes", _("What changed"), _log(record)),
    )


def in_words(day: date) -> str:
    return str(date_format(day, "j F Y"))


def council() -> str:
    return str(settings.COUNCIL_NAME["cy" if (get_language() or "").startswith("cy") else "en"])


def _in_short(record: PublicRecord) -> tuple[Answer, ...]:
    does = _(
        "It counts facts that agencies already recorded about a family, under written agreements, and suggests to a reviewer families "
        "who might like help. It decides nothing, writes to nobody and opens no case."
    )
    return (
        (_("Name"), (_("Profiling of vulnerability and resilience for early help"),)),
        (_("What it does"), (does,)),
        (_("How it stands"), (_standing(record),)),
        (_("Whom to ask"), (_("The council’s data protection officer."),)),
    )


def _standing(record: PublicRecord) -> str:
    if record.stopped_since:
        return _("Profiling is stopped since %(day)s.") % {"day": in_words(record.stopped_since)}
    if not record.runs:
        return _("It is being prepared: no run has been approved.")
    return _("In use. The newest run was approved on %(day)s.") % {"day": in_words(record.runs[0].approved_on)}


def _owner(record: PublicRecord) -> tuple[Answer, ...]:
    return (
        (_("Organisation"), (council(),)),
        (_("Team"), (_("Early help"),)),
        (_("Who approves a run"), record.approvers),
        (_("Who may stop it"), record.stoppers),
        (_("Supplier"), (_("None. The software is open, and the council runs it itself."),)),
    )


def _rationale(record: PublicRecord) -> tuple[Answer, ...]:
    purposes = tuple(dict.fromkeys(purpose for each in record.assessments if _holds(each) for purpose in each.purposes))
    benefit = _("Families who have not asked are offered help before things get harder.")
    instead = _(
        "Waiting until families ask or are referred goes on beside it. Learning from past decisions was not chosen: what was decided "
        "about families before would be repeated."
    )
    return (
        (_("What it may be used for"), purposes or (_("Nothing at present: no impact assessment is in force."),)),
        (_("What good it is meant to do"), (benefit,)),
        (_("What else was thought of"), (instead,)),
    )


def _holds(each: PublicAssessment) -> bool:
    return each.state in (AssessmentState.IN_FORCE, AssessmentState.REVIEW_SOON)


def _decisions(record: PublicRecord) -> tuple[Answer, ...]:
    human = _(
        "A named reviewer opens each family, reads the facts, their sources and dates, and agrees, raises, lowers or rejects, with a "
        "reason. Families are decided one at a time."
    )
    appeal = _(
        "A person may ask what was held, say that a fact is wrong, and object to profiling. A contested fact goes to whoever "
        "recorded it, who answers within a month; the person is told."
    )
    no = _("A person’s no needs no reason, counts as no mark against them, and ends suggestions for 12 months.")
    return (
        (_("Who decides"), record.reviewers),
        (_("What they do"), (human,)),
        (_("How to contest it"), (appeal, no)),
    )


def _tool(record: PublicRecord) -> tuple[Answer, ...]:
    held = record.scoring
    kind = _("Points added up by written rules, the same for everyone. Nothing is learnt from anybody’s decisions.")
    edition = _("Edition %(number)s") % {"number": held.number} if held.number else _("The catalogue as it ships")
    counted = [key for key in catalogue() if key in held.factors and held.factors[key].on]
    off = [key for key in catalogue() if key not in counted]
    return (
        (_("Kind of model"), (kind,)),
        (_("Edition in force"), (edition,)),
        (_("What counts"), tuple(_factor(key, held.factors[key].points) for key in counted)),
        (_("What is switched off"), tuple(factor_label(key) for key in off)),
        (_("Rules"), tuple(_rule(str(words), held.rules[name]) for name, words in RULES.items())),
        (_("What never counts"), (_never(),)),
        (_("Runs that were approved"), tuple(map(_run, record.runs))),
    )


def _factor(key: str, most: int) -> str:
    told = {"factor": factor_label(key), "part": domain_label(catalogue()[key].domain), "points": points(most)}
    return f"{_('%(factor)s (%(part)s): at most %(points)s.') % told} {said(catalogue()[key].meaning)}"


def _rule(words: str, value: int) -> str:
    return _("%(rule)s: %(value)s") % {"rule": words, "value": value}


def _never() -> str:
    return _(
        "Ethnicity, religion, nationality, disability, language, the deprivation of an area, rumour, free text, social media and "
        "bought data."
    )


def _run(run: PublicRun) -> str:
    told = {"day": in_words(run.approved_on), "as_at": in_words(run.as_at), "number": run.assessment}
    if run.shown:
        return _("Approved on %(day)s, over what was known on %(as_at)s, under assessment %(number)s.") % told
    return (
        _("Approved on %(day)s, over what was known on %(as_at)s, under assessment %(number)s; withdrawn since.") % told
    )


def _data(record: PublicRecord) -> tuple[Answer, ...]:
    kept = _(
        "A score that led to no action is kept until the next run and no longer. A run’s working files are removed once its answers are "
        "taken in."
    )
    gaps = _(
        "A family of whom too little is known gets no band. Missing feeds are named with each score, and never lower it in silence."
    )
    return (
        (_("Read now"), tuple(_feed(each) for each in record.feeds if each.read_until)),
        (_("Not read"), tuple(_feed(each) for each in record.feeds if not each.read_until)),
        (_("How complete it is"), (gaps,)),
        (_("Who sees a family’s profile"), record.readers),
        (_("How long it is kept"), (kept,)),
    )


def _feed(each: PublicFeed) -> str:
    told = {"feed": each.name, "partner": each.partner}
    if each.read_until is None:
        return _("%(feed)s, from %(partner)s: no agreement is in force.") % told
    often = ngettext("every %(days)s day", "every %(days)s days", each.often) % {"days": each.often}
    told |= {"often": often, "day": in_words(each.read_until)}
    return _("%(feed)s, from %(partner)s, %(often)s; agreed until %(day)s.") % told


def _risks(record: PublicRecord) -> tuple[Answer, ...]:
    return (
        (
            _("Two people taken for one"),
            (_("Each fact is shown with its source, and the first conversation asks rather than tells."),),
        ),
        (
            _("Families who are watched more have more on record"),
            (_("How alike groups are treated is measured for each run."),),
        ),
        (
            _("A reviewer follows the number"),
            (_("No page shows a bare score, and how often reviewers decide otherwise is watched."),),
        ),
        (
            _("The data changes without anybody noticing"),
            (_("A run that differs too much from the one before is frozen until two people have looked."),),
        ),
        (_("Impact assessments"), tuple(map(_assessment, record.assessments))),
    )


def _assessment(each: PublicAssessment) -> str:
    told = {
        "number": each.number,
        "title": each.title,
        "day": in_words(each.decided_on),
        "state": str(each.state.label),
    }
    told["review"] = in_words(each.review_on)
    return _("%(number)s: %(title)s. Decided on %(day)s, review due on %(review)s. %(state)s.") % told


def _log(record: PublicRecord) -> tuple[Answer, ...]:
    return tuple((in_words(each.on), log_lines(each)) for each in record.changes)
