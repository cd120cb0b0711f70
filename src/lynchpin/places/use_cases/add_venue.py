"""Add a place where people meet."""

from __future__ import annotations

from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.places import rules
from lynchpin.places.choices import Permission, Verb
from lynchpin.places.models import Area, Venue


@use_case(Permission.ADD_VENUE)
def add_venue(
    actor: Actor,
    *,
    name_en: str,
    name_cy: str,
    area: str,
    address: str = "",
    postcode: str = "",
    access_notes_en: str = "",
    access_notes_cy: str = "",
) -> str:
    """Keep a venue in a small area. Gives its reference."""
    home = Area.objects.visible_to(actor).select_for_update().find(code=area)
    same = Venue.objects.visible_to(actor).filter(area_id=area, name_en__iexact=name_en)
    refuse_if(rules.why_not_add_venue(name_taken=same.exists()))
    venue = Venue(
        reference=references.draw("V"),
        name_en=name_en,
        name_cy=name_cy,
        area=home,
        address=address,
        postcode=postcode,
        access_notes_en=access_notes_en,
        access_notes_cy=access_notes_cy,
    )
    venue.save()
    audit.record(Verb.VENUE_ADDED, venue, area=area)
    return venue.reference
