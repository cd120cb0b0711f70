"""The rules that route families, for whoever keeps them: the draft that waits, and the way to the matrix."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.homes.home import Item, Section
from lynchpin.face.parts import Link, Tag
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.queries.routing import EditionRow, routing_rules
from lynchpin.kernel.actor import Actor


def rules_drafted(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """A draft that a second person has to agree."""
    drafted = routing_rules(actor).drafted
    items = (_draft(actor, drafted),) if drafted else ()
    section = Section(
        key="routing",
        title=_("Rules that route families"),
        items=items,
        empty=_("No change of the rules is drafted."),
        more=Link(_("All rules and their editions"), reverse("frontdoor:routing_rules")),
    )
    return (section,)


def _draft(actor: Actor, drafted: EditionRow) -> Item:
    opens = actor.may(Permission.AGREE_ROUTING_RULES)
    address = (
        reverse("frontdoor:agree_routing_rules", args=[drafted.number]) if opens else reverse("frontdoor:routing_rules")
    )
    title = _("Edition %(number)s") % {"number": drafted.number}
    return Item(title, address, Tag(_("To be agreed"), "orange"), (drafted.draft_reason,))
