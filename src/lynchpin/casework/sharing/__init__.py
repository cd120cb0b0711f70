"""Sharing out cases fairly: pure questions and answers, with no record, clock or database behind them.

`share` proposes who could take each case that waits; a person decides. `round_robin` is what it is compared with.
"""

from lynchpin.casework.sharing.facts import CaseToShare, Place, Proposal, Settings, WorkerWithRoom
from lynchpin.casework.sharing.in_turn import round_robin
from lynchpin.casework.sharing.measures import largest_load_ratio, loads_after, travel_km
from lynchpin.casework.sharing.propose import share

__all__ = [
    "CaseToShare",
    "Place",
    "Proposal",
    "Settings",
    "WorkerWithRoom",
    "largest_load_ratio",
    "loads_after",
    "round_robin",
    "share",
    "travel_km",
]
