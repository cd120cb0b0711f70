"""How places, handovers and check-ins are said on a page."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face.parts import Tag
from lynchpin.pathways.choices import CheckInState, HandoverState, LeaveReason, PlaceState
from lynchpin.pathways.queries.check_ins import CheckInRow
from lynchpin.pathways.queries.handovers import HandoverRow
from lynchpin.pathways.queries.heads import PlaceRow

PLACE_COLOURS = {
    PlaceState.ON: "teal",
    PlaceState.PAUSED: "yellow",
    PlaceState.LEFT: "grey",
    PlaceState.COMPLETED: "green",
}
HANDOVER_COLOURS = {
    HandoverState.PREPARED: "grey",
    HandoverState.SENT: "yellow",
    HandoverState.ACKNOWLEDGED: "blue",
    HandoverState.MET: "green",
    HandoverState.WAIVED: "green",
    HandoverState.DECLINED: "orange",
    HandoverState.WITHDRAWN: "orange",
}
CHECK_IN_COLOURS = {
    CheckInState.SUSTAINED: "green",
    CheckInState.PARTLY: "teal",
    CheckInState.RELAPSED: "orange",
    CheckInState.NO_REPLY: "yellow",
}


def place_tag(row: PlaceRow) -> Tag:
    """Where somebody stands, at a glance."""
    return Tag(str(PlaceState(row.state).label), PLACE_COLOURS[PlaceState(row.state)])


def handover_tag(row: HandoverRow) -> Tag:
    """How far a handover has come."""
    return Tag(str(HandoverState(row.state).label), HANDOVER_COLOURS[HandoverState(row.state)])


def check_in_tag(row: CheckInRow) -> Tag:
    """What was said, or how long until it is to be asked."""
    if row.state != CheckInState.DUE:
        return Tag(str(CheckInState(row.state).label), CHECK_IN_COLOURS.get(CheckInState(row.state), "grey"))
    if row.days < 0:
        late = ngettext("%(days)s day overdue", "%(days)s days overdue", -row.days)
        return Tag(late % {"days": -row.days}, "red")
    if not row.days:
        return Tag(_("Due today"), "orange")
    coming = ngettext("In %(days)s day", "In %(days)s days", row.days)
    return Tag(coming % {"days": row.days}, "blue")


def why_left(code: str) -> str:
    """Why somebody left, or a handover came back: a code in words, or the words that were written."""
    return str(LeaveReason(code).label) if code in LeaveReason.values else code
