"""Residents and families: who they are, where they live, how it is safe to reach them, and who must not see them."""

from lynchpin.people.models.contact import ContactHold, SafeContact
from lynchpin.people.models.doubles import MergeProposal, ResidentCheck
from lynchpin.people.models.families import Family, FamilyMember, Identifier
from lynchpin.people.models.homes import Home, Residence, area_at, cluster_of
from lynchpin.people.models.own import OwnRecord
from lynchpin.people.models.residents import (
    COVER,
    READABLE_AFTER_ENDING,
    AboutResidentQuerySet,
    Involvement,
    Resident,
    Restriction,
    SealAccess,
    every_record,
    excluded_from,
    held_by,
    kept_from_family,
    out_of_sight,
    protected_addresses,
    records_asked_once,
    records_of,
    records_of_person,
    same_person,
    same_person_as,
    sealed_from,
)

__all__ = [
    "COVER",
    "READABLE_AFTER_ENDING",
    "AboutResidentQuerySet",
    "ContactHold",
    "Family",
    "FamilyMember",
    "Home",
    "Identifier",
    "Involvement",
    "MergeProposal",
    "OwnRecord",
    "Residence",
    "Resident",
    "ResidentCheck",
    "Restriction",
    "SafeContact",
    "SealAccess",
    "area_at",
    "cluster_of",
    "every_record",
    "excluded_from",
    "held_by",
    "kept_from_family",
    "out_of_sight",
    "protected_addresses",
    "records_asked_once",
    "records_of",
    "records_of_person",
    "same_person",
    "same_person_as",
    "sealed_from",
]
