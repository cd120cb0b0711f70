"""Some of what the run doubted is answered: by one colleague, by two where a child is concerned, and once not at all."""

from __future__ import annotations

from typing import Any

from lynchpin.demo.machine import Colleagues
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.profiles.models import LinkDecision, LinkDoubt
from lynchpin.profiles.use_cases.confirm_link import confirm_link
from lynchpin.profiles.use_cases.decide_link import decide_link
from lynchpin.profiles.use_cases.undo_link import undo_link

TWO_PEOPLE = {"answer": "different", "why": "known", "words": "A colleague knows both of them."}
ONE_PERSON = {"answer": "same", "why": "records", "words": "Read with the tenancy: one person."}
ONE_CHILD = {"answer": "same", "why": "asked", "words": "The school was asked, and confirmed it."}
NOT_SURE = {"answer": "cannot_tell", "why": "too_little", "words": "One side has hardly more than a name."}


def answer_doubts(colleagues: Colleagues) -> None:
    """The centre answers six pairs; a second colleague agrees about one child, and another child's pair waits."""
    centre, other = (colleagues.named(f"{name}@{DOMAIN}") for name in ("central-support", "central-support-2"))
    _answer(centre, TWO_PEOPLE, child=False, joined=False)
    _answer(other, ONE_PERSON, child=False, joined=True)
    _answer(centre, NOT_SURE, child=True, joined=False)
    if (first := _answer(centre, ONE_CHILD, child=True, joined=True)) is not None:
        seen = "Read both records; the school knows one child only."
        confirm_link(other, reference=first.reference, version=first.version, looked_words=seen, at=clock.now())
    _answer(other, ONE_CHILD, child=True, joined=False)
    if (mistaken := _answer(other, ONE_PERSON, child=False, joined=False)) is not None:
        facts: dict[str, Any] = {"reference": mistaken.reference, "version": mistaken.version}
        undo_link(centre, undone_words="The tenancy shows a father and a son.", at=clock.now(), **facts)


def _answer(actor: Actor, told: dict[str, str], *, child: bool, joined: bool) -> LinkDecision | None:
    """The first question of a kind, answered; nothing where the region has none."""
    asked = LinkDoubt.unscoped.filter(is_open=True, child=child, joined=joined).order_by("place", "pk").first()
    if asked is None:
        return None
    reference = decide_link(actor, reference=asked.reference, version=asked.version, at=clock.now(), **told)
    return LinkDecision.unscoped.get(reference=reference)
