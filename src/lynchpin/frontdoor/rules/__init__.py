"""Pure answers of the front door: what may follow what, by when, to whom, and when somebody is left in peace."""

from lynchpin.frontdoor.rules.clocks import DECIDE_WITHIN, Clock, Dated, decide_by, holding, read_on
from lynchpin.frontdoor.rules.matrix import (
    RELEASE_PER_CLUSTER,
    REVIEWED,
    Cell,
    Suggested,
    release,
    route_for,
    urgency_of,
    why_not_decide,
)
from lynchpin.frontdoor.rules.moves import ENDS, STANDING, TOO_EARLY, TRANSITIONS, WAITING, why_not_move
from lynchpin.frontdoor.rules.owners import Owners, own_status, owner_for, parted
from lynchpin.frontdoor.rules.peace import (
    APPROACHES,
    APPROACHES_WITHIN,
    NO_HOLDS_FOR,
    Answerable,
    Standing,
    asked,
    may_be_told,
    why_not_approach,
)

__all__ = [
    "APPROACHES",
    "APPROACHES_WITHIN",
    "DECIDE_WITHIN",
    "ENDS",
    "NO_HOLDS_FOR",
    "RELEASE_PER_CLUSTER",
    "REVIEWED",
    "STANDING",
    "TOO_EARLY",
    "TRANSITIONS",
    "WAITING",
    "Answerable",
    "Cell",
    "Clock",
    "Dated",
    "Owners",
    "Standing",
    "Suggested",
    "asked",
    "decide_by",
    "holding",
    "may_be_told",
    "own_status",
    "owner_for",
    "parted",
    "read_on",
    "release",
    "route_for",
    "urgency_of",
    "why_not_approach",
    "why_not_decide",
    "why_not_move",
]
