"""How well the points, as they would have been on a day, order families by need confirmed after it; beside what learnt weights would do.

The area under the ROC curve (J. A. Hanley and B. J. McNeil, Radiology 143 (1982), 29-36), average precision, and precision at the number
of families that the points flag. Intervals are bootstrapped over families, the same draws for every scorer, so that leads can be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from lynchpin_vrp.assure.intervals import bootstrap
from lynchpin_vrp.assure.measure import LEAST_ALERTED, Alert, Measure
from lynchpin_vrp.assure.shares import rounded
from lynchpin_vrp.engine import Engine

LEAD = 0.05  # an AUC so much above that of the points, beyond chance, is worth a conversation about weights
POINTS = "points"
Score = Callable[[np.ndarray, np.ndarray], float]  # of confirmed and scores


@dataclass(frozen=True, slots=True)
class Asked:
    """Families that were asked and could be scored: what was found, their points, their facts and how many were flagged.

    `facts` is (families, factors): the most points that anybody's fact of a factor gave, before overlaps and caps."""

    confirmed: np.ndarray
    points: np.ndarray
    facts: np.ndarray
    factors: tuple[str, ...]
    flagged: int

    @property
    def enough(self) -> bool:
        """Thirty of each kind: fewer tell nothing, and cannot be parted into folds."""
        found = int(self.confirmed.sum())
        return min(found, len(self.confirmed) - found) >= LEAST_ALERTED


def asked_families(engine: Engine) -> Asked:
    """From `scores`, `contributions` and `asked_later`. Vulnerability alone is put to the test: it is what flags."""
    told = engine.arrays(
        """select confirmed, vulnerability::double as points, coalesce(vulnerability_band in ('amber', 'red'), false) as flagged
            from scores join asked_later using (family_id) where excluded is null order by family_id"""
    )
    factors, facts = _facts(engine)
    return Asked(told["confirmed"].astype(bool), told["points"], facts, factors, int(told["flagged"].sum()))


def _facts(engine: Engine) -> tuple[tuple[str, ...], np.ndarray]:
    factors = tuple(
        row[0] for row in engine.fetch("select distinct factor from contributions where kind = 'fact' order by factor")
    )
    most = "coalesce(max(points) filter (factor = '{0}'), 0)::double as \"{0}\""
    columns = "".join(f", {most.format(factor)}" for factor in factors)
    told = engine.arrays(
        f"""select family_id{columns} from scores join asked_later using (family_id)
            left join (select * from contributions where kind = 'fact') using (family_id)
            where excluded is null group by family_id order by family_id"""
    )
    return factors, np.array([told[factor] for factor in factors]).reshape(len(factors), len(told["family_id"])).T


def back_test(asked: Asked, challengers: Mapping[str, np.ndarray]) -> list[Measure]:
    """Measures of the points and of every challenger's scores, in the order of `asked`; none of fewer than thirty of a kind."""
    if not asked.enough:
        return []
    scorers = {POINTS: asked.points, **challengers}
    measures = [row for name, scores in scorers.items() for row in _of_scorer(asked, name, scores)]
    return [*measures, *(_lead(asked, name, scores) for name, scores in challengers.items())]


def _of_scorer(asked: Asked, name: str, scores: np.ndarray) -> list[Measure]:
    families, found = len(asked.confirmed), int(asked.confirmed.sum())
    at_flags = partial(precision_at, share=asked.flagged / families)
    measures: tuple[tuple[str, Score, int], ...] = (
        ("back_test_auc", auc, families),
        ("back_test_average_precision", average_precision, families),
        ("back_test_precision", at_flags, asked.flagged),
    )
    return [_measure(code, name, count, score, asked, scores, found) for code, score, count in measures if count]


def _measure(code: str, name: str, count: int, score: Score, asked: Asked, scores: np.ndarray, found: int) -> Measure:
    between = bootstrap(lambda drawn: score(asked.confirmed[drawn], scores[drawn]), len(scores))
    low, high = (rounded(between[0]), rounded(between[1])) if between else (None, None)
    return Measure(code, name, "", "", count, rounded(score(asked.confirmed, scores)), low, high, least=found)


def _lead(asked: Asked, name: str, scores: np.ndarray) -> Measure:
    """How far a challenger's AUC is above that of the points, both over the same draws."""

    def lead(drawn: np.ndarray) -> float:
        return auc(asked.confirmed[drawn], scores[drawn]) - auc(asked.confirmed[drawn], asked.points[drawn])

    everybody = np.arange(len(scores))
    value, between = lead(everybody), bootstrap(lead, len(scores))
    low, high = between or (-1.0, 1.0)
    raised = Alert.CHALLENGER_AHEAD if low > 0 and value > LEAD else None
    return Measure("back_test_auc_lead", name, "", "", len(scores), rounded(value), rounded(low), rounded(high), raised)


def auc(confirmed: np.ndarray, scores: np.ndarray) -> float:
    """The chance that a family in need is scored above one that is not, ties counting half; nan where there is only one kind."""
    found = int(confirmed.sum())
    others = len(confirmed) - found
    if not found or not others:
        return float("nan")
    return float((_ranks(scores)[confirmed].sum() - found * (found + 1) / 2) / (found * others))


def average_precision(confirmed: np.ndarray, scores: np.ndarray) -> float:
    """The mean of precision over all families in need, each where its score is reached; families of one score are reached together."""
    if not confirmed.any():
        return float("nan")
    order = np.argsort(-scores, kind="stable")
    hits, last = np.cumsum(confirmed[order]), _last_of_ties(scores[order])
    reached = hits[last]
    gained = np.diff(reached, prepend=0)
    return float((gained * reached / (last + 1)).sum() / hits[-1])


def precision_at(confirmed: np.ndarray, scores: np.ndarray, *, share: float) -> float:
    """Of the highest `share` of families, the part in need; of those with the score at the edge, as many as fit, at their mean."""
    wanted = max(1, round(share * len(scores)))
    edge = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
    above, at_edge = scores > edge, scores == edge
    room = wanted - int(above.sum())
    return float((confirmed[above].sum() + room * confirmed[at_edge].mean()) / wanted)


def _ranks(scores: np.ndarray) -> np.ndarray:
    """From 1 for the lowest; those of one score share the mean of their places."""
    _, of, there = np.unique(scores, return_inverse=True, return_counts=True)
    return (np.cumsum(there) - (there - 1) / 2)[of]


def _last_of_ties(ordered: np.ndarray) -> np.ndarray:
    return np.append(np.nonzero(np.diff(ordered))[0], len(ordered) - 1)
