"""Load which small area each postcode lies in."""

from __future__ import annotations

from collections.abc import Mapping

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import PostcodeArea
from lynchpin.places.postcodes import compact


@use_case(Permission.LOAD_POSTCODES)
def load_postcodes(actor: Actor, *, areas: Mapping[str, str]) -> dict[str, int]:
    """Keep postcode -> small-area code, in any written form. Gives counts: added, changed, unchanged."""
    written = {compact(postcode): area for postcode, area in areas.items()}  # one form, whatever the file's
    rows = ({"postcode": postcode, "area_code": area} for postcode, area in written.items())
    counts = keep_keyed(PostcodeArea, rows, by="postcode")
    audit.record(Verb.POSTCODES_LOADED, None, **dict(counts))
    return dict(counts)
