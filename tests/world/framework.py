"""What tests need of framework, made by its use cases."""

from __future__ import annotations

from functools import cache

from lynchpin.framework.loading import load
from lynchpin.framework.models import CoreOfferLine, Definition, EligibilityRule, Measure
from lynchpin.reference import Pack, open_pack
from tests.world.staff import machine


@cache
def pack() -> Pack:
    """The pack that comes with the service, read once."""
    return open_pack("cwm-taf")


class FrameworkWorld:
    """A world starts without a framework; `world.framework()` loads the whole pack."""

    def framework(self) -> dict[str, int]:
        """Outcomes, priorities, the 19 measures (`OM01`...) and the core-offer lines. Gives the counts of the load."""
        if self.as_rehearsed(Definition, Measure, CoreOfferLine, EligibilityRule):
            return dict(self.beginning.scene("framework"))
        return load(pack(), machine("system-admin"))
