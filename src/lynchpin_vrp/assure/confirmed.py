"""Need that was confirmed later: who was asked, and what was found. A family that nobody asked is not known, and never counted as a no.

Error rates are therefore of families who were asked. Where mostly flagged families are, the rest are a chosen few (selective labels:
H. Lakkaraju and others, KDD 2017, 275-284), and their rates say little about families that nobody looked at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lynchpin_vrp.assure.measure import Measure
from lynchpin_vrp.assure.reading import YES, take_csv
from lynchpin_vrp.assure.shares import number
from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Engine, Step

COLUMNS = ("feed", "record_id", "on", "confirmed")
FLAGGED = ("amber", "red")


def take_confirmed(engine: Engine, file: Path, after: date) -> list[Measure]:
    """Make `asked_later` (family_id, confirmed) from rows dated after a day, and count the rows that were of no use.

    One yes is enough for a family that was asked more than once. Raises `Refused` where the file's columns are others."""
    if not take_csv(engine, file, "confirmations", COLUMNS):
        raise Refused("confirmed_unreadable")
    engine.take(_placed(after), ASKED_LATER)
    rows = engine.fetch("select came_to, count(*) from placed_confirmations group by came_to order by came_to")
    return [number("confirmations", came_to, rows_there) for came_to, rows_there in rows]


def _placed(after: date) -> Step:
    return Step(
        "find the families that were asked",
        ("confirmations", "persons", "families"),
        "placed_confirmations",
        f"""with read as (select feed, record_id, try_cast("on" as date) as asked_on, {YES.format("confirmed")} as confirmed
                from confirmations)
            select family_id, confirmed, case when asked_on is null or confirmed is null then 'unreadable'
                when family_id is null then 'unknown_record' when asked_on <= date '{after}' then 'before_the_day'
                else 'used' end as came_to
            from read left join persons using (feed, record_id) left join families using (person_id)""",
    )


ASKED_LATER = Step(
    "say what was found of each family",
    ("placed_confirmations",),
    "asked_later",
    "select family_id, bool_or(confirmed) as confirmed from placed_confirmations where came_to = 'used' group by family_id",
)

BANDED = Step(
    "set bands beside what was found",
    ("scores", "asked_later"),
    "banded",
    f"""select family_id, vulnerability_band as band, vulnerability_band in {FLAGGED} as flagged, confirmed
        from scores left join asked_later using (family_id) where vulnerability_band is not null""",
)
NOBODY_ASKED = Step(
    "know of nobody who was asked", (), "asked_later", "select '' as family_id, true as confirmed where false"
)
