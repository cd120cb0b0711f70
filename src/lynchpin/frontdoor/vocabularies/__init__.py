"""Words of other systems for how far a referral is, both ways, as data: none is lost, and each of ours has one of theirs."""

from lynchpin.frontdoor.vocabularies.casework import CAREDOVE, OPENIMIS, OSCAR, REFER_AND_MONITOR
from lynchpin.frontdoor.vocabularies.referral import BITFOCUS, FINDHELP, HMIS, PRIMERO
from lynchpin.frontdoor.vocabularies.words import Ours, Vocabulary

VOCABULARIES = (FINDHELP, BITFOCUS, PRIMERO, HMIS, REFER_AND_MONITOR, OSCAR, CAREDOVE, OPENIMIS)

__all__ = ["FINDHELP", "VOCABULARIES", "Ours", "Vocabulary"]
