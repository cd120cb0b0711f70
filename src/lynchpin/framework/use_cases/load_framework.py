"""Load the framework's definitions from a reference pack; loading again changes only what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.framework.choices import Permission, Verb
from lynchpin.framework.models import CoreOfferLine, Definition, EligibilityRule, Measure
from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case

Rows = Sequence[Mapping[str, Any]]


@use_case(Permission.LOAD_FRAMEWORK)
def load_framework(
    actor: Actor,
    *,
    definitions: Rows = (),
    measures: Rows = (),
    core_offer_lines: Rows = (),
    eligibility_rules: Rows = (),
) -> dict[str, int]:
    """Keep every row by its key. Gives the counts of rows added, changed and unchanged."""
    counts = keep_keyed(Definition, definitions)
    counts.update(keep_keyed(Measure, measures))
    counts.update(keep_keyed(CoreOfferLine, core_offer_lines))
    counts.update(keep_keyed(EligibilityRule, eligibility_rules))
    audit.record(Verb.FRAMEWORK_LOADED, None, **dict(counts))
    return dict(counts)
