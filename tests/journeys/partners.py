"""Partners' files about a few streets, as the synthetic region writes them: with the faults that real ones have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lynchpin.kernel import clock
from lynchpin.places.models import ClusterArea
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from lynchpin.profiles.feeding import take_in
from lynchpin_world import Region, grow
from lynchpin_world.feeds.workspace import write_workspace
from lynchpin_world.packs import areas
from tests.journeys.given import colleague
from tests.world.staff import machine

PEOPLE, SEED = 250, 3  # with this seed one family of each cluster needs help, and some homes are outside every cluster


def files_about(cluster: str, folder: Path) -> dict[str, Path]:
    """Feed -> its file, about streets of one cluster and a street outside all of them. Their postcodes are known."""
    region = streets(cluster)
    write_workspace(region, folder, lambda _: None)
    load_postcodes(machine("system-admin"), areas={home.postcode: home.area.code for home in region.homes.values()})
    return {file.stem: file for file in sorted((folder / "extracts").iterdir())}


def streets(cluster: str) -> Region:
    inside = set(ClusterArea.unscoped.filter(cluster_id=cluster).values_list("area_id", flat=True))
    here = sorted((area for area in areas() if area.code in inside), key=lambda area: area.code)
    outside = [area for area in areas() if not area.cluster][:1]
    return grow(PEOPLE, SEED, areas=[*here, *outside], as_at=clock.today())


def load(files: Mapping[str, Path], feeds: Sequence[str]) -> None:
    """The administrative officer has loaded these feeds' files today."""
    for feed in feeds:
        take_in(colleague("admin-officer"), feed=feed, path=files[feed], as_at=clock.today(), at=clock.now())
