"""Receiving a file as pages, jobs and commands do: read it, load it, and keep a refusal where it is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason, Refused
from lynchpin.profiles import extracts, file_store
from lynchpin.profiles.choices import ExtractState
from lynchpin.profiles.queries.arrivals import arrival
from lynchpin.profiles.queries.settling import extract_to_settle
from lynchpin.profiles.use_cases.accept_extract import accept_extract
from lynchpin.profiles.use_cases.load_feed import load_feed
from lynchpin.profiles.use_cases.refuse_feed import refuse_feed

LEFT = timedelta(days=1)  # no file is read for as long


def receive(actor: Actor, *, feed: str, path: Path, as_at: date, at: datetime, form_key: str = "") -> str:
    """Read a file and load it, to wait until it is accepted. Gives its extract's reference.

    Raises `Refused` after the refusal itself was kept, so that a failed import is seen by others too.
    """
    file_store.sweep((at - LEFT).timestamp())
    waiting = file_store.waiting_path()
    try:
        arrived = arrival(actor, feed, path, as_at, waiting)
        return load_feed(actor, feed=feed, arrival=arrived, as_at=as_at, at=at, form_key=form_key)
    except Refused as no:
        sha256 = extracts.fingerprint(path) if path.is_file() else ""
        reason = no.reason
        refuse_feed(actor, feed=feed, sha256=sha256, as_at=as_at, code=reason.code, params=reason.params, at=at)
        raise
    finally:
        file_store.throw_away(waiting)


def take_in(actor: Actor, *, feed: str, path: Path, as_at: date, at: datetime) -> str:
    """Receive a file and accept it, where nothing stops it. Gives its extract's reference.

    Raises `Refused` as receiving does, and where the file is stopped: it then waits for a second person.
    """
    reference = receive(actor, feed=feed, path=path, as_at=as_at, at=at)
    found = extract_to_settle(actor, reference)
    if found.state == ExtractState.STOPPED:
        raise Refused(Reason("extract_is_stopped", extract=reference))
    if found.state == ExtractState.WAITING:
        accept_extract(actor, reference=reference, version=found.version, at=at)
    return reference
