"""Partners' files about a few streets, as the synthetic region writes them: with the faults that real ones have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.places.models import ClusterArea
from lynchpin.places.use_cases.load_postcodes import load_postcodes
from lynchpin.profiles.feeding import receive
from lynchpin.profiles.models import Extract
from lynchpin.profiles.use_cases.accept_extract import accept_extract
from lynchpin.profiles.use_cases.accept_stopped_extract import accept_stopped_extract
from lynchpin.profiles.use_cases.decline_extract import decline_extract
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
    """The administrative officer has loaded these feeds' files today; the profile owner accepted those that were stopped.

    They are about a few streets where the last ones were about the region: the bounds of a feed see that.
    """
    officer, owner = colleague("admin-officer"), colleague("profile-owner")
    for feed in feeds:
        send_back_what_waits(feed)
        reference = receive(officer, feed=feed, path=files[feed], as_at=clock.today(), at=clock.now())
        settle(officer, owner, reference)


def settle(officer: Actor, owner: Actor, reference: str) -> None:
    """Accept a file, by whom it takes."""
    extract = Extract.unscoped.get(reference=reference)
    seen = {"reference": reference, "version": extract.version, "at": clock.now()}
    if extract.state == "stopped":
        accept_stopped_extract(owner, reason="A few streets only, as agreed with the partner.", **seen)
    else:
        accept_extract(officer, **seen)


def send_back_what_waits(feed: str) -> None:
    for extract in Extract.unscoped.filter(feed_id=feed, state__in=("waiting", "stopped")):
        seen = {"reference": extract.reference, "version": extract.version, "at": clock.now()}
        decline_extract(colleague("admin-officer"), reason="A newer one is here.", **seen)
