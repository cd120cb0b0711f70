"""End cover: sight that was lent ends before its time, because the colleague is back or the record has gone elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import F

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.people.choices import Verb
from lynchpin.people.models import COVER, Involvement


@part
def end_cover(
    actor: Actor, *, references: Sequence[str], holder_ids: Sequence[int], on: date, lent_until: date | None = None
) -> int:
    """End what was lent to these colleagues for these records: from this day on it gives no sight. Gives how many there were.

    With `lent_until` only what was lent until that day ends, and what was lent for another time stays.
    """
    lent = Involvement.unscoped.filter(room=COVER, reference__in=references, holder_id__in=holder_ids, ended_on__gte=on)
    those = lent if lent_until is None else lent.filter(ended_on=lent_until)
    ended = those.update(ended_on=on - timedelta(days=1), version=F("version") + 1)
    audit.record(Verb.COVER_ENDED, None, references=list(references), ended=ended)
    return ended
