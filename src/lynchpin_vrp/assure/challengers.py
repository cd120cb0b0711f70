"""Two models that learn weights from what was confirmed, to be shown beside the points and for nothing else (decision 0024).

Logistic regression, by scikit-learn, and the explainable boosting machine (Y. Lou, R. Caruana and J. Gehrke, KDD 2012), by interpret-core.
Each family is scored by a model that was trained without it. Nothing of a model is kept, and the facts are those that the points read:
no group, no area, no name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from lynchpin_vrp.assure.back_test import Asked

# What each is imported from, and the package to install for it.
PACKAGES = {"logistic": ("sklearn", "scikit-learn"), "ebm": ("interpret", "interpret-core")}
FOLDS = 5
SEED = 20260901
BAGS, ROUNDS = 2, 400  # of the boosting machine: small, since it is trained five times over


def scores_of(name: str, asked: Asked) -> np.ndarray:
    """Each family's chance of confirmed need by a model that never saw it; needs the packages of `PACKAGES`."""
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED)
    told = cross_val_predict(_MODELS[name](), asked.facts, asked.confirmed, cv=folds, method="predict_proba")
    return np.asarray(told)[:, 1]


def _logistic() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(max_iter=1000)


def _ebm() -> Any:
    from interpret.glassbox import ExplainableBoostingClassifier

    return ExplainableBoostingClassifier(
        interactions=0, outer_bags=BAGS, max_rounds=ROUNDS, n_jobs=1, random_state=SEED
    )


_MODELS: dict[str, Callable[[], Any]] = {"logistic": _logistic, "ebm": _ebm}
