"""Words of profiling."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.profiles.link_terms import OF_LINKS
from lynchpin.profiles.link_terms import DecisionState as DecisionState
from lynchpin.profiles.link_terms import DoubtKind as DoubtKind
from lynchpin.profiles.link_terms import LinkAnswer as LinkAnswer
from lynchpin.profiles.link_terms import LinkWhy as LinkWhy
from lynchpin.profiles.scoring_sentences import OF_SCORING
from lynchpin.profiles.sentences import OF_BOUNDS
from lynchpin.profiles.terms import AssessmentEnding as AssessmentEnding
from lynchpin.profiles.terms import AssessmentState as AssessmentState
from lynchpin.profiles.terms import ContestAnswer as ContestAnswer
from lynchpin.profiles.terms import ContestClaim as ContestClaim
from lynchpin.profiles.terms import ContestState as ContestState
from lynchpin.profiles.terms import NextFact as NextFact
from lynchpin.profiles.terms import StopReason as StopReason
from lynchpin.profiles.terms import StopState as StopState
from lynchpin.profiles.terms import ToldHow as ToldHow

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class ExtractState(TextChoices):
    APPLIED = "applied", _("Loaded")
    REFUSED = "refused", _("Refused")


class RunState(TextChoices):
    COMMISSIONED = "commissioned", _("Commissioned")
    RECEIVED = "received", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    FAILED = "failed", _("Failed")


class VulnerabilityBand(TextChoices):
    GREEN = "green", _("Green")
    AMBER = "amber", _("Amber")
    RED = "red", _("Red")
    INSUFFICIENT = "insufficient", _("Not enough data")


class ResilienceBand(TextChoices):
    LOW = "low", _("Low")
    MEDIUM = "medium", _("Medium")
    HIGH = "high", _("High")
    NOT_YET_HEARD = "not_yet_heard", _("Not yet heard")


class LineKind(TextChoices):
    FACT = "fact", _("Fact")
    OVERLAP = "overlap", _("Counted once for the family")
    CAP = "cap", _("Limit of one part of life")


class Domain(TextChoices):
    """Parts of life: points of one part are capped, so that one trouble seen twice is not two."""

    EDUCATION = "education", _("Education")
    INCOME = "income", _("Income")
    HOUSING = "housing", _("Housing")
    SAFETY = "safety", _("Safety")
    HEALTH = "health", _("Health")
    FAMILY = "family", _("Family")
    RELATIONSHIPS = "relationships", _("Relationships")
    COMMUNITY = "community", _("Community")
    LEARNING = "learning", _("Learning")
    AGENCY = "agency", _("Own goals")


class ScoringState(TextChoices):
    """How far an edition of the scoring has come."""

    DRAFTED = "drafted", _("Draft")
    PROPOSED = "proposed", _("Waiting for approval")
    APPROVED = "approved", _("Approved")
    DECLINED = "declined", _("Declined")


class Permission(StrEnum):
    READ_FEEDS = "profiles.read_feeds"
    LOAD_FEED = "profiles.load_feed"
    REFUSE_FEED = "profiles.refuse_feed"
    DECLARE_FEED = "profiles.declare_feed"
    READ_RUNS = "profiles.read_runs"
    COMMISSION_RUN = "profiles.commission_profile_run"
    RECEIVE_RUN = "profiles.receive_profile_run"
    FAIL_RUN = "profiles.fail_profile_run"
    APPROVE_RUN = "profiles.approve_profile_run"
    WITHDRAW_RUN = "profiles.withdraw_profile_run"
    READ_PROFILE = "profiles.read_profile"
    READ_SCORING = "profiles.read_scoring"
    DRAFT_SCORING = "profiles.draft_scoring"
    REDRAFT_SCORING = "profiles.redraft_scoring"
    PROPOSE_SCORING = "profiles.propose_scoring"
    APPROVE_SCORING = "profiles.approve_scoring"
    DECLINE_SCORING = "profiles.decline_scoring"
    RECORD_DRY_RUN = "profiles.record_dry_run"
    READ_ASSESSMENTS = "profiles.read_impact_assessments"
    RECORD_ASSESSMENT = "profiles.record_impact_assessment"
    CONFIRM_ASSESSMENT = "profiles.confirm_impact_assessment"
    END_ASSESSMENT = "profiles.end_impact_assessment"
    STOP_PROFILING = "profiles.stop_profiling"
    PROPOSE_RESUMING = "profiles.propose_resuming"
    RESUME_PROFILING = "profiles.resume_profiling"
    DECLINE_RESUMING = "profiles.decline_resuming"
    READ_CONTESTS = "profiles.read_contests"
    CONTEST_FACT = "profiles.contest_fact"
    ANSWER_CONTEST = "profiles.answer_contest"
    CLOSE_CONTEST = "profiles.close_contest"
    READ_LINKS = "profiles.read_links"
    DECIDE_LINK = "profiles.decide_link"
    CONFIRM_LINK = "profiles.confirm_link"
    DECLINE_LINK = "profiles.decline_link"
    UNDO_LINK = "profiles.undo_link"
    READ_LINK_FIGURES = "profiles.read_link_figures"
    EXPORT_LINK_DECISIONS = "profiles.export_link_decisions"


class Verb(StrEnum):
    FEED_DECLARED = "profiles.feed_declared"
    FEED_LOADED = "profiles.feed_loaded"
    FEED_UNCHANGED = "profiles.feed_unchanged"
    FEED_REFUSED = "profiles.feed_refused"
    PROFILE_RUN_COMMISSIONED = "profiles.profile_run_commissioned"
    PROFILE_RUN_RECEIVED = "profiles.profile_run_received"
    PROFILE_RUN_FAILED = "profiles.profile_run_failed"
    PROFILE_RUN_APPROVED = "profiles.profile_run_approved"
    PROFILE_RUN_WITHDRAWN = "profiles.profile_run_withdrawn"
    SCORING_DRAFTED = "profiles.scoring_drafted"
    SCORING_REDRAFTED = "profiles.scoring_redrafted"
    SCORING_PROPOSED = "profiles.scoring_proposed"
    SCORING_APPROVED = "profiles.scoring_approved"
    SCORING_DECLINED = "profiles.scoring_declined"
    DRY_RUN_RECORDED = "profiles.dry_run_recorded"
    IMPACT_ASSESSMENT_RECORDED = "profiles.impact_assessment_recorded"
    IMPACT_ASSESSMENT_CONFIRMED = "profiles.impact_assessment_confirmed"
    IMPACT_ASSESSMENT_ENDED = "profiles.impact_assessment_ended"
    PROFILING_STOPPED = "profiles.profiling_stopped"
    RESUMING_PROPOSED = "profiles.resuming_proposed"
    PROFILING_RESUMED = "profiles.profiling_resumed"
    RESUMING_DECLINED = "profiles.resuming_declined"
    FACT_CONTESTED = "profiles.fact_contested"
    CONTEST_ANSWERED = "profiles.contest_answered"
    CONTEST_CLOSED = "profiles.contest_closed"
    CONTESTS_COMPARED = "profiles.contests_compared"
    LINK_DECIDED = "profiles.link_decided"
    LINK_CONFIRMED = "profiles.link_confirmed"
    LINK_DECLINED = "profiles.link_declined"
    LINK_UNDONE = "profiles.link_undone"
    DOUBTS_KEPT = "profiles.doubts_kept"
    DOUBT_REOPENED = "profiles.doubt_reopened"


SENTENCES: dict[str, StrPromise] = {
    # why an extract is not loaded
    "feed_is_stopped": _("This feed has been stopped. Ask the profile owner before you load anything."),
    "extract_dated_ahead": _("The file is dated %(day)s, which has not come yet. Check the date you gave."),
    "extract_older_than_loaded": _(
        "A newer file, dated %(day)s, is already loaded. Send the partner's latest file, or leave things as they are."
    ),
    "extract_read_too_early": _(
        "The feed or its agreement changed while this file was being read. Load the file again."
    ),
    "extract_missing": _("The file could not be found. Choose it again."),
    "extract_empty": _("The file is empty. Ask the partner to send it again."),
    "extract_too_large": _(
        "The file is larger than this page can take. Ask the partner for fewer years, or load it by command."
    ),
    "extract_is_a_spreadsheet": _(
        "The file is a spreadsheet that is named .csv. Save it as CSV in UTF-8, or name it .xlsx, then send it again."
    ),
    "extract_is_no_table": _("The file is not a table of rows. Send CSV in UTF-8, an .xlsx workbook or Parquet."),
    "extract_misnamed": _(
        "The name of the file says one kind and its content is another. Rename it and send it again."
    ),
    "extract_workbook_unsafe": _(
        "The workbook holds macros or parts that are not safe to open. Save it as a plain .xlsx or as CSV in UTF-8."
    ),
    "extract_unreadable": _("The file is damaged and cannot be read. Ask the partner to send it again."),
    "extract_encoding": _("The file is not saved as UTF-8, so names would be read wrongly. Save it as CSV UTF-8."),
    "extract_holds_nul": _("The file holds characters that no text has. Export it again as CSV in UTF-8."),
    "extract_without_header": _("The file has no line of column names. Add it as the first line."),
    "extract_wrong_delimiter": _("The columns are not separated by commas. Save the file as comma-separated CSV."),
    "extract_columns_missing": _("These columns are missing: %(columns)s. Ask the partner to add them."),
    "extract_columns_doubled": _("These columns are in the file twice: %(columns)s. Leave each in once."),
    "extract_too_many_columns": _("The file has more than %(most)s columns. Send only the columns that were agreed."),
    "extract_too_many_rows": _("The file has more than %(most)s rows. Split it, or load it by command."),
    "extract_cell_too_long": _("A cell on line %(line)s is too long to be one. Check that every quote is closed."),
    "extract_quote_open": _(
        "A quote that is opened on or before line %(line)s is never closed. Mend it and send again."
    ),
    "extract_quote_misplaced": _("A quote on line %(line)s stands where none can be. Mend it and send the file again."),
    "extract_has_no_rows": _("The file has column names and no rows. Ask the partner to send it again."),
    "extract_too_many_bad_rows": _(
        "%(bad)s of %(read)s rows have faults, which is more than a fifth. Nothing was loaded: have the file mended."
    ),
    # why a feed is not declared
    "feed_maps_no_record_id": _(
        "Say which column holds each record's own number. Without it nothing can be told apart."
    ),
    "feed_maps_unknown_columns": _("These are not columns that profiling knows: %(columns)s."),
    "feed_trust_out_of_range": _("Trust is a share above 0 and up to 1."),
    # why a run is not made, approved or withdrawn
    "run_without_population": _("Name the clusters or zones that the run is for. A run is never over everybody."),
    "run_over_unknown_place": _("One of the clusters or zones is not known, or has ended. Choose from the list."),
    "run_review_in_the_past": _("The review date has passed. Choose a date after today."),
    "run_without_feeds": _(
        "No feed has both an agreement in force for this purpose and a loaded file. Load a file first."
    ),
    "run_is_not_waiting_for_results": _("This run is not waiting for results."),
    "run_results_missing": _("The results of this run are not there. Commission it again."),
    "run_could_not_link": _("The files could not be linked. Check that the feeds agree on their columns."),
    "run_broke_off": _(
        "The run broke off through a fault of the service. Its people were removed; tell those who run it."
    ),
    "run_is_not_waiting_for_approval": _("Only a run that is waiting for approval can be approved."),
    "run_needs_a_second_person": _("You commissioned this run. Someone else has to approve it."),
    "run_needs_a_named_approver": _("A run is approved by a named person, not by the service itself."),
    "run_review_is_due": _("The review date of this run has passed. Commission a new run after the review."),
    "run_already_stopped": _("This run has already been stopped."),
    **OF_SCORING,
    **OF_BOUNDS,
    **OF_LINKS,
}

# What was wrong with a quarantined row, and how to mend it. The value itself is never kept.
QUARANTINE: dict[str, tuple[StrPromise, StrPromise]] = {
    "control_character": (
        _("The value holds characters that cannot be seen."),
        _("Type the value again, or export the file as CSV in UTF-8."),
    ),
    "too_long": (_("The value is longer than this column can be."), _("Check that columns have not run together.")),
    "not_yes_or_no": (_("The value is neither Y nor N."), _("Write Y or N, or leave the cell empty.")),
    "not_a_code": (_("The value is not one of the agreed codes."), _("Use EFSM, TP or UPM, or leave the cell empty.")),
    "not_a_tier": (
        _("The value is not one of the five tiers."),
        _("Use 1, 2, 3, 4 or 5, or leave the cell empty."),
    ),
    "date_ambiguous": (
        _("The date could be read in two ways."),
        _("Write dates as year-month-day, such as 2017-03-09."),
    ),
    "date_unreadable": (_("The value is not a date."), _("Write dates as year-month-day, such as 2017-03-09.")),
    "date_impossible": (_("There is no such day."), _("Check the day and the month.")),
    "date_in_future": (_("The date is after the date of the file."), _("Check the year, and the date of the file.")),
    "date_before_1900": (_("The date is before 1900."), _("Leave the cell empty where the date is not known.")),
    "not_a_number": (_("The value is not a number."), _("Write figures only, without signs or words.")),
    "number_out_of_range": (_("The number is larger than it can be."), _("Check that columns have not moved.")),
    "record_id_empty": (_("The record has no number of its own."), _("Give every record its number.")),
    "record_id_repeated": (
        _("Another row of the file has the same record number."),
        _("Send each record once. Every row with the number was put aside."),
    ),
    "name_empty": (_("The row has neither a forename nor a surname."), _("Give at least one of the two.")),
    "row_too_short": (_("The row has fewer cells than the header."), _("Check for a missing comma.")),
    "row_too_long": (_("The row has more cells than the header."), _("Put quotes round a value that holds a comma.")),
}
