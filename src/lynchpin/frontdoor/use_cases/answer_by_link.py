"""Answer by a link, without an account: a provider says whether it can help, about the one question it was asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from lynchpin.frontdoor.choices import LinkPurpose, Permission, Verb
from lynchpin.frontdoor.models import Referral
from lynchpin.frontdoor.queries.links import followed, question_of
from lynchpin.frontdoor.rules import ways_in
from lynchpin.frontdoor.use_cases.answer_brokering import take_answer
from lynchpin.frontdoor.use_cases.send_referral_by_link import spent
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ANSWER_BY_LINK)
def answer_by_link(
    actor: Actor, *, secret: str, answer: str, answered_by: str, at: datetime, starts_on: date | None = None
) -> str:
    """Keep the answer, and with it the link's one use. Gives the brokering's reference. Refused once it was answered or taken back."""
    about = _about(actor, secret)
    holder = replace(actor, reach={"receipt": frozenset({about})})
    referral = Referral.objects.visible_to(holder).select_for_update().find(reference=about)
    link = spent(actor, secret, LinkPurpose.ANSWER, at)
    asked = question_of(holder, link)
    if asked is None:
        raise Refused(ways_in.NOT_USABLE)
    take_answer(holder, referral, asked, answer=answer, answered_by=answered_by, at=at, starts_on=starts_on)
    audit.record(Verb.ANSWERED_BY_LINK, asked, link=link.reference, answer=answer)
    return asked.reference


def _about(actor: Actor, secret: str) -> str:
    """The referral that a link asks about: it is locked before its link, as where a clock that moves takes the link along."""
    link = followed(actor, secret).filter(purpose=LinkPurpose.ANSWER).first()
    if link is None:
        raise Refused(ways_in.NOT_USABLE)
    return link.about_reference
