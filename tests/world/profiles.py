"""What tests need of profiles, made by its use cases: agreed feeds, and files to load into them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.organisations.use_cases.sign_agreement import sign_agreement
from lynchpin.profiles.feeding import take_in
from lynchpin.profiles.use_cases.declare_feed import declare_feed
from tests.world.staff import machine

COLUMNS = {
    "record_id": "ref",
    "forename": "first",
    "surname": "last",
    "birth_date": "born",
    "address": "home",
    "postcode": "pcode",
    "upn": "pupil",
    "updated_on": "changed",
}
FACTS = {"attendance": "att", "attendance_previous": "att_before", "exclusions": "excl", "term_ended_on": "term_end"}
AGREED = (*COLUMNS, *FACTS)
PUPIL = {
    "ref": "P1",
    "first": "Mali",
    "last": "Prosser",
    "born": "2014-02-03",
    "home": "4 Heol Las",
    "pcode": "CF40 1AA",
}


class ProfilesWorld:
    """`world.feed()`, `world.extract(rows)`, `world.commissioner` and `world.approver`."""

    @cached_property
    def admin_officer(self) -> Actor:
        return self.actor("admin-officer")

    @cached_property
    def commissioner(self) -> Actor:
        return self.actor("profile-owner", name="Commissioner")

    @cached_property
    def approver(self) -> Actor:
        return self.actor("profile-owner", name="Approver")

    def feed(self, key: str = "education", *, agreed: bool = True, **given: Any) -> str:
        """A declared feed, under an agreement in force unless `agreed` is False."""
        facts = {"partner": "school", "cadence_days": 31, "trust": Decimal("0.8"), "columns": COLUMNS, "facts": FACTS}
        facts |= {"name_en": key.title(), "name_cy": key.title()} | given
        declare_feed(machine("profile-owner"), key=key, **facts)
        if agreed:
            self.agreement(key)
        return key

    def agreement(self, feed: str = "education", **given: Any) -> str:
        """An agreement for a feed, by default in force for a year either side of today."""
        today = clock.today()
        facts = {
            "kind": "disclosure",
            "partner": "school",
            "purposes": ["early_help"],
            "fields": list(AGREED),
            "legal_basis": ["uk-gdpr-6-1-e"],
            "starts_on": today - timedelta(days=365),
            "ends_on": today + timedelta(days=365),
            "review_on": today + timedelta(days=300),
        } | given
        return sign_agreement(self.data_protection_officer, feed=feed, at=clock.now(), **facts)

    def file(self, rows: Sequence[Mapping[str, Any]] | None = None, *, name: str = "pupils.csv") -> Path:
        """A partner's CSV with its own column names; cells that a row does not give are empty."""
        path = Path(mkdtemp()) / name
        with path.open("w", encoding="utf-8", newline="") as opened:
            writer = csv.DictWriter(opened, [*COLUMNS.values(), *FACTS.values()], restval="")
            writer.writeheader()
            writer.writerows(rows if rows is not None else [PUPIL])
        return path

    def extract(
        self, rows: Sequence[Mapping[str, Any]] | None = None, *, feed: str = "education", as_at: date | None = None
    ) -> str:
        """A loaded extract; gives its reference."""
        day = as_at or clock.today()
        return take_in(self.admin_officer, feed=feed, path=self.file(rows), as_at=day, at=clock.now())


def pupils(count: int, **changes: Any) -> list[dict[str, Any]]:
    """Rows of pupils who differ by number."""
    return [PUPIL | {"ref": f"P{n}", "first": f"Mali{n}"} | changes for n in range(1, count + 1)]
