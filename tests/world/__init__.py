"""Builds people, cases and plans by calling use cases. One mixin a room; every fixture is a state the service can reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lynchpin.kernel import clock
from lynchpin.organisations.models import Organisation
from tests.world.beginning import Beginning, beginning, standing
from tests.world.casework import CaseworkWorld
from tests.world.families import FamiliesWorld
from tests.world.framework import FrameworkWorld
from tests.world.frontdoor import FrontdoorWorld
from tests.world.notices import NoticesWorld
from tests.world.outcomes import OutcomesWorld
from tests.world.pathways import PathwaysWorld
from tests.world.people import PeopleWorld
from tests.world.places import PlacesWorld
from tests.world.profiles import ProfilesWorld
from tests.world.safeguarding import SafeguardingWorld
from tests.world.scoring import ScoringWorld
from tests.world.staff import StaffWorld


class World(
    OutcomesWorld,
    PathwaysWorld,
    FamiliesWorld,
    CaseworkWorld,
    FrontdoorWorld,
    ScoringWorld,
    ProfilesWorld,
    SafeguardingWorld,
    NoticesWorld,
    PeopleWorld,
    FrameworkWorld,
    PlacesWorld,
    StaffWorld,
):
    """The test world, lowest room last, so that each may build on those before it."""

    beginning: Beginning | None = None  # of the world that is made plainly, for the others to begin with

    def __init__(self, *, plainly: bool = False) -> None:
        if plainly or Organisation.unscoped.exists():  # some tests have a region already
            super().__init__()
            return
        self.beginning = beginning(lambda: World(plainly=True))
        self.beginning.begin()

    def as_rehearsed(self, *models: Any) -> bool:
        """Whether it is the moment of the rehearsal, and none of what a scene would lay down is there."""
        then = self.beginning is not None and self.beginning.moment == clock.now()
        return then and not any(model.unscoped.exists() for model in models)

    def scenes(self) -> dict[str, Callable[[], Any]]:
        """What is rehearsed: much of the suite begins with it."""
        return {
            "waiting case": lambda: self.case().reference,
            "held case": lambda: self.case(worker=self.worker).reference,
            "agreed team": lambda: tuple(row.reference for row in self.agreed_team()),
            "framework": self.framework,
            "pathways": self.pathways,
            "matrix": self.matrix,
        }

    worker, lead_worker, central = standing("worker"), standing("lead_worker"), standing("central")
    cluster_manager, admin_officer = standing("cluster_manager"), standing("admin_officer")
    data_protection_officer = standing("data_protection_officer")
