"""Words of outcomes."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EvidenceKind(TextChoices):
    SEEN = "seen", _("Worker saw it")
    DOCUMENT = "document", _("A document was seen")
    PROVIDER = "provider", _("Provider confirmed it")
    SAID = "said", _("The person said so")
    SCALE = "scale", _("A rating before and after")


class Permission(StrEnum):
    RECORD_OUTCOME = "outcomes.record_outcome"
    READ_ACHIEVEMENTS = "outcomes.read_achievements"
    READ_SCORECARD = "outcomes.read_scorecard"
    READ_PUBLIC_SCORECARD = "outcomes.read_public_scorecard"
    CLOSE_CASE = "outcomes.close_case"
    IMPORT_OUTCOMES = "outcomes.import_outcomes"
    LOAD_REPORTED_RESULTS = "outcomes.load_reported_results"
    EXPORT_ACHIEVEMENTS = "outcomes.export_achievements"


class Verb(StrEnum):
    OUTCOME_RECORDED = "outcomes.outcome_recorded"
    CASE_CLOSED = "outcomes.case_closed"
    OUTCOMES_IMPORTED = "outcomes.outcomes_imported"
    REPORTED_RESULTS_LOADED = "outcomes.reported_results_loaded"


SENTENCES: dict[str, object] = {}
