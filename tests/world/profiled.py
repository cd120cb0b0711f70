"""Three feeds about a street of families, and one real run over them, made once for all tests."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from lynchpin.profiles.workspaces import RunFeed, make, write_profile

AS_AT = date(2026, 11, 1)  # the catalogue of factors starts in September 2026
FAMILIES = 24
WHO = ("record_id", "forename", "surname", "birth_date", "sex", "address", "postcode", "upn", "updated_on")
TOLD: Mapping[str, tuple[str, ...]] = {
    "education": (
        "attendance",
        "attendance_previous",
        "exclusions",
        "last_exclusion_on",
        "free_meals",
        "term_ended_on",
    ),
    "housing": ("arrears_weeks", "homeless_on", "moves", "last_move_on", "tenancy_started_on", "recorded_on"),
    "childrens_services": ("closed_on", "open_plan", "young_carer", "recorded_on"),
}
FORENAMES = (
    "Aled",
    "Betsan",
    "Cai",
    "Dewi",
    "Elin",
    "Ffion",
    "Gethin",
    "Heledd",
    "Ifan",
    "Jac",
    "Lowri",
    "Macsen",
    "Nia",
)
SURNAMES = ("Abbot", "Bowen", "Craddock", "Dyer", "Eynon", "Fychan", "Griffin", "Hopcyn", "Ithel", "Jarman", "Kendrick")

# One family has much against it, one has an open plan of its own, one lives outside every cluster; the rest have little.
IN_NEED, IN_CARE, OUTSIDE = 0, 1, 2
SEEN = {"updated_on": "2026-05-20"}


def postcode(family: int) -> str:
    return "CF99 9ZZ" if family == OUTSIDE else f"CF40 {family % 10}A{'ABC'[family // 10]}"


def rows(feed: str) -> list[dict[str, Any]]:
    """What each feed says of each family: a parent in housing, a child in education, an involvement in children's services."""
    return [_about(feed, family) for family in range(FAMILIES) if feed != "childrens_services" or family < 12]


# Records that may be of one person or of two. Three children of one birth date and home: triplets, or one child by three names; and
# a grown-up seen in two homes, whose birth dates are a day apart. Only runs about doubts have them.
OF_CHILD = {"surname": "Prydderch", "birth_date": "2015-04-12", "sex": "F"}
DOUBTED: Mapping[str, Sequence[Mapping[str, str]]] = {
    "education": (OF_CHILD | {"record_id": "EDX1", "forename": "Elin"},),
    "childrens_services": (OF_CHILD | {"record_id": "CHX1", "forename": "Eleri"},),
    "housing": (
        OF_CHILD | {"record_id": "HOX3", "forename": "Eluned"},
        {
            "record_id": "HOX1",
            "forename": "Gwenllian",
            "surname": "Pritchard",
            "birth_date": "1981-02-03",
            "sex": "F",
        },
        {
            "record_id": "HOX2",
            "forename": "Gwen",
            "surname": "Pritchard",
            "birth_date": "1981-02-04",
            "sex": "F",
            "address": "1 Y Stryd",
            "postcode": "CF40 7AA",
        },
    ),
}


def doubted_rows(feed: str) -> list[dict[str, Any]]:
    """The street's rows of a feed, and those that are doubtful."""
    home = {"address": "90 Heol y Bont", "postcode": "CF40 5AA", "upn": ""}
    return rows(feed) + [{**home, **each, **SEEN, **FACTS_OF[feed](FAMILIES)} for each in DOUBTED.get(feed, ())]


def _about(feed: str, family: int) -> dict[str, Any]:
    child = feed != "housing"
    person = {
        "record_id": f"{feed[:2].upper()}{family}",
        "forename": FORENAMES[(family * 3 + child) % len(FORENAMES)],
        "surname": SURNAMES[family % len(SURNAMES)],
        "birth_date": f"{2014 if child else 1985}-0{family % 9 + 1}-{family % 19 + 10}",
        "sex": "FM"[family % 2],
        "address": f"{family + 1} Heol y Bont",
        "postcode": postcode(family),
        "upn": f"Q{family:012d}" if child else "",
    }
    return person | SEEN | FACTS_OF[feed](family)


def _education(family: int) -> dict[str, Any]:
    needy = {"attendance": "61", "attendance_previous": "64", "exclusions": "3", "last_exclusion_on": "2026-05-12"}
    usual = {"attendance": "97", "attendance_previous": "96", "exclusions": "0"}
    return {"term_ended_on": "2026-05-22", "free_meals": "EFSM"} | (needy if family == IN_NEED else usual)


def _housing(family: int) -> dict[str, Any]:
    needy = {"arrears_weeks": "12", "homeless_on": "2026-05-15", "moves": "2", "last_move_on": "2026-05-15"}
    usual = {"arrears_weeks": "0", "moves": "0", "tenancy_started_on": "2019-01-04"}
    return {"recorded_on": "2026-05-31"} | (needy if family == IN_NEED else usual)


def _childrens_services(family: int) -> dict[str, Any]:
    return {"recorded_on": "2026-05-31", "open_plan": "Y" if family == IN_CARE else "N", "young_carer": "N"}


FACTS_OF = {"education": _education, "housing": _housing, "childrens_services": _childrens_services}


def write_csv(path: Path, columns: Sequence[str], found: Sequence[Mapping[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, columns, restval="")
        writer.writeheader()
        writer.writerows(found)
    return path


@cache
def finished_run(told: Callable[[str], list[dict[str, Any]]] = rows) -> Path:
    """A working folder in which profiling has really run over the street."""
    folder = Path(mkdtemp())
    feeds = [
        RunFeed(feed, write_csv(folder / f"{feed}.csv", [*WHO, *facts], told(feed)), WHO, facts, 0.8)
        for feed, facts in TOLD.items()
    ]
    write_profile(folder, feeds, AS_AT)
    make(folder)
    return folder


def copy_finished_run(to: Path, told: Callable[[str], list[dict[str, Any]]] = rows) -> None:
    """Put the finished run where the service looks for the answers of one of its own."""
    shutil.copytree(finished_run(told), to)
