"""A profiling workspace: a folder with `profile.toml`, its extracts, the kept model and what a run writes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from lynchpin_vrp.contract import Feed, Refused, refuse_bad_contract
from lynchpin_vrp.link.decisions import read_decisions
from lynchpin_vrp.settings import Settings, settings_from

PROFILE = "profile.toml"
DECISIONS = Path("state") / "decisions.csv"  # what people decided about two records; it binds


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a workspace says: its feeds with whole paths, its settings, and its date unless a flag gives one."""

    folder: Path
    feeds: tuple[Feed, ...]
    settings: Settings
    as_at: date | None

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def dated(self, flag: date | None) -> date:
        """The run's date: the flag's, else the file's, else the run is refused."""
        if as_at := flag or self.as_at:
            return as_at
        raise Refused("as_at_missing")


def read_workspace(folder: Path) -> Workspace:
    """Read `profile.toml`; raises `Refused` for anything in it that a run could not use."""
    try:
        profile = tomllib.loads((folder / PROFILE).read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise Refused("profile_missing") from fault
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refused("profile_unreadable") from fault
    feeds = tuple(_feed(folder, entry) for entry in profile.get("feeds", ()))
    settings = settings_from(profile, model=folder / "state" / "model.json")
    settings = replace(settings, decisions=read_decisions(folder / DECISIONS))
    return Workspace(folder, feeds, settings, _as_at(profile.get("as_at")))


def _feed(folder: Path, entry: Mapping[str, Any]) -> Feed:
    try:
        path = folder / entry["path"] if "path" in entry else None
        feed = Feed(entry["name"], path, entry["columns"], entry.get("facts", {}), float(entry.get("trust", 0.5)))
    except (KeyError, TypeError, ValueError) as fault:
        raise Refused("feed_incomplete") from fault
    refuse_bad_contract(feed)
    return feed


def _as_at(value: object) -> date | None:
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as fault:
        raise Refused("as_at_unreadable") from fault
