"""A dwelling is kept once, so that what protects it for one who lives there protects it for all."""

from __future__ import annotations

from lynchpin.people import names
from lynchpin.people.models import Home


def home_at(address: str, postcode: str, area_code: str) -> Home:
    """The home at an address, kept now if it was not known. Without an address a postcode alone is never anybody else's."""
    place = names.postcode(postcode)
    key = names.home_key(address, place) if address else ""
    known = Home.unscoped.filter(key=key).order_by("pk").first() if key else None
    if known is not None:
        return known
    home = Home(address=address, postcode=place, area_id=area_code or None, key=key)
    home.save()
    return home
