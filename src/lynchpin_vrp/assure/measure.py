"""What a measure is: one row of `assurance.json`. Numbers about groups, never about anybody; the codes are fixed and listed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

SHAPE = "lynchpin-assurance/1"  # raised when a field or a code changes its meaning; new codes may come without it
LEAST_SHOWN = 10  # a group of fewer is suppressed (DOMAIN 4.3)
LEAST_ALERTED = 30  # and a group of fewer raises no alert


class Unit(StrEnum):
    """How a value is to be read: a share from 0 to 1, a number of things, days, or an index that only its alert explains."""

    SHARE = "share"
    NUMBER = "number"
    DAYS = "days"
    RATIO = "ratio"
    INDEX = "index"


class Alert(StrEnum):
    """Why somebody should look. The rules stand in `alerts`; none of them stops or changes anything by itself."""

    UNLIKE_OTHERS = "unlike_others"
    PERHAPS_UNLIKE = "perhaps_unlike"
    BANDS_OUT_OF_ORDER = "bands_out_of_order"
    SHIFTED = "shifted"
    SHIFTING = "shifting"
    LATE = "late"
    VOLUME = "volume"
    CHALLENGER_AHEAD = "challenger_ahead"


#: Every code a report may hold, by part of the assurance, with the unit of its value.
CODES: Mapping[str, Unit] = MappingProxyType(
    {
        "size": Unit.NUMBER,
        "rows_quarantined": Unit.SHARE,
        "band_share": Unit.SHARE,
        "link_certainty": Unit.SHARE,
        "links_parted": Unit.SHARE,
        "two_numbers": Unit.SHARE,
        "records_a_person": Unit.SHARE,
        "largest_person": Unit.NUMBER,
        "truth_pair_precision": Unit.SHARE,
        "truth_pair_recall": Unit.SHARE,
        "truth_people_whole": Unit.SHARE,
        "clerical_precision": Unit.SHARE,
        "clerical_recall": Unit.SHARE,
        "confirmations": Unit.NUMBER,
        "confirmed_in_band": Unit.SHARE,
        "selection_rate": Unit.SHARE,
        "false_positive_rate": Unit.SHARE,
        "false_negative_rate": Unit.SHARE,
        "precision": Unit.SHARE,
        "selection_rate_gap": Unit.SHARE,
        "false_positive_rate_gap": Unit.SHARE,
        "false_negative_rate_gap": Unit.SHARE,
        "precision_gap": Unit.SHARE,
        "selection_rate_ratio": Unit.RATIO,
        "false_positive_rate_ratio": Unit.RATIO,
        "false_negative_rate_ratio": Unit.RATIO,
        "precision_ratio": Unit.RATIO,
        "factor_share": Unit.SHARE,
        "feed_coverage": Unit.SHARE,
        "feed_lateness": Unit.DAYS,
        "moved_vulnerability": Unit.SHARE,
        "moved_resilience": Unit.SHARE,
        "score_shift": Unit.INDEX,
        "factor_shift": Unit.INDEX,
        "feed_coverage_shift": Unit.INDEX,
        "feed_lateness_change": Unit.DAYS,
        "feed_volume": Unit.RATIO,
        "back_test_auc": Unit.SHARE,
        "back_test_average_precision": Unit.SHARE,
        "back_test_precision": Unit.SHARE,
        "back_test_auc_lead": Unit.SHARE,
    }
)
WHOLE = ""  # the kind and the group of everybody together
UNKNOWN = "unknown"  # of whom it is not known what they are: counted, and compared with nobody


@dataclass(frozen=True, slots=True)
class Measure:
    """One number about one group.

    `part` says what of the code it is about: a band, a factor's key, a feed, a kind of link, a scorer. `count` is how many people,
    families or rows the value is taken over, `low` and `high` its 95 per cent interval where one can be told. A suppressed row
    keeps its place and nothing else. `least` is the smallest number that the row would give away, where that is not `count`."""

    code: str
    part: str
    group_kind: str
    group: str
    count: int | None
    value: float | None
    low: float | None = None
    high: float | None = None
    alert: Alert | None = None
    suppressed: bool = False
    least: int | None = None

    @property
    def unit(self) -> Unit:
        return CODES[self.code]

    @property
    def gives_away(self) -> int:
        """The smallest number of people that somebody who reads this row would know."""
        known = [number for number in (self.count, self.least) if number is not None]
        return min(known, default=0)
