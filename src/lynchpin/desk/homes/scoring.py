"""How factors count, for whoever keeps it: the change that waits, and the way to the catalogue."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.homes.home import Item, Section
from lynchpin.face.parts import Link
from lynchpin.kernel.actor import Actor
from lynchpin.profiles.choices import ScoringState
from lynchpin.profiles.queries.scoring import EditionRow, scoring_history
from lynchpin.profiles.views.scoring import state

WAITING = (ScoringState.DRAFTED, ScoringState.PROPOSED)


def scoring_waiting(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """A change of the scoring that is drafted, or that a second person has to approve."""
    section = Section(
        key="scoring",
        title=_("How factors count"),
        items=tuple(_item(row) for row in scoring_history(actor) if row.state in WAITING),
        empty=_("No change of the scoring waits."),
        more=Link(_("The whole catalogue"), reverse("profiles:scoring")),
    )
    return (section,)


def _item(row: EditionRow) -> Item:
    title = _("Edition %(number)s") % {"number": row.number}
    address = reverse("profiles:scoring_edition", args=[row.number])
    return Item(title, address, state(row), (row.draft_reason,))
