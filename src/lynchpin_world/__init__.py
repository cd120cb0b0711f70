"""A synthetic region with known truth, grown from a seed.

Pure: the same arguments give the same people, extracts and service history on every machine. Nobody in it is
real, and no identifier in it can be.
"""

from lynchpin_world.feeds.extracts import extracts
from lynchpin_world.growth import grow
from lynchpin_world.region import Region
from lynchpin_world.service.history import history

__all__ = ["Region", "extracts", "grow", "history"]
