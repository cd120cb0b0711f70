"""Load organisations and programmes from a reference pack; loading again changes only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.choices import Permission, Verb
from lynchpin.organisations.models import Organisation, Programme


@use_case(Permission.LOAD_ORGANISATIONS)
def load_organisations(
    actor: Actor, *, organisations: Sequence[Mapping[str, Any]] = (), programmes: Sequence[Mapping[str, Any]] = ()
) -> dict[str, int]:
    """Keep every row by its key. Gives the counts of rows added, changed and unchanged.

    A programme that is new here and whose first day is known is in use from that day; from then on the service
    decides for itself, with `switch_on_programme`.
    """
    known = set(Programme.objects.visible_to(actor).values_list("key", flat=True))
    fresh = ({"live_from": row.get("valid_from")} | dict(row) if row["key"] not in known else row for row in programmes)
    counts = keep_keyed(Organisation, organisations)
    counts.update(keep_keyed(Programme, fresh))
    audit.record(Verb.ORGANISATIONS_LOADED, None, **dict(counts))
    return dict(counts)
