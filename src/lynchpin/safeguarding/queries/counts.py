"""How many concerns are open about somebody: a count for whoever leads their worker, and nothing of what was said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lynchpin.people.queries.briefs import current_ids
from lynchpin.safeguarding.choices import ConcernStatus
from lynchpin.safeguarding.models import Concern


def open_concerns(resident_ids: Iterable[int]) -> dict[int, int]:
    """Open concerns about each of the residents, without those about a colleague's own position of trust.

    The asker has seen the residents; the number alone leaves the restricted store.
    """
    people = current_ids(resident_ids)
    if not people:
        return {}
    about = Concern.unscoped.exclude(status=ConcernStatus.CLOSED).filter(position_of_trust=False)
    residents = list(about.filter(resident_id__isnull=False).values_list("resident_id", flat=True))
    merged = current_ids(residents)
    counted = Counter(merged.get(resident_id, resident_id) for resident_id in residents)
    return {resident_id: counted[person] for resident_id, person in people.items()}
