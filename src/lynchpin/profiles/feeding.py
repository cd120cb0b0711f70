"""Taking in a file as pages, jobs and commands do: read it, load it, and keep a refusal where it is refused."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Refused
from lynchpin.profiles import extracts
from lynchpin.profiles.queries.arrivals import arrival
from lynchpin.profiles.use_cases.load_feed import load_feed
from lynchpin.profiles.use_cases.refuse_feed import refuse_feed


def take_in(actor: Actor, *, feed: str, path: Path, as_at: date, at: datetime, form_key: str = "") -> str:
    """Load a file and give its extract's reference.

    Raises `Refused` after the refusal itself was kept, so that a failed import is seen by others too.
    """
    waiting = extracts.waiting_path()
    try:
        arrived = arrival(actor, feed, path, as_at, waiting)
        return load_feed(actor, feed=feed, arrival=arrived, as_at=as_at, at=at, form_key=form_key)
    except Refused as no:
        sha256 = extracts.fingerprint(path) if path.is_file() else ""
        reason = no.reason
        refuse_feed(actor, feed=feed, sha256=sha256, as_at=as_at, code=reason.code, params=reason.params, at=at)
        raise
    finally:
        waiting.unlink(missing_ok=True)
