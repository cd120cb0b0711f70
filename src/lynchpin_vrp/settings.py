"""Everything a run may be told, in one frozen value with defaults; a profile file or the service replaces parts of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from lynchpin_vrp.contract import Refused
from lynchpin_vrp.engine import Resources
from lynchpin_vrp.families import HomeSettings
from lynchpin_vrp.features import CATALOGUE, VERSION, Factor
from lynchpin_vrp.link import LinkSettings
from lynchpin_vrp.score import ScoringRules

T = TypeVar("T")

EDITABLE = ("on", "points", "from_on", "to_on")  # of a factor; its meaning and its query are code, reviewed as code


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run. `catalogue` names the version of the factors that the overrides start from."""

    link: LinkSettings = field(default_factory=LinkSettings)
    homes: HomeSettings = field(default_factory=HomeSettings)
    rules: ScoringRules = field(default_factory=ScoringRules)
    factors: tuple[Factor, ...] = CATALOGUE
    catalogue: str = VERSION
    resources: Resources = field(default_factory=Resources)

    def fingerprint(self) -> str:
        """A hash of every setting that an answer depends on: not where the model is kept, nor what the machine may give."""
        told = asdict(replace(self, link=replace(self.link, model=None), resources=Resources()))
        return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def settings_from(table: Mapping[str, Any], *, model: Path | None) -> Settings:
    """Settings with the parts that a profile replaces: `[link]`, `[homes]`, `[rules]`, `[resources]`, `[factors.KEY]`.

    Unknown names are refused."""
    return Settings(
        link=replace(_replaced(LinkSettings(), table.get("link", {})), model=model),
        homes=_replaced(HomeSettings(), table.get("homes", {})),
        rules=_replaced(ScoringRules(), table.get("rules", {})),
        factors=with_overrides(CATALOGUE, table.get("factors", {})),
        resources=_replaced(Resources(), table.get("resources", {})),
    )


def with_overrides(factors: tuple[Factor, ...], overrides: Mapping[str, Mapping[str, Any]]) -> tuple[Factor, ...]:
    """The catalogue with what a profile changed, by factor key: `on`, `points`, `from_on`, `to_on`."""
    if unknown := sorted(set(overrides) - {factor.key for factor in factors}):
        raise Refused("unknown_factors", names=unknown)
    for changes in overrides.values():
        if odd := sorted(set(changes) - set(EDITABLE)):
            raise Refused("unknown_settings", names=odd)
    return tuple(replace(factor, **overrides.get(factor.key, {})) for factor in factors)


def _replaced(default: T, table: Mapping[str, Any]) -> T:
    known = {entry.name for entry in fields(default)}  # type: ignore[arg-type]
    if unknown := sorted(set(table) - known):
        raise Refused("unknown_settings", names=unknown)
    return replace(default, **table)  # type: ignore[type-var]
