"""Words of profiling."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.profiles.assurance_sentences import OF_ASSURANCE
from lynchpin.profiles.feed_terms import OF_FEEDS
from lynchpin.profiles.feed_terms import QUARANTINE as QUARANTINE
from lynchpin.profiles.feed_terms import ExtractState as ExtractState
from lynchpin.profiles.feed_terms import LateFiles as LateFiles
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
from lynchpin.profiles.terms import LineKind as LineKind
from lynchpin.profiles.terms import NextFact as NextFact
from lynchpin.profiles.terms import ScoringState as ScoringState
from lynchpin.profiles.terms import StopReason as StopReason
from lynchpin.profiles.terms import StopState as StopState
from lynchpin.profiles.terms import ToldHow as ToldHow

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


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


class Permission(StrEnum):
    READ_FEEDS = "profiles.read_feeds"
    LOAD_FEED = "profiles.load_feed"
    REFUSE_FEED = "profiles.refuse_feed"
    DECLARE_FEED = "profiles.declare_feed"
    BOUND_FEED = "profiles.bound_feed"
    ACCEPT_EXTRACT = "profiles.accept_extract"
    ACCEPT_STOPPED = "profiles.accept_stopped_extract"
    DECLINE_EXTRACT = "profiles.decline_extract"
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
    READ_ASSURANCE = "profiles.read_assurance"
    RECORD_ASSURANCE = "profiles.record_assurance"
    LOOK_INTO_FREEZE = "profiles.look_into_freeze"
    LIFT_FREEZE = "profiles.lift_freeze"
    READ_PUBLIC_RECORD = "profiles.read_public_record"
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
    FEED_BOUNDED = "profiles.feed_bounded"
    EXTRACT_ACCEPTED = "profiles.extract_accepted"
    STOPPED_EXTRACT_ACCEPTED = "profiles.stopped_extract_accepted"
    EXTRACT_DECLINED = "profiles.extract_declined"
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
    PROFILE_RUN_FROZEN = "profiles.profile_run_frozen"
    FREEZE_LOOKED_INTO = "profiles.freeze_looked_into"
    FREEZE_LIFTED = "profiles.freeze_lifted"
    ASSURANCE_RECORDED = "profiles.assurance_recorded"
    LINK_DECIDED = "profiles.link_decided"
    LINK_CONFIRMED = "profiles.link_confirmed"
    LINK_DECLINED = "profiles.link_declined"
    LINK_UNDONE = "profiles.link_undone"
    DOUBTS_KEPT = "profiles.doubts_kept"
    DOUBT_REOPENED = "profiles.doubt_reopened"


SENTENCES: dict[str, StrPromise] = {
    **OF_FEEDS,
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
    **OF_ASSURANCE,
    **OF_LINKS,
}
