"""What a record tells for a form: a referral for the referral form; a case for what matters, the plan and its review.

Only the person's own facts are read, and nothing is given out while nobody may be in touch with them: a sheet that tells a
partner to stay away would tell them why, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lynchpin.casework.choices import Permission as Casework
from lynchpin.casework.queries.case import CaseFacts, GoalFact
from lynchpin.casework.queries.case import case_page as case_facts
from lynchpin.desk.paperwork.forms import Words, shared
from lynchpin.desk.paperwork.sheets import Answer, Filled, of_choices
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.frontdoor.queries.referrals import ReferralFacts
from lynchpin.frontdoor.queries.referrals import referral as referral_facts
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.page import read
from lynchpin.people.choices import Channel
from lynchpin.people.queries import SafeContactFact, safe_contacts
from lynchpin.safeguarding.queries import outreach_stopped

OF_CASE = ("assessment", "plan", "review")
PRINTED_LANGUAGES = ("cy", "en")


@read(Frontdoor.READ_REFERRAL)
def filled_referral(actor: Actor, reference: str) -> tuple[ReferralFacts, Filled | Reason]:
    """A referral and its form, or why it may not be printed."""
    facts = referral_facts(actor, reference)
    if facts.resident and outreach_stopped([facts.resident.resident_id]):
        return facts, Reason("sheet_contact_held")
    return facts, Filled(facts.row.reference, _of_referral(facts), _safe_of_referral(actor, facts))


@read(Casework.READ_CASE)
def filled_case(actor: Actor, reference: str, form: str) -> tuple[CaseFacts, Filled | Reason]:
    """A case and one of its forms, or why that may not be printed. Raises `KeyError` for another form."""
    answers_of, facts = ANSWERS[form], case_facts(actor, reference)
    if not facts.told:
        return facts, Reason("sheet_not_told")
    if facts.head.stopped:
        return facts, Reason("sheet_contact_held")
    name = {"name": Answer(facts.head.name), "worker": Answer(facts.head.worker or facts.head.lead)}
    return facts, Filled(facts.head.reference, name | answers_of(facts), _safe_of_case(facts))


def _of_referral(facts: ReferralFacts) -> dict[str, Answer]:
    told, person = facts.told, facts.resident
    reached = person or told  # what is known by now; a protected address is empty there
    said = told.language if told.language in PRINTED_LANGUAGES else ""
    agrees = {True: "yes", False: "no", None: ""}[True if told.for_self else told.agrees]
    return {
        "name": Answer(person.name if person else told.name),
        "birth_date": Answer(on=person.birth_date if person else told.birth_date),
        "language": Answer(ticked=frozenset({told.language})),
        "phone": Answer(reached.phone),
        "email": Answer(reached.email),
        "address": Answer(", ".join(filter(None, (reached.address, reached.postcode)))),
        "channels": Answer(ticked=frozenset(told.safe_contact.get("channels", ()))),
        "when": Answer(told.safe_contact.get("when", "")),
        "must_not_know": Answer(told.safe_contact.get("must_not_know", "")),
        "needs": Answer(ticked=frozenset(told.needs)),
        "in_their_words": Answer(told.in_their_words, said),
        "what_was_tried": Answer(told.what_was_tried),
        "urgency": Answer(ticked=frozenset({facts.row.urgency})),
        "agrees": Answer(ticked=frozenset({agrees})),
        "sent_by": Answer(", ".join(filter(None, (told.by, told.from_organisation)))),
        "sent_on": Answer(on=facts.row.received_on),
    }


def _assessment(facts: CaseFacts) -> dict[str, Answer]:
    """The newest conversation; an empty form where there has been none."""
    if not facts.conversations:
        return {}
    talk = facts.conversations[0]
    said = talk.language if talk.language in PRINTED_LANGUAGES else ""
    headings = ("strengths", "outcomes", "circumstances", "barriers", "risks")
    return {name: Answer(getattr(talk, name), said) for name in headings} | {
        "held_on": Answer(on=talk.held_on),
        "talk_language": Answer(ticked=frozenset({talk.language})),
        "talk_by": Answer(talk.by),
    }


def _plan(facts: CaseFacts) -> dict[str, Answer]:
    if facts.plan is None:
        return {}
    rows = tuple((goal.in_their_words, goal.first_step, "", str(goal.latest)) for goal in facts.plan.goals)
    return _plan_head(facts) | {"review_on": Answer(on=facts.plan.review_on), "plan_goals": Answer(rows=rows)}


def _review(facts: CaseFacts) -> dict[str, Answer]:
    """The plan in force with the ratings so far; today's numbers and words are for the conversation."""
    if facts.plan is None:
        return {}
    return _plan_head(facts) | {"review_goals": Answer(rows=tuple(_rated(goal) for goal in facts.plan.goals))}


def _rated(goal: GoalFact) -> tuple[str, ...]:
    return goal.in_their_words, str(goal.start), f"{goal.latest} ({goal.latest_on:%d/%m/%Y})", ""


def _plan_head(facts: CaseFacts) -> dict[str, Answer]:
    assert facts.plan is not None  # noqa: S101  (asked by both of its callers)
    return {"plan_edition": Answer(str(facts.plan.edition)), "agreed_on": Answer(on=facts.plan.agreed_on)}


ANSWERS: Mapping[str, Callable[[CaseFacts], dict[str, Answer]]] = dict(
    zip(OF_CASE, (_assessment, _plan, _review), strict=True)
)


def _safe_of_case(facts: CaseFacts) -> tuple[Words, ...]:
    if facts.reaching is None:
        return (shared()["safe_hidden"],)
    return _safe(facts.reaching.safe_contact)


def _safe_of_referral(actor: Actor, facts: ReferralFacts) -> tuple[Words, ...]:
    """As the person last said; as it was told with the referral while nobody has asked them since."""
    if not actor.shows("F2"):
        return (shared()["safe_hidden"],)
    key = facts.resident.resident_id if facts.resident else 0
    asked = safe_contacts(actor, [key]).get(key) if key else None
    return _safe(asked) if asked or not facts.told.safe_contact else (shared()["safe_blank"],)


def _safe(asked: SafeContactFact | None) -> tuple[Words, ...]:
    words = shared()
    if asked is None:
        return (words["safe_unasked"],)
    if not asked.channels:
        return (words["safe_none"],)
    lines = [_with("safe_ways", ways=_ways(asked.channels))]
    lines += [_with("safe_when", when=_plainly(asked.when))] if asked.when else []
    lines += [words["safe_voicemail"]] if Channel.PHONE in asked.channels and not asked.voicemail_ok else []
    lines += [words["safe_discreet"]] if asked.letters_discreet else []
    lines += [_with("safe_not_know", who=_plainly(asked.must_not_know))] if asked.must_not_know else []
    return tuple(lines)


def _ways(channels: tuple[str, ...]) -> Words:
    labels = of_choices(Channel)
    return Words(*(", ".join(labels[each].said(language) for each in channels) for language in ("en", "cy")))


def _plainly(said: str) -> Words:
    return Words(said.rstrip("."), said.rstrip("."))


def _with(key: str, **holes: Words) -> Words:
    told = shared()[key]
    return Words(
        told.en.format(**{name: words.en for name, words in holes.items()}),
        told.cy.format(**{name: words.cy for name, words in holes.items()}),
    )
