"""What may be answered of a person for the lines of the core offer."""

from __future__ import annotations

from collections.abc import Collection

from lynchpin.kernel.errors import Reason


def why_not_answers(answers: Collection[str], asked: Collection[str]) -> Reason | None:
    """Something is answered, and some line asks it today."""
    if not answers:
        return Reason("offer_answer_missing")
    return None if set(answers) <= set(asked) else Reason("offer_question_unknown")
