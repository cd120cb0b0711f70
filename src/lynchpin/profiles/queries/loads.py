"""How far a file that is being loaded in the background has come."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.models import Job
from lynchpin.kernel.page import read
from lynchpin.profiles.choices import Permission


@dataclass(frozen=True, slots=True)
class Loading:
    """`extract` is the reference of what was loaded, once it was; `failed` when the file was refused."""

    finished: bool
    failed: bool
    extract: str


@read(Permission.LOAD_FEED)
def loading(actor: Actor, job: str) -> Loading:
    """A background load that the actor started. Raises `NotFound`."""
    found = Job.objects.filter(reference=job, started_by=actor.staff_id).first()
    if found is None:
        raise NotFound("kernel.Job")
    return Loading(found.state == "done", found.state == "failed", found.result.get("extract", ""))
