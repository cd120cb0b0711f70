"""Loads a reference pack into every room that keeps a part of it, in the order of the rooms."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotPermitted
from lynchpin.organisations.models import Staff
from lynchpin.organisations.policy import POLICY
from lynchpin.reference import open_pack
from lynchpin.site.commands import acting_as


def loader(email: str = "") -> Actor:
    """Who answers for a load: the named account, or, while nobody works here yet, the administrator to come.

    Raises `NotPermitted` when no account is named although there are some.
    """
    if email:
        return acting_as(email, "framework.load_framework")
    if Staff.unscoped.exists():
        raise NotPermitted("framework.load_framework")
    return Actor(role="system-admin", grants=POLICY["system-admin"], on=clock.today())


def load_pack(name: str, actor: Actor) -> dict[str, dict[str, int]]:
    """Room -> counts of rows added, changed and unchanged."""
    pack = open_pack(name)
    rooms = [room for room in settings.ROOMS if find_spec(f"lynchpin.{room}.loading")]
    return {room: _counts(import_module(f"lynchpin.{room}.loading").load(pack, actor)) for room in rooms}


def _counts(told: dict[str, int] | int) -> dict[str, int]:
    return {"kept": told} if isinstance(told, int) else dict(told)
