"""How facts of this room read inside a sentence, and where a person is read whole."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from lynchpin.kernel.actor import Actor
from lynchpin.people.choices import Channel

OVERVIEW, MAY_READ_OVERVIEW = "desk:overview", "desk.read_overview"  # a later room's, so by name alone
RECORD = "people:resident"


def ways_in_words(channels: Iterable[str]) -> str:
    """Ways to reach somebody in small letters, as inside a sentence: `phone call, letter`."""
    labels = [str(Channel(each).label) for each in channels]
    return ", ".join(label[:1].lower() + label[1:] for label in labels)


def page_of_person(actor: Actor) -> str:
    """The name of the page on which this actor reads a person: everything on one page, or this room's record."""
    return OVERVIEW if actor.may(MAY_READ_OVERVIEW) else RECORD


def overview_of(actor: Actor, reference: str) -> str:
    """The address of a person's overview; empty for those who may not read it."""
    return reverse(OVERVIEW, args=[reference]) if actor.may(MAY_READ_OVERVIEW) else ""
