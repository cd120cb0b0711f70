"""Loads a reference pack's councils, agencies, providers and programmes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lynchpin.kernel.actor import Actor
from lynchpin.organisations.choices import OrganisationKind
from lynchpin.organisations.use_cases.load_organisations import load_organisations
from lynchpin.reference import Pack, Row

AGENCY_KINDS = {
    "housing_association": OrganisationKind.HOUSING,
    "health_visiting": OrganisationKind.HEALTH,
    "health_service": OrganisationKind.HEALTH,
    "school_nursing": OrganisationKind.HEALTH,
    "voluntary_organisation": OrganisationKind.VOLUNTARY,
    "anchor_organisation": OrganisationKind.VOLUNTARY,
}
SECTOR_KINDS = {
    "council": OrganisationKind.PROVIDER,
    "voluntary": OrganisationKind.VOLUNTARY,
    "health": OrganisationKind.HEALTH,
    "housing_association": OrganisationKind.HOUSING,
}


def load(pack: Pack, actor: Actor) -> dict[str, int]:
    """Gives the counts of rows added, changed and unchanged."""
    councils = [_organisation(row, OrganisationKind.COUNCIL) for row in pack.table("places", "councils")]
    agencies = [_agency(row) for row in pack.table("organisations", "agencies")]
    providers = [_organisation(row, SECTOR_KINDS[row["sector"]]) for row in pack.table("organisations", "providers")]
    funders = {row.key: row for row in pack.table("organisations", "funders")}
    programmes = [_programme(row, funders) for row in pack.table("organisations", "programmes")]
    return load_organisations(actor, organisations=[*councils, *agencies, *providers], programmes=programmes)


def _agency(row: Row) -> dict[str, Any]:
    return _organisation(row, AGENCY_KINDS.get(row.key, OrganisationKind.AGENCY))


def _organisation(row: Row, kind: str) -> dict[str, Any]:
    return _named(row) | {"kind": kind}


def _programme(row: Row, funders: Mapping[str, Row]) -> dict[str, Any]:
    funder = funders.get(row["funder"])
    return _named(row) | {
        "funder_en": funder.label_en if funder else "",
        "funder_cy": funder.label_cy if funder else "",
        "successor_key": next(iter(row.many("successors")), ""),
    }


def _named(row: Row) -> dict[str, Any]:
    dates = {"valid_from": row.valid_from, "valid_to": row.valid_to}
    return {"key": row.key, "name_en": row.label_en, "name_cy": row.label_cy, **dates}
