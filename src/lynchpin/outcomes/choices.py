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


SENTENCES = {
    "outcome_in_future": _("Enter the day on which it was achieved. It cannot be after today."),
    "outcome_before_case": _("Enter a day on or after %(opened)s, the day on which the case opened."),
    "outcome_already_counted": _("This outcome is already counted for this person in this case. It counts once."),
    "measure_not_in_force": _("Choose a measure that was in force on that day."),
    "evidence_not_described": _("Say which document was seen, or who confirmed it."),
    "what_matters_missing": _(
        "Record a what-matters conversation before you close the case, or choose a reason that explains why there was none."
    ),
    "outcome_or_reason_missing": _("Record at least one outcome, or say why there is none."),
    "handover_missing": _(
        "Hand this person over first: prepare a handover, and close the case when the receiver has taken them on and met them."
    ),
    "import_column_unknown": _("Choose columns that this file has."),
    "import_column_twice": _("Column %(column)s is chosen for two answers. Choose each column once."),
    "import_column_missing": _("Choose the column that holds: %(wanted)s."),
    "import_already_applied": _("This file was already applied. Nothing is added twice."),
    "import_has_errors": _(
        "Rows with errors: %(count)s. Download the errors, mend the file, and bring the whole of it again."
    ),
    "cell_missing": _("This cell is empty, and it has to be filled in."),
    "cell_too_long": _("This text is longer than the service can keep."),
    "cell_not_a_date": _("This is not a date such as 27/03/1986 or 1986-03-27."),
    "cell_date_impossible": _("This date cannot be right: it is in the future, or too long ago."),
    "cell_not_a_choice": _("This is not one of the words that the service knows for this column."),
    "cell_not_a_number": _("This is not a whole number."),
    "cell_worker_unknown": _("No colleague who holds cases has this e-mail address or name."),
    "cell_cluster_unknown": _("No cluster has this key or name."),
    "cell_no_lead": _("No lead worker is at work in this cluster to own the case."),
    "cell_area_unknown": _("No area has this code."),
    "cell_measure_unknown": _("No measure has this key or name."),
    "cell_case_unknown": _("No case with this former reference has been brought. Bring the caseload first."),
    "cell_reference_twice": _("This reference stands in an earlier line too. Each line needs its own."),
    "cell_outcome_counted": _("This measure is already counted for this person in this case."),
    "cell_not_possible": _("This cell cannot be read. Check it against the line above."),
}
