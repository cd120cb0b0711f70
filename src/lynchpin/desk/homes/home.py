"""What a home is made of: sections, each a few people or things to act on, some numbers, or a sentence that says all is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.forms import BaseForm

from lynchpin.face.parts import Link, Meter, Tag, Text, Tile
from lynchpin.kernel.actor import Actor

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Press:
    """A button that changes something at once; `form` has hidden fields only."""

    label: Text
    url: str
    form: BaseForm
    kind: str = "secondary"


@dataclass(frozen=True, slots=True)
class Item:
    """One person or thing to act on: who, what to know first, and the one tap that acts. `also` leads to what is done less often."""

    label: Text
    url: str = ""
    tag: Tag | None = None
    lines: tuple[Text, ...] = ()
    action: Link | None = None
    presses: tuple[Press, ...] = ()
    also: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a home. `empty` is the sentence for when there is nothing; `urgent` that nothing may be taken for it."""

    key: str
    title: Text
    items: tuple[Item, ...] = ()
    empty: Text = ""
    tiles: tuple[Tile, ...] = ()
    meters: tuple[Meter, ...] = ()
    act: Link | None = None
    more: Link | None = None
    urgent: bool = False

    @property
    def is_short(self) -> bool:
        """Whether its things have nothing to them but a name and a tag, so that they stand under one another as lines."""
        return not any(item.lines or item.action or item.presses or item.also for item in self.items)

    @property
    def says_empty(self) -> bool:
        """Whether the sentence for nothing is to be said: there is one, and neither things nor bars to show."""
        return bool(self.empty) and not (self.items or self.meters)


@dataclass(frozen=True, slots=True)
class Home:
    """A role's home. Sections `beside` stand side by side where the screen is wide enough.

    Those `first` stand before everything; a home that `watches` asks for them again by itself where scripts run.
    """

    sections: tuple[Section, ...] = ()
    beside: tuple[Section, ...] = ()
    first: tuple[Section, ...] = ()
    watches: bool = False


Make = Callable[[Actor, datetime], tuple[Section, ...]]
Part = tuple[str, Make]  # the permission that the part asks for, and what makes it


def sections_of(parts: tuple[Part, ...], actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The sections that this actor may ask for, in the order given."""
    return tuple(section for permission, make in parts if actor.may(permission) for section in make(actor, now))
