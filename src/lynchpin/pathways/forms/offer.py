"""What lines of the core offer ask of somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lynchpin.face.forms import GovukForm, YesNoField
from lynchpin.pathways.queries.offer import OfferQuestion

FACT = "fact_"


class OfferQuestionsForm(GovukForm):
    """One question a fact; each may stay without an answer."""

    hides_optional = True  # none has to be answered, and the page says so once

    def __init__(self, *args: Any, asks: Sequence[OfferQuestion], answered: Mapping[str, bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in asks:
            self.fields[f"{FACT}{each.fact}"] = YesNoField(
                label=each.asks, required=False, initial=answered.get(each.fact)
            )

    @property
    def answers(self) -> dict[str, Any]:
        """What `answer_offer_questions` takes; a question without an answer is left out."""
        told = {name: said for name, said in self.cleaned_data.items() if not name.startswith(FACT)}
        given = {name.removeprefix(FACT): said for name, said in self.cleaned_data.items() if name.startswith(FACT)}
        return told | {"answers": {fact: said for fact, said in given.items() if said is not None}}
