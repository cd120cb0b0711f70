"""Keep what a received run doubts, in place of what earlier ones did, and note with each decision that the run followed it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.profiles.choices import Verb
from lynchpin.profiles.link_terms import LIVE
from lynchpin.profiles.models import LinkDecision, LinkDoubt, ProfileRun


@part
def keep_doubts(actor: Actor, *, run_reference: str, doubts: Sequence[Mapping[str, Any]], used: Collection[str]) -> int:
    """Ask about the doubts of a run, but for pairs that have an answer. Gives how many are asked.

    Questions of earlier runs that nobody answered are gone; those that were answered stay with their answers.
    """
    run = ProfileRun.objects.visible_to(actor).find(reference=run_reference)
    answered = LinkDecision.objects.visible_to(actor).filter(state__in=LIVE)
    _forget_earlier(actor)
    pairs = set(answered.values_list("pair", flat=True))
    asked = [LinkDoubt(reference=references.draw("Y"), run=run, **each) for each in doubts if each["pair"] not in pairs]
    LinkDoubt.objects.bulk_create(asked, batch_size=500)
    followed = [each for each in answered.order_by("pk") if each.pair in used]
    for decision in followed:
        decision.used_run = run_reference
        decision.store("used_run")
    audit.record(Verb.DOUBTS_KEPT, run, asked=len(asked), followed=len(followed))
    return len(asked)


def _forget_earlier(actor: Actor) -> None:
    """A question with a history is only closed: its answers stay readable."""
    earlier = LinkDoubt.objects.visible_to(actor).filter(is_open=True)
    spoken_of = LinkDecision.objects.visible_to(actor).values("doubt_id")
    for doubt in earlier.filter(pk__in=spoken_of):
        doubt.is_open = False
        doubt.store("is_open")
    unspoken = earlier.exclude(pk__in=spoken_of)
    unspoken._raw_delete(unspoken.db)  # nothing points at them
