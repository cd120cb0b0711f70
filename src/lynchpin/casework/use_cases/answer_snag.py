"""Answer what is missing or does not work: what will be done, where it is already, or why it cannot be."""

from __future__ import annotations

from datetime import datetime

from lynchpin.casework import snag_rules
from lynchpin.casework.choices import Permission, Verb
from lynchpin.casework.models import Snag
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case


@use_case(Permission.ANSWER_SNAG)
def answer_snag(actor: Actor, *, snag_id: int, version: int, answer: str, words: str, at: datetime) -> int:
    """Give one answer to everybody who said so. Gives how many they are."""
    snag = Snag.objects.visible_to(actor).select_for_update().find(pk=snag_id, version=version)
    refuse_if(snag_rules.why_not_answer_snag(snag, words))
    joined = Snag.unscoped.filter(
        joined=snag
    )  # the centre may have joined those of other clusters: they are answered too
    everyone = [snag, *joined.select_for_update().order_by("pk")]
    for each in everyone:
        each.store(*each.take_answer(answer, words, actor.staff_id, at))
    audit.record(Verb.SNAG_ANSWERED, snag, answer=answer, told=len(everyone))
    return len(everyone)
