"""Where one goes on from a line of the core offer: each door leads to the room that owns the fact or the verb."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.queries.what_fits import LineJudged, WhatFits
from lynchpin.face.parts import Link
from lynchpin.framework.eligibility import AGE
from lynchpin.kernel.actor import Actor

LIVES = ("cluster", "zone", "county")
MOST_PROVIDERS = 3


def suggestions_stopped(facts: WhatFits) -> bool:
    """Whether nothing is suggested now: outreach is stopped, or they said no and have not come back of their own accord."""
    return facts.contact_held or (facts.said_no_until is not None and not facts.asked.waiting)


def ways_on(actor: Actor, line: LineJudged, facts: WhatFits) -> list[Link]:
    """For a line that fits: ask its provider, go on along its pathway, or hand over from the case."""
    if suggestions_stopped(facts):
        return []
    found = [*_asking(actor, line, facts), *_walking(actor, line, facts)]
    return found or list(_sending(actor, facts))


def _asking(actor: Actor, line: LineJudged, facts: WhatFits) -> Iterator[Link]:
    if not facts.asked.waiting or not actor.may("frontdoor.broker_referral"):
        return
    for key, name in line.providers[:MOST_PROVIDERS]:
        asked = urlencode({"offer": line.key, "organisation": key})
        url = f"{reverse('frontdoor:broker_referral', args=[facts.asked.waiting])}?{asked}"
        yield Link(_("Ask %(provider)s for it") % {"provider": name}, url)


def _walking(actor: Actor, line: LineJudged, facts: WhatFits) -> Iterator[Link]:
    on = facts.work.pathways.get(line.key)
    if on and on.place:
        words = _("Go on with their place on the pathway: %(pathway)s") % {"pathway": on.name}
        yield Link(words, reverse("pathways:place", args=[on.place]))
    elif on and facts.work.case and actor.may("pathways.start_pathway"):
        words = _("Start the pathway it belongs to: %(pathway)s") % {"pathway": on.name}
        yield Link(words, reverse("pathways:start_pathway", args=[facts.work.case, on.key]))
    if facts.work.case and line.providers and actor.may("pathways.prepare_handover"):
        yield _handing_over(line, facts)


def _handing_over(line: LineJudged, facts: WhatFits) -> Link:
    """A case has one handover at a time; where one provider alone gives the line, the form begins with it."""
    if facts.work.handover:
        url = reverse("pathways:handover", args=[facts.work.handover])
        return Link(_("See the handover that is under way, before another"), url)
    url = reverse("pathways:prepare_handover", args=[facts.work.case])
    asked = f"?{urlencode({'organisation': line.providers[0][0]})}" if len(line.providers) == 1 else ""
    return Link(_("Prepare a handover to whoever gives it"), f"{url}{asked}")


def _sending(actor: Actor, facts: WhatFits) -> Iterator[Link]:
    if facts.asked.waiting and actor.may("frontdoor.read_referral"):
        yield Link(_("Open their referral"), reverse("frontdoor:referral", args=[facts.asked.waiting]))
    elif actor.may("frontdoor.send_referral"):
        yield Link(_("Send a referral to the front door"), reverse("frontdoor:send_referral"))


def ways_to_record(actor: Actor, wanted: Iterable[str], facts: WhatFits) -> list[Link]:
    """Where just these facts are recorded, each door once."""
    reference, asked = facts.person.reference, [fact for fact in wanted if fact not in facts.elsewhere]
    answers = [fact for fact in asked if fact in facts.words]
    doors = [
        (answers, "pathways.answer_offer_questions", "pathways:answer_offer_questions", _("Record the answers")),
        (_any(asked, AGE, "language"), "people.amend_resident", "people:amend_resident", _("Record it on their page")),
        (_any(asked, *LIVES), "people.move_resident", "people:move_resident", _("Record where they live")),
    ]
    return [
        Link(words, _address(name, reference, answers if which is answers else []))
        for which, code, name, words in doors
        if which and actor.may(code)
    ]


def _any(asked: Iterable[str], *facts: str) -> list[str]:
    return [fact for fact in asked if fact in facts]


def _address(name: str, reference: str, asks: list[str]) -> str:
    url = reverse(name, args=[reference])
    return f"{url}?{urlencode([('ask', fact) for fact in asks])}" if asks else url
