"""Load which small area each postcode lies in."""

from __future__ import annotations

from collections.abc import Mapping

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import use_case
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import PostcodeArea
from lynchpin.places.postcodes import compact

AT_ONCE = 1000  # rows a statement: Wales has 140,000 postcodes


@use_case(Permission.LOAD_POSTCODES)
def load_postcodes(actor: Actor, *, areas: Mapping[str, str]) -> dict[str, int]:
    """Keep postcode -> small-area code, in any written form. Gives counts: added, changed, unchanged."""
    written = {compact(postcode): area for postcode, area in areas.items()}  # one form, whatever the file's
    kept = dict(PostcodeArea.objects.visible_to(actor).values_list("postcode", "area_code"))
    fresh = [
        PostcodeArea(postcode=postcode, area_code=area) for postcode, area in written.items() if postcode not in kept
    ]
    moved = {postcode: area for postcode, area in written.items() if kept.get(postcode, area) != area}
    PostcodeArea.objects.bulk_create(fresh, batch_size=AT_ONCE)
    _move(actor, moved)
    counts = {"added": len(fresh), "changed": len(moved), "unchanged": len(written) - len(fresh) - len(moved)}
    audit.record(Verb.POSTCODES_LOADED, None, **counts)
    return counts


def _move(actor: Actor, moved: Mapping[str, str]) -> None:
    """Put postcodes that are kept into other areas."""
    wanted = sorted(moved)
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        for row in PostcodeArea.objects.visible_to(actor).filter(postcode__in=some).order_by("postcode"):
            row.area_code = moved[row.postcode]
            row.store("area_code")
