"""The numbers of scoring: DOMAIN 4.5, all editable, all dated by the profile that carries them."""

from __future__ import annotations

from dataclasses import dataclass

from lynchpin_vrp.contract import Refused


@dataclass(frozen=True, slots=True)
class ScoringRules:
    """Caps and band floors in whole points; `least_coverage` is a share 0 to 1; `live_days` is how old a feed's newest row may be."""

    vulnerability_cap: int = 12  # a domain: limits double counting
    protection_cap: int = 8
    amber: int = 15
    red: int = 30
    medium: int = 8
    high: int = 16
    near: int = 3
    least_coverage: float = 0.6
    least_protective: int = 4  # protective factors that must be knowable before resilience is banded
    live_days: int = 183

    def __post_init__(self) -> None:
        if not 0 < self.amber < self.red or not 0 < self.medium < self.high:
            raise Refused("bands_out_of_order")
        if (
            min(self.vulnerability_cap, self.protection_cap) < 1
            or min(self.near, self.least_protective, self.live_days) < 0
        ):
            raise Refused("rules_out_of_range")
        if not 0 <= self.least_coverage <= 1:
            raise Refused("rules_out_of_range")
