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


class ImportKind(TextChoices):
    """What a file from a former system holds."""

    CASELOAD = "caseload", _("Residents with their current caseload")
    REFERRALS = "referrals", _("Referrals")
    OUTCOMES = "outcomes", _("Outcomes")


class ImportState(TextChoices):
    STAGED = "staged", _("Waiting to be applied")
    APPLIED = "applied", _("Applied")


class Permission(StrEnum):
    RECORD_OUTCOME = "outcomes.record_outcome"
    READ_ACHIEVEMENTS = "outcomes.read_achievements"
    READ_SCORECARD = "outcomes.read_scorecard"
    READ_PUBLIC_SCORECARD = "outcomes.read_public_scorecard"
    CLOSE_CASE = "outcomes.close_case"
    READ_IMPORTS = "outcomes.read_imports"
    STAGE_IMPORT = "outcomes.stage_import"
    MAP_IMPORT = "outcomes.map_import"
    APPLY_IMPORT = "outcomes.apply_import"
    LOAD_REPORTED_RESULTS = "outcomes.load_reported_results"
    EXPORT_ACHIEVEMENTS = "outcomes.export_achievements"


class Verb(StrEnum):
    OUTCOME_RECORDED = "outcomes.outcome_recorded"
    OUTCOME_RECEIVED = "outcomes.outcome_received"
    CASE_CLOSED = "outcomes.case_closed"
    IMPORT_STAGED = "outcomes.import_staged"
    IMPORT_MAPPED = "outcomes.import_mapped"
    IMPORT_APPLIED = "outcomes.import_applied"
    REPORTED_RESULTS_LOADED = "outcomes.reported_results_loaded"


SENTENCES: dict[str, object] = {}
