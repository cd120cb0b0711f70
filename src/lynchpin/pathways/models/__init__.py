"""Records of the room."""

from lynchpin.pathways.models.check_ins import CheckIn
from lynchpin.pathways.models.handovers import Handover
from lynchpin.pathways.models.offer import OfferAnswer
from lynchpin.pathways.models.pathways import Pathway, PathwayMove, PathwayStep, StepTest
from lynchpin.pathways.models.places import Guarantee, Place, PlaceMove, StepAnswer

__all__ = [
    "CheckIn",
    "Guarantee",
    "Handover",
    "OfferAnswer",
    "Pathway",
    "PathwayMove",
    "PathwayStep",
    "Place",
    "PlaceMove",
    "StepAnswer",
    "StepTest",
]
