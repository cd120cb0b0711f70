"""What an assignment may reach, in words. Clusters and zones belong to a later room, which offers their names when it starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lynchpin.kernel.actor import Actor

Names = Callable[[Actor], Sequence[tuple[str, str]]]

_names: dict[str, Names] = {}


def offer(kind: str, names: Names) -> None:
    """Let `names(actor)` give the (key, name) pairs of one kind of reach, in the active language."""
    _names[kind] = names


def choices(actor: Actor, kind: str) -> list[tuple[str, str]]:
    """The (key, name) pairs of a kind; none where no room has offered it."""
    return list(_names[kind](actor)) if kind in _names else []


def names(actor: Actor) -> dict[tuple[str, str], str]:
    """(kind, key) -> name, for every kind offered."""
    return {(kind, key): name for kind in _names for key, name in choices(actor, kind)}
