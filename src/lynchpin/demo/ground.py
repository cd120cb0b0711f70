"""What stands before anyone is helped: the reference pack, the region's areas and postcodes, agreements with partners."""

from __future__ import annotations

from datetime import date, timedelta

from lynchpin.demo.machine import machine
from lynchpin.kernel import clock
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement
from lynchpin.places.use_cases.load_places import load_places
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from lynchpin.reference import Row, open_pack
from lynchpin.site.reference_loading import load_pack
from lynchpin_world import Region

PACK = "cwm-taf"
ASSESSMENT = "DPIA-DEMO-01"
READ = (  # feeds whose agreement is in force; the others are declared, and off until theirs is
    "adult_services",
    "careers",
    "childrens_services",
    "education",
    "engagement",
    "health_visiting",
    "housing",
    "jobcentre",
    "providers",
    "revenues",
)
ENDING_FEED = "health_visiting"  # so that the officer has something to renew
ENDED_FEED = "youth_justice"  # so that a feed that was read, and is no longer, is seen


def lay(region: Region) -> None:
    """Load everything that is defined rather than lived."""
    load_areas(region)
    load_pack(PACK, machine("system-admin"))
    load_postcodes(machine("system-admin"), areas={home.postcode: home.area.code for home in region.homes.values()})


def load_areas(region: Region) -> None:
    """Keep the region's areas, which clusters and zones are sets of."""
    rows = [
        {
            "code": area.code,
            "kind": "lsoa",
            "vintage": 2011,
            "name_en": area.name_en,
            "name_cy": area.name_cy,
            "council_code": area.authority,
            "latitude": area.latitude,
            "longitude": area.longitude,
            "population": area.residents,
        }
        for area in region.areas
    ]
    load_places(machine("system-admin"), areas=rows)


def agree_with_partners(today: date) -> None:
    """Sign an agreement for the feeds that are read; one of them ends soon, and another's has just ended."""
    rows = {row.key: row for row in open_pack(PACK).table("profiles", "feeds")}
    for key in (*READ, ENDED_FEED):
        agree(rows[key], today, ends_on=today + timedelta(days=LASTS.get(key, 400)))


LASTS = {ENDING_FEED: 24, ENDED_FEED: -3}  # days from today
NOT_NAMED = frozenset({"benefit_changed_on", "parent_wellbeing_need"})  # nobody has settled a power to share these


def agree(row: Row, today: date, *, ends_on: date) -> None:
    """One agreement over the columns of a feed."""
    columns = [entry.split("=", 1)[0] for entry in (*row.many("columns"), *row.many("facts"))]
    ours = [column for column in columns if column not in NOT_NAMED]
    sign_agreement(
        machine("data-protection-officer"),
        kind="disclosure",
        partner=row["partner"],
        feed=row.key,
        purposes=["early_help"],
        fields=ours,
        legal_basis=["uk-gdpr-6-1-e"],
        power_to_disclose="Invented for this demo",
        impact_assessment=ASSESSMENT,
        starts_on=today - timedelta(days=300),
        ends_on=ends_on,
        review_on=min(today + timedelta(days=20), ends_on),
        at=clock.now(),
    )
