"""Words of casework."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.casework.family_words import SENTENCES as FAMILY_SENTENCES
from lynchpin.casework.hand_sentences import CHANGING_HANDS
from lynchpin.casework.snag_choices import SNAG_SENTENCES
from lynchpin.casework.visit_choices import VISIT_SENTENCES


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


SENTENCES: dict[str, object] = {
    "case_closed": _("This case is closed. Open the person's page to see who is working with them now."),
    "case_open_already": _("This case is open. There is nothing to take up again."),
    "caseload_full": _(
        "This worker has no room: %(load)s of %(limit)s points are in use and this case weighs %(weight)s. "
        "Choose another worker."
    ),
    "worker_has_left": _("This worker is not at work on that day. Choose another worker."),
    "worker_holds_no_cases": _(
        "This colleague's role does not hold cases. Choose an engagement worker or a lead worker."
    ),
    "worker_kept_from_case": _("This worker cannot be given this case. Choose another worker."),
    "case_already_theirs": _("This worker already holds the case. Choose another worker or go back."),
    "referral_not_routed": _(
        "Only a referral that was passed to a lead worker can become a case. Open the referral to see where it is."
    ),
    "referral_names_nobody_known": _("Find or add the person on the referral first. Then open the case."),
    "resident_has_open_case": _("This person already has an open case. Tell the worker who holds it instead."),
    "person_has_moved": _(
        "They have moved to another area since this was passed to you. Give it back to the front door, which passes it on to "
        "where they live now."
    ),
    "weights_not_loaded": _("No weight formula is in force on that day. Ask the system administrator to load one."),
    "weight_answer_unknown": _(
        "The weight formula in force has no points for one of these answers. Choose another answer."
    ),
    "conversation_in_future": _("Enter the day of the conversation. It cannot be after today."),
    "agreed_in_future": _("Enter the day on which the plan was agreed. It cannot be after today."),
    "review_before_agreed": _("Enter a review date after the day on which the plan was agreed."),
    "plan_without_goals": _("Write at least one goal in the person's own words."),
    "plan_not_waiting": _(
        "This edition of the plan no longer waits for approval. Open the case to see what became of it."
    ),
    "plan_is_your_own": _("You wrote this edition of the plan. Ask another lead worker to look at it."),
    "sent_back_without_words": _("Say what is missing, so that the worker can put it right with the person."),
    "contact_in_future": _("Enter when the contact took place. It cannot be later than now."),
    "contact_before_case": _("Enter a day on or after %(opened)s, the day on which the case opened."),
    "contact_kept_elsewhere": _("This contact was already kept under another case. Open the contact page again."),
    "rating_out_of_range": _("Choose a number from 0 to 10."),
    "goal_not_in_plan": _("This goal belongs to an earlier plan. Rate the goals of the plan that is in force."),
    "override_without_reason": _(
        "Say why case %(case)s goes to another worker than the one proposed, or choose the worker proposed."
    ),
    "nothing_to_share_out": _("Choose a worker for at least one case."),
    "sharing_out_of_date": _(
        "Case %(case)s could no longer be given as chosen, so no case was given. What you chose is kept below, beside a new "
        "proposal. Check it and try again."
    ),
    "duties_before_last": _("Enter a day on or after %(start)s, when the duties recorded last began."),
    "duties_too_far_ahead": _("Enter a day within the next twelve months."),
    "duties_over_a_week": _("Enter hours that fit into a week of %(hours)s hours."),
    "only_worker_with_room": _("Nobody else who can be given this case has room for it."),
    "knew_them_before": _("They worked with this person before."),
    "speaks_their_language": _("The person would like Welsh, and they speak it."),
    "no_welsh_speaker_has_room": _("The person would like Welsh, and nobody with room speaks it."),
    "welsh_speaker_would_be_fuller": _(
        "The person would like Welsh. A worker who speaks it has room, but the sharing out would be less even with them, "
        "or others need them more."
    ),
    "nearest_with_room": _("Of those with room they start nearest, %(km)s km away."),
    "this_far_away": _("They start %(km)s km away."),
    "home_place_not_known": _("No distance is known: we cannot tell in which area the person lives."),
    "base_place_not_known": _("No distance is known: we cannot tell where this worker starts from."),
    "knows_what_they_asked_about": _("They are trained in what the person asked about."),
    "knows_some_of_what_they_asked_about": _(
        "They are trained in some of what the person asked about: %(met)s of %(asked)s."
    ),
    "emptiest_caseload": _("Theirs is the emptiest caseload of those who could take it: %(share)s%% is in use."),
    "fullest_caseload_kept_low": _("It keeps the loads even: the fullest caseload is then %(share)s%% in use."),
    "nobody_to_share_among": _("No engagement worker is at work in this cluster."),
    "nobody_has_room": _("Nobody has room for a case of %(weight)s points."),
    "kept_from_those_with_room": _("Those who have room cannot be given this case."),
    "room_went_to_others": _("There is not room for everyone who waits, and this sharing out helps the most people."),
    **FAMILY_SENTENCES,
    **VISIT_SENTENCES,
    **SNAG_SENTENCES,
    **CHANGING_HANDS,
}
