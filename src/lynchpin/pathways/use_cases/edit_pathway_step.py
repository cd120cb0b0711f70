"""Edit a step: a new edition stands in its place from today on, and the one before stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound, Reason, Refused, Stale, refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.pathways.choices import Permission, Verb
from lynchpin.pathways.models import Pathway, PathwayStep, StepTest
from lynchpin.pathways.rules import read_tests

COPIED = ("pathway_id", "number", "role_keys", "provider_keys", "core_offer_keys", "promises", "may_complete", "source")


@use_case(Permission.EDIT_PATHWAY_STEP)
def edit_pathway_step(
    actor: Actor,
    *,
    step: str,
    version: int,
    words: Mapping[str, str],
    entry_tests: Sequence[str],
    exit_tests: Sequence[str],
    at: datetime,
) -> str:
    """Keep a step's next edition; `version` is the edition that was on the screen. Gives the step's key.

    `words` are label, delivered_by and rule with the endings _en and _cy; tests are written as in the reference pack.
    """
    before = _newest(actor, step)
    if before.edition != version:
        raise Stale()
    refuse_if(None if all(text.strip() for text in words.values()) else Reason("step_words_missing"))
    edition = PathwayStep(
        key=f"{step}:{before.edition + 1}",
        step=step,
        edition=before.edition + 1,
        entry_tests=_known(actor, entry_tests),
        exit_tests=_known(actor, exit_tests),
        valid_from=local_date(at),
        valid_to=before.valid_to,
        edited_at=at,
        edited_by=actor.staff_id,
        **words,
        **{name: getattr(before, name) for name in COPIED},
    )
    edition.save()
    audit.record(Verb.PATHWAY_STEP_EDITED, edition, step=step, edition=edition.edition)
    return step


def _newest(actor: Actor, step: str) -> PathwayStep:
    """The newest edition, with its pathway locked: two editions cannot follow the same one."""
    editions = PathwayStep.objects.visible_to(actor).filter(step=step).order_by("-edition")
    if (found := editions.first()) is None:
        raise NotFound("pathways.PathwayStep")
    Pathway.objects.visible_to(actor).select_for_update().find(key=found.pathway_id)
    return editions.first()  # type: ignore[return-value]


def _known(actor: Actor, lines: Sequence[str]) -> list[dict[str, object]]:
    try:
        entries = read_tests(lines)
    except ValueError:
        raise Refused(Reason("step_test_row_unclear")) from None
    asked = {entry[name] for entry in entries for name in ("test", "when")} - {""}
    known = set(StepTest.objects.visible_to(actor).filter(key__in=asked).values_list("key", flat=True))
    if unknown := sorted(asked - known):
        raise Refused(Reason("step_test_row_unknown", test=unknown[0]))
    return entries
