"""What may be done with a referral, as links or as the sentence that says why not now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Link
from lynchpin.frontdoor.queries.referrals import ReferralFacts
from lynchpin.kernel.reasons import sentence

# the likeliest first: what was asked is answered before anything else is chosen
LABELS: dict[str, Callable[[], str]] = {
    "screen_referral": lambda: _("Say who it is about"),
    "answer_brokering": lambda: _("Record what the provider said"),
    "give_answer_link": lambda: _("Give the provider a link to answer by"),
    "withdraw_brokering": lambda: _("Take the question back"),
    "finish_brokering": lambda: _("Say how the provider’s help ended"),
    "resume_clock": lambda: _("Let the clock run again"),
    "answer_referral": lambda: _("Give advice"),
    "broker_referral": lambda: _("Ask a provider to help"),
    "route_referral": lambda: _("Pass to a lead worker"),
    "pass_on_referral": lambda: _("Pass to a statutory service"),
    "return_referral": lambda: _("Send it back to the centre"),
    "bring_back_referral": lambda: _("They are back: bring it back to the front door"),
    "record_persons_no": lambda: _("The person said no"),
    "leave_open_offer": lambda: _("Leave an open offer"),
    "pause_clock": lambda: _("Stop the clock for a while"),
    "close_referral": lambda: _("They moved away, died, or got help elsewhere"),
    "void_referral": lambda: _("Set it aside: a mistake, or the same as another"),
}
SELDOM = ("pause_clock", "close_referral", "void_referral")  # folded away, so that the usual ones are found at once
# whose refusal is worth a sentence on the page; the rest are simply not offered
DECISIONS = ("route_referral", "broker_referral", "answer_referral", "pass_on_referral")


def action_links(facts: ReferralFacts) -> list[Link]:
    """What is usually done next and may be done now, the likeliest first."""
    return _links(facts, [phrase for phrase in LABELS if phrase not in SELDOM])


def seldom_links(facts: ReferralFacts) -> list[Link]:
    """What may be done now, and seldom is."""
    return _links(facts, SELDOM)


def _links(facts: ReferralFacts, phrases: Iterable[str]) -> list[Link]:
    can, place = {action.phrase for action in facts.actions if not action.why_not}, facts.row.reference
    return [Link(LABELS[phrase](), reverse(f"frontdoor:{phrase}", args=[place])) for phrase in phrases if phrase in can]


def not_now(facts: ReferralFacts) -> list[tuple[str, str]]:
    """Decisions that may not be taken now, gathered under each reason why."""
    cannot: dict[str, list[str]] = {}
    for action in facts.actions:
        if action.why_not and action.phrase in DECISIONS:
            cannot.setdefault(sentence(action.why_not), []).append(LABELS[action.phrase]())
    return [(", ".join(labels), why) for why, labels in cannot.items()]


def why_not_now(facts: ReferralFacts, phrase: str) -> str:
    """Why an action that may ever be done cannot be done now, in a sentence; empty where it can."""
    return next((sentence(each.why_not) for each in facts.actions if each.phrase == phrase and each.why_not), "")
