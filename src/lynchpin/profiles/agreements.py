"""Which agreement covers a feed on a day; without one in force no file is loaded and no run reads what was."""

from __future__ import annotations

from datetime import date

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.organisations.choices import Purpose
from lynchpin.organisations.queries import agreement_in_force
from lynchpin.organisations.queries.agreements import AgreementInForce


def agreement_covering(feed: str, on: date) -> AgreementInForce:
    """The agreement in force for a feed. Raises `Refused` when it is missing, not started, expired or revoked."""
    found = agreement_in_force(feed, on)
    if isinstance(found, Reason):
        raise Refused(found)
    return found


def agreement_for_profiling(feed: str, on: date) -> AgreementInForce | None:
    """The agreement under which a run may read a feed: one in force that names early help among its purposes."""
    found = agreement_in_force(feed, on)
    return found if isinstance(found, AgreementInForce) and Purpose.EARLY_HELP in found.purposes else None


def was_ever_agreed(feed: str, on: date) -> bool:
    """Whether a feed is part of profiling here at all: a partner once agreed to it, even if that ended or was revoked."""
    found = agreement_in_force(feed, on)
    return isinstance(found, AgreementInForce) or found.code != "agreement_missing"
