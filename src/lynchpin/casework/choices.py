"""Words of casework."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.sentences import SENTENCES as SENTENCES


class CaseStatus(TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Complexity(TextChoices):
    LIGHT = "light", _("Light: one thing to sort out")
    STEADY = "steady", _("Steady: a few things at once")
    INTENSIVE = "intensive", _("Intensive: a lot is happening")


class Intensity(TextChoices):
    """How often the worker expects to be in touch."""

    MONTHLY = "monthly", _("About once a month")
    FORTNIGHTLY = "fortnightly", _("About every two weeks")
    WEEKLY = "weekly", _("Every week or more often")


class WeightPart(TextChoices):
    """The parts of a case's weight; the formula gives points to each answer."""

    COMPLEXITY = "complexity", _("How much is happening")
    FAMILY = "family", _("People in the family")
    INTENSITY = "intensity", _("How often contact is needed")
    TRAVEL = "travel", _("How far away they live")


class TravelBand(TextChoices):
    """How far from the middle of the cluster a person lives; the formula says where each band ends."""

    NEAR = "near", _("Near the middle of the cluster")
    MIDDLE = "middle", _("Some way from the middle of the cluster")
    FAR = "far", _("Far from the middle of the cluster")
    UNKNOWN = "unknown", _("Not known, so it counts nothing")


class CapacityPart(TextChoices):
    """The lines of what a worker can carry: the full-time limit, and what is taken off it."""

    FULL_TIME = "full-time", _("Full time")
    PART_TIME = "part-time", _("Works part time")
    FIRST_YEAR = "first-year", _("First year in this work")
    GROUP = "group", _("Hours a week with groups")
    UNIVERSAL = "universal", _("Hours a week of activities open to everyone")


class ContactKind(TextChoices):
    VISIT = "visit", _("Visit")
    PHONE = "phone", _("Phone call")
    TEXT = "text", _("Text message")
    VENUE = "venue", _("Met somewhere else")
    ACCOMPANIED = "accompanied", _("Went along with them")
    NO_REPLY = "no-reply", _("Tried, no reply")


class Heading(TextChoices):
    """The five headings of a what-matters conversation, strengths first."""

    STRENGTHS = "strengths", _("Strengths: what is going well, and who helps")
    OUTCOMES = "outcomes", _("What matters to you")
    CIRCUMSTANCES = "circumstances", _("How things are now")
    BARRIERS = "barriers", _("What gets in the way")
    RISKS = "risks", _("What could happen if nothing changes")


class PlanState(TextChoices):
    """How far an edition of a plan is. Where nobody asks for approval it is in force at once."""

    WAITING = "waiting", _("Waiting for a lead worker")
    IN_FORCE = "in-force", _("In force")
    SENT_BACK = "sent-back", _("Sent back")
    REPLACED = "replaced", _("Replaced before it was looked at")


class Corrected(TextChoices):
    """What may be put right after it was kept."""

    CONTACT = "contact", _("Contact")
    WHAT_MATTERS = "what-matters", _("What matters")


class RatingOccasion(TextChoices):
    """When somebody is asked how near they are to a goal."""

    START = "start", _("At the start")
    REVIEW = "review", _("At a review")
    END = "end", _("At the end")
    BETWEEN = "between", _("In between")


class EndReason(TextChoices):
    GOALS_REACHED = "goals-reached", _("Goals reached")
    STEPPED_DOWN = "stepped-down", _("Stepped down to community support")
    STEPPED_UP = "stepped-up", _("Stepped up to a specialist service")
    PERSONS_NO = "persons-no", _("The person said no")
    MOVED_AWAY = "moved-away", _("Moved away")
    DIED = "died", _("Died")
    NO_REPLY = "no-reply", _("No reply, with an open offer left")


class TransferState(TextChoices):
    """How far a transfer between two workers is. Overtaken: the case was closed or given to somebody in another way."""

    PROPOSED = "proposed", _("Waiting for an answer")
    ACKNOWLEDGED = "acknowledged", _("Taken on")
    DECLINED = "declined", _("Answered with no")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    OVERTAKEN = "overtaken", _("Overtaken")


class ReopenReason(TextChoices):
    ASKED_AGAIN = "asked-again", _("The person asked for help again")
    SLIPPED_BACK = "slipped-back", _("Things slipped back")
    CLOSED_IN_ERROR = "closed-in-error", _("The case was closed by mistake")


class AbsenceReason(TextChoices):
    """Why a worker is away, in the fewest words: nothing of their health is kept here."""

    LEAVE = "leave", _("Leave")
    NOT_AT_WORK = "not-at-work", _("Not at work")
    TRAINING = "training", _("Training")
    OTHER_WORK = "other-work", _("Other work")


class ExportReason(TextChoices):
    """Why a list leaves the service; kept in the access log."""

    SUPERVISION = "supervision", _("To prepare supervision")
    COVER = "cover", _("To arrange cover for absence")
    RETURN = "return", _("For a return that has to be made")
    CHECK = "check", _("To check the records")


class Permission(StrEnum):
    READ_CASE = "casework.read_case"
    READ_CASELOAD = "casework.read_caseload"
    READ_HEADROOM = "casework.read_headroom"
    OPEN_CASE = "casework.open_case"
    WEIGH_CASE = "casework.weigh_case"
    ALLOCATE_CASE = "casework.allocate_case"
    SHARE_OUT_CASES = "casework.share_out_cases"
    RECORD_DUTIES = "casework.record_duties"
    RECORD_CONTACT = "casework.record_contact"
    RECORD_WHAT_MATTERS = "casework.record_what_matters"
    CORRECT_CONTACT = "casework.correct_contact"
    CORRECT_WHAT_MATTERS = "casework.correct_what_matters"
    AGREE_PLAN = "casework.agree_plan"
    APPROVE_PLAN = "casework.approve_plan"
    SEND_BACK_PLAN = "casework.send_back_plan"
    RATE_GOAL = "casework.rate_goal"
    EXPORT_CASES = "casework.export_cases"
    LOAD_WEIGHTS = "casework.load_weights"
    READ_FAMILY_TEAM = "casework.read_family_team"
    FORM_FAMILY_TEAM = "casework.form_family_team"
    JOIN_FAMILY_TEAM = "casework.join_family_team"
    LEAVE_FAMILY_TEAM = "casework.leave_family_team"
    RECORD_FAMILY_ANSWER = "casework.record_family_answer"
    ASSESS_FAMILY = "casework.assess_family"
    ADD_FAMILY_ACTION = "casework.add_family_action"
    SETTLE_FAMILY_ACTION = "casework.settle_family_action"
    HOLD_FAMILY_MEETING = "casework.hold_family_meeting"
    OFFER_FAMILY_LEAD = "casework.offer_family_lead"
    TAKE_FAMILY_LEAD = "casework.take_family_lead"
    CLOSE_FAMILY_TEAM = "casework.close_family_team"
    START_VISIT = "casework.start_visit"
    END_VISIT = "casework.end_visit"
    EXTEND_VISIT = "casework.extend_visit"
    READ_VISITS = "casework.read_visits"
    ANSWER_VISIT = "casework.answer_visit"
    LOAD_VISIT_TERMS = "casework.load_visit_terms"
    TELL_SNAG = "casework.tell_snag"
    READ_SNAGS = "casework.read_snags"
    JOIN_SNAGS = "casework.join_snags"
    ANSWER_SNAG = "casework.answer_snag"
    SEE_SNAG_ANSWER = "casework.see_snag_answer"
    LOAD_SNAG_KINDS = "casework.load_snag_kinds"
    READ_TRANSFERS = "casework.read_transfers"
    PROPOSE_TRANSFER = "casework.propose_transfer"
    ACKNOWLEDGE_TRANSFER = "casework.acknowledge_transfer"
    DECLINE_TRANSFER = "casework.decline_transfer"
    WITHDRAW_TRANSFER = "casework.withdraw_transfer"
    REOPEN_CASE = "casework.reopen_case"
    READ_SUPERVISION = "casework.read_supervision"
    RECORD_SUPERVISION = "casework.record_supervision"
    FINISH_SUPERVISION_ACTION = "casework.finish_supervision_action"
    LOAD_SUPERVISION_RHYTHMS = "casework.load_supervision_rhythms"
    RECORD_ABSENCE = "casework.record_absence"
    END_ABSENCE = "casework.end_absence"


# What cover is for: seeing where things stand, keeping what was said, and going to see them with somebody watching the time.
# Plans, outcomes and ends wait for whoever holds the case.
COVER_ALLOWS = frozenset(
    {
        Permission.READ_CASE,
        Permission.READ_CASELOAD,
        Permission.RECORD_CONTACT,
        Permission.START_VISIT,
        Permission.EXTEND_VISIT,
        Permission.END_VISIT,
    }
)


class Verb(StrEnum):
    CASE_OPENED = "casework.case_opened"
    CASE_WEIGHED = "casework.case_weighed"
    CASE_ALLOCATED = "casework.case_allocated"
    CASE_PLACED = "casework.case_placed"
    CASES_SHARED_OUT = "casework.cases_shared_out"
    DUTIES_RECORDED = "casework.duties_recorded"
    CASE_ENDED = "casework.case_ended"
    CONTACT_RECORDED = "casework.contact_recorded"
    WHAT_MATTERS_RECORDED = "casework.what_matters_recorded"
    CONTACT_CORRECTED = "casework.contact_corrected"
    WHAT_MATTERS_CORRECTED = "casework.what_matters_corrected"
    PLAN_AGREED = "casework.plan_agreed"
    PLAN_APPROVED = "casework.plan_approved"
    PLAN_SENT_BACK = "casework.plan_sent_back"
    PLAN_APPROVAL_REQUIRED = "casework.plan_approval_required"
    PLAN_APPROVAL_RELEASED = "casework.plan_approval_released"
    GOAL_RATED = "casework.goal_rated"
    GOALS_RATED = "casework.goals_rated"
    CONTACT_CAME_AGAIN = "casework.contact_came_again"
    CASE_RESUMED = "casework.case_resumed"
    CASE_RECEIVED = "casework.case_received"
    WEIGHTS_LOADED = "casework.weights_loaded"
    FAMILY_TEAM_FORMED = "casework.family_team_formed"
    FAMILY_TEAM_JOINED = "casework.family_team_joined"
    FAMILY_TEAM_LEFT = "casework.family_team_left"
    FAMILY_ANSWER_RECORDED = "casework.family_answer_recorded"
    FAMILY_ASSESSED = "casework.family_assessed"
    FAMILY_ACTION_ADDED = "casework.family_action_added"
    FAMILY_ACTION_SETTLED = "casework.family_action_settled"
    FAMILY_MEETING_HELD = "casework.family_meeting_held"
    FAMILY_LEAD_OFFERED = "casework.family_lead_offered"
    FAMILY_LEAD_TAKEN = "casework.family_lead_taken"
    FAMILY_TEAM_CLOSED = "casework.family_team_closed"
    VISIT_STARTED = "casework.visit_started"
    VISIT_ENDED = "casework.visit_ended"
    VISIT_EXTENDED = "casework.visit_extended"
    VISIT_ANSWERED = "casework.visit_answered"
    VISIT_TERMS_LOADED = "casework.visit_terms_loaded"
    SNAG_TOLD = "casework.snag_told"
    SNAGS_JOINED = "casework.snags_joined"
    SNAG_ANSWERED = "casework.snag_answered"
    SNAG_ANSWER_SEEN = "casework.snag_answer_seen"
    SNAG_KINDS_LOADED = "casework.snag_kinds_loaded"
    TRANSFER_PROPOSED = "casework.transfer_proposed"
    TRANSFER_ACKNOWLEDGED = "casework.transfer_acknowledged"
    TRANSFER_DECLINED = "casework.transfer_declined"
    TRANSFER_WITHDRAWN = "casework.transfer_withdrawn"
    TRANSFERS_OVERTAKEN = "casework.transfers_overtaken"
    CASE_REOPENED = "casework.case_reopened"
    SUPERVISION_RECORDED = "casework.supervision_recorded"
    SUPERVISION_ACTION_FINISHED = "casework.supervision_action_finished"
    SUPERVISION_RHYTHMS_LOADED = "casework.supervision_rhythms_loaded"
    ABSENCE_RECORDED = "casework.absence_recorded"
    ABSENCE_ENDED = "casework.absence_ended"
    COVER_EXTENDED = "casework.cover_extended"
