"""Whether families are flagged, and wrongly flagged or missed, alike in every group: rates, the widest gap and the least ratio.

By `fairlearn` (MetricFrame; H. Weerts and others, Journal of Machine Learning Research 24 (2023), 257). The limits are those of DOMAIN
4.3. No two of these can be level at once where need differs between groups (Kleinberg and others 2017): an alert asks for a reason,
not for a fix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from lynchpin_vrp.assure.alerts import gap_alerts, ratio_alerts
from lynchpin_vrp.assure.measure import LEAST_ALERTED, UNKNOWN, WHOLE, Alert, Measure
from lynchpin_vrp.assure.shares import rounded, share
from lynchpin_vrp.engine import Engine

Metric = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Families:
    """Families with a band, side by side: whether each is flagged, and what was found; `confirmed` is all False where nobody asked."""

    flagged: np.ndarray
    confirmed: np.ndarray

    def of(self, code: str) -> np.ndarray:
        """Which of them a rate is taken over."""
        over = {
            "selection_rate": np.ones_like(self.flagged),
            "false_positive_rate": ~self.confirmed,
            "false_negative_rate": self.confirmed,
            "precision": self.flagged,
        }
        return over[code]


def parity(engine: Engine) -> list[Measure]:
    """From `banded` and `family_groups`: selection over all families, the other rates over those who were asked. Needs `fairlearn`."""
    measures = [*_by_kind(engine, ("selection_rate",), "true")]
    if engine.fetch("select 1 from banded where confirmed is not null limit 1"):
        measures += _by_kind(
            engine, ("false_positive_rate", "false_negative_rate", "precision"), "confirmed is not null"
        )
    return measures


def _by_kind(engine: Engine, codes: tuple[str, ...], where: str) -> Iterator[Measure]:
    kinds = engine.fetch("select distinct kind from family_groups order by kind")
    for (kind,) in kinds:
        told = engine.arrays(
            f"""select grp, flagged, coalesce(confirmed, false) as confirmed from banded join family_groups using (family_id)
                where kind = '{kind}' and {where} order by family_id"""
        )
        families = Families(told["flagged"].astype(bool), told["confirmed"].astype(bool))
        for code in codes:
            yield from _rates(code, kind, families, told["grp"].astype(str))


def _rates(code: str, kind: str, families: Families, groups: np.ndarray) -> list[Measure]:
    """One rate of every group of a kind, then how far the groups are apart."""
    of = families.of(code)
    if not of.any():
        return []
    by_group = _frame(code, families, of, groups).by_group
    rows = [_rate(code, kind, group, float(by_group[group]), families, (groups == group)) for group in by_group.index]
    return rows if kind == WHOLE else [*rows, *_apart(code, kind, families, groups, rows)]


def _rate(code: str, kind: str, group: str, value: float, families: Families, member: np.ndarray) -> Measure:
    """`least` is the smaller of those with and without what the rate is taken over: a rate and its other side stand or fall together."""
    of = int((families.of(code) & member).sum())
    return share(code, "", kind, group, round(value * of), of, least=_smallest(code, families, member))


def _smallest(code: str, families: Families, member: np.ndarray) -> int | None:
    if code == "selection_rate":
        return None
    parts = (families.confirmed & member, ~families.confirmed & member, families.flagged & member)
    return min(int(part.sum()) for part in parts)


def _apart(code: str, kind: str, families: Families, groups: np.ndarray, rows: list[Measure]) -> list[Measure]:
    """The gap and the ratio between the groups that are large enough for an alert, where there are two."""
    large = [row for row in rows if row.gives_away >= LEAST_ALERTED and row.group != UNKNOWN]
    if len(large) < 2:
        return []
    chosen = families.of(code) & np.isin(groups, [row.group for row in large])
    frame, count = _frame(code, families, chosen, groups), min(row.gives_away for row in large)
    gap, ratio = float(frame.difference()), float(frame.ratio()) if frame.overall else 1.0
    return [
        Measure(f"{code}_gap", "", kind, "", count, rounded(gap), alert=_alert(gap_alerts(gap))),
        Measure(f"{code}_ratio", "", kind, "", count, rounded(ratio), alert=_alert(ratio_alerts(ratio))),
    ]


def _alert(raised: bool) -> Alert | None:
    return Alert.UNLIKE_OTHERS if raised else None


def _frame(code: str, families: Families, of: np.ndarray, groups: np.ndarray) -> Any:
    from fairlearn.metrics import MetricFrame

    return MetricFrame(
        metrics=_metric(code),
        y_true=families.confirmed[of].astype(int),
        y_pred=families.flagged[of].astype(int),
        sensitive_features=groups[of],
    )


def _metric(code: str) -> Metric:
    """The library's own metric, each given only families that it is taken over."""
    from fairlearn import metrics
    from sklearn.metrics import precision_score

    rates: dict[str, Metric] = {
        "selection_rate": metrics.selection_rate,
        "false_positive_rate": metrics.false_positive_rate,
        "false_negative_rate": metrics.false_negative_rate,
        "precision": precision_score,
    }
    return rates[code]
