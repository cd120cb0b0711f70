"""What contacts were for: the person's goal, and the Act's well-being goal that a contact has from it."""

from __future__ import annotations

from collections.abc import Iterable

from lynchpin.casework.models import Goal
from lynchpin.face.context import in_language
from lynchpin.framework.models import Definition
from lynchpin.kernel.actor import Actor


def aims_of(actor: Actor, goal_ids: Iterable[int | None]) -> dict[int, tuple[str, str]]:
    """For each goal its words, and its well-being goal in the active language, empty where it has none."""
    wanted = {goal_id for goal_id in goal_ids if goal_id}
    goals = list(Goal.objects.visible_to(actor).filter(pk__in=wanted)) if wanted else []
    keys = {goal.wellbeing_goal_key for goal in goals} - {""}
    rows = Definition.objects.visible_to(actor).filter(key__in=keys) if keys else ()
    labels = {row.key: in_language({"en": row.label_en, "cy": row.label_cy}) for row in rows}
    return {goal.pk: (goal.in_their_words, labels.get(goal.wellbeing_goal_key, "")) for goal in goals}
