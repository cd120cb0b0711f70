"""What a home is made of: sections, each a few people or things to act on, some numbers, or a sentence that says all is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from lynchpin.face.parts import Link, Meter, Tag, Text, Tile
from lynchpin.kernel.actor import Actor

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One person or thing to act on: who, what to know first, and the one tap that acts."""

    label: Text
    url: str = ""
    tag: Tag | None = None
    lines: tuple[Text, ...] = ()
    action: Link | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a home. `empty` is the sentence for when there is nothing."""

    key: str
    title: Text
    items: tuple[Item, ...] = ()
    empty: Text = ""
    tiles: tuple[Tile, ...] = ()
    meters: tuple[Meter, ...] = ()
    act: Link | None = None
    more: Link | None = None

    @property
    def says_empty(self) -> bool:
        """Whether the sentence for nothing is to be said: there is one, and neither things nor bars to show."""
        return bool(self.empty) and not (self.items or self.meters)


@dataclass(frozen=True, slots=True)
class Home:
    """A role's home. Sections `beside` stand side by side where the screen is wide enough."""

    sections: tuple[Section, ...] = ()
    beside: tuple[Section, ...] = ()


Make = Callable[[Actor, datetime], tuple[Section, ...]]
Part = tuple[str, Make]  # the permission that the part asks for, and what makes it


def sections_of(parts: tuple[Part, ...], actor: Actor, now: datetime) -> tuple[Section, ...]:
    """The sections that this actor may ask for, in the order given."""
    return tuple(section for permission, make in parts if actor.may(permission) for section in make(actor, now))
