"""Teams around families at home: a lead on offer, meetings and reviews that come up, and one's own actions."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.queries.families.due import ActionDue, TeamDue, family_actions_due, family_teams_due
from lynchpin.desk.homes.home import MOST_SHOWN, Item, Section
from lynchpin.desk.homes.words import due_tag
from lynchpin.kernel.actor import Actor


def teams_around_families(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """What this colleague owes to teams around families; nothing while there is nothing."""
    teams = family_teams_due(actor, limit=MOST_SHOWN)
    actions = family_actions_due(actor, limit=MOST_SHOWN)
    items = (*(_team(actor, each) for each in teams), *(_action(actor, each) for each in actions))
    return (Section(key="families-due", title=_("Teams around families"), items=items),) if items else ()


def _team(actor: Actor, due: TeamDue) -> Item:
    tag = due_tag((due.next_on - actor.on).days)
    return Item(_name(due), _address(due.reference), tag, (_line(due),))


def _line(due: TeamDue) -> str:
    if due.offered:
        return _("You are asked to become the lead professional.")
    return _("The first meeting of the team.") if due.first else _("The team looks at the plan again.")


def _name(due: TeamDue) -> str:
    return _("%(name)s (%(reference)s)") % {"name": due.name, "reference": due.reference} if due.name else due.reference


def _action(actor: Actor, due: ActionDue) -> Item:
    line = _("In the plan of %(reference)s.") % {"reference": due.reference}
    return Item(due.what, _address(due.reference), due_tag((due.due_on - actor.on).days), (line,))


def _address(reference: str) -> str:
    return reverse("casework:family_team", args=[reference])
