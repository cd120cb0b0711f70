"""Brings the front door's part of a reference pack into the service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lynchpin.frontdoor.choices import ClockStep, Route, Urgency
from lynchpin.frontdoor.use_cases.load_frontdoor import load_frontdoor
from lynchpin.kernel.actor import Actor
from lynchpin.reference import Pack, Row

LONG_AGO = date(1900, 1, 1)  # for a rule of which the pack does not say since when it holds

# The pack names clocks by what is done and not by urgency. What is soon is decided in the time that saying "it has come"
# may take; what is urgent is decided the same day.
CLOCKS = (
    ("urgent", ClockStep.DECIDE, Urgency.SAME_DAY),
    ("acknowledge", ClockStep.DECIDE, Urgency.SOON),
    ("decide", ClockStep.DECIDE, Urgency.ROUTINE),
    ("acknowledge", ClockStep.ACKNOWLEDGE, Urgency.ROUTINE),
    ("allocate", ClockStep.ALLOCATE, Urgency.ROUTINE),
    ("first_try", ClockStep.FIRST_TRY, Urgency.ROUTINE),
    ("urgent", ClockStep.ALLOCATE, Urgency.SAME_DAY),
    ("urgent", ClockStep.FIRST_TRY, Urgency.SAME_DAY),
    ("provider_answer", ClockStep.PROVIDER_ANSWER, Urgency.ROUTINE),
)
ROUTES = {
    "no_action": Route.NONE,
    "universal_invite": Route.UNIVERSAL,
    "advice_and_invite": Route.ADVICE,
    "worker_caseload": Route.CASELOAD,
    "worker_priority": Route.PRIORITY,
    "contact_family": Route.FAMILY_CONVERSATION,
    "contact_triage": Route.TRIAGE,
    "contact_review": Route.TRIAGE,
}


def load(pack: Pack, actor: Actor) -> dict[str, int]:
    """Keep the pack's clocks, matrix and facts of customer groups. Gives counts of rows added, changed and unchanged."""
    return load_frontdoor(
        actor,
        clocks=list(clocks(pack)),
        band_routes=list(band_routes(pack)),
        group_facts=list(group_facts(pack)),
    )


def clocks(pack: Pack) -> Iterator[dict[str, Any]]:
    """Clock rules: a row of the pack may stand for several."""
    given = {row.key: row for row in pack.table("frontdoor", "service_clocks")}
    for key, step, urgency in CLOCKS:
        if row := given.get(key):
            name = f"{step}:{urgency}:{key}"
            yield {"key": name, "step": step, "urgency": urgency, "limit": row.whole("limit") or 0} | _dates(row)


def band_routes(pack: Pack) -> Iterator[dict[str, Any]]:
    """Cells of the matrix, in the service's own codes."""
    for row in pack.table("frontdoor", "band_routes"):
        yield {
            "key": row.key,
            "vulnerability_band": row["vulnerability"],
            "resilience_band": row["resilience"],
            "route": ROUTES[row["route"]],
            "listen_first": row.yes("listen_first"),
        } | _dates(row)


def group_facts(pack: Pack) -> Iterator[dict[str, Any]]:
    """Which facts place a family in which customer group."""
    for row in pack.table("frontdoor", "group_facts"):
        yield {"key": row.key, "group_key": row["group"], "factor": row["factor"]} | _dates(row)


def _dates(row: Row) -> dict[str, date | None]:
    return {"valid_from": row.valid_from or LONG_AGO, "valid_to": row.valid_to}
