"""Words of pathways."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.pathways.sentences import SENTENCES as SENTENCES


class Direction(TextChoices):
    """Which way a move of a pathway leads."""

    UP = "up", _("Step up")
    DOWN = "down", _("Step down")
    RE_ENTRY = "re-entry", _("Back in")


class PlaceState(TextChoices):
    ON = "on", _("On the pathway")
    PAUSED = "paused", _("Having a break")
    LEFT = "left", _("Left")
    COMPLETED = "completed", _("Completed")


class PlaceMoveKind(TextChoices):
    """What happened to a person's place."""

    ENTERED = "entered", _("Started")
    UP = "up", _("Stepped up")
    DOWN = "down", _("Stepped down")
    PAUSED = "paused", _("Took a break")
    RESUMED = "resumed", _("Went on after a break")
    LEFT = "left", _("Left")
    RE_ENTERED = "re-entered", _("Came back")
    COMPLETED = "completed", _("Completed it")


class LeaveReason(TextChoices):
    PERSONS_NO = "persons-no", _("The person said no")
    FOUND_OTHER = "found-other", _("They found something that suits them better")
    NOT_FOR_THEM = "not-for-them", _("This pathway does not fit what they need")
    NO_REPLY = "no-reply", _("No reply, with an open offer left")
    MOVED_AWAY = "moved-away", _("Moved away")
    CASE_ENDED = "case-ended", _("The work with us ended")


class Promise(TextChoices):
    """What completing a step guarantees."""

    INTERVIEW = "interview", _("Guaranteed interview")
    WORK_EXPERIENCE = "work_experience", _("Guaranteed work experience")


class HandoverWay(TextChoices):
    UP = "up", _("Up, to a specialist service")
    DOWN = "down", _("Down, to community support")


class HandoverState(TextChoices):
    PREPARED = "prepared", _("Being prepared")
    SENT = "sent", _("Sent, waiting for an answer")
    ACKNOWLEDGED = "acknowledged", _("Taken on, first visit to come")
    MET = "met", _("They have met")
    WAIVED = "waived", _("Taken on, without a first visit")
    DECLINED = "declined", _("Declined, back with the sender")
    WITHDRAWN = "withdrawn", _("Withdrawn, back with the sender")


class CheckInPoint(TextChoices):
    """How long after the end a person is asked how things are."""

    SIX_WEEKS = "6-weeks", _("After 6 weeks")
    TWELVE_WEEKS = "12-weeks", _("After 12 weeks")
    SIX_MONTHS = "6-months", _("After 6 months")


class CheckInState(TextChoices):
    DUE = "due", _("To be asked")
    SUSTAINED = "sustained", _("It has lasted")
    PARTLY = "partly", _("It has partly lasted")
    RELAPSED = "relapsed", _("Things have slipped back")
    NO_REPLY = "no-reply", _("No reply")
    PERSONS_NO = "persons-no", _("They do not want to be asked")
    DROPPED = "dropped", _("Not asked any more")


class Permission(StrEnum):
    READ_PATHWAYS = "pathways.read_pathways"
    LOAD_PATHWAYS = "pathways.load_pathways"
    EDIT_PATHWAY_STEP = "pathways.edit_pathway_step"
    READ_PLACE = "pathways.read_place"
    START_PATHWAY = "pathways.start_pathway"
    ANSWER_STEP_TEST = "pathways.answer_step_test"
    ANSWER_OFFER_QUESTIONS = "pathways.answer_offer_questions"
    STEP_UP = "pathways.step_up"
    STEP_DOWN = "pathways.step_down"
    PAUSE_PATHWAY = "pathways.pause_pathway"
    RESUME_PATHWAY = "pathways.resume_pathway"
    LEAVE_PATHWAY = "pathways.leave_pathway"
    RE_ENTER_PATHWAY = "pathways.re_enter_pathway"
    COMPLETE_PATHWAY = "pathways.complete_pathway"
    GIVE_GUARANTEE = "pathways.give_guarantee"
    READ_HANDOVER = "pathways.read_handover"
    PREPARE_HANDOVER = "pathways.prepare_handover"
    SEND_HANDOVER = "pathways.send_handover"
    WITHDRAW_HANDOVER = "pathways.withdraw_handover"
    ACKNOWLEDGE_HANDOVER = "pathways.acknowledge_handover"
    DECLINE_HANDOVER = "pathways.decline_handover"
    RECORD_FIRST_VISIT = "pathways.record_first_visit"
    WAIVE_FIRST_VISIT = "pathways.waive_first_visit"
    READ_CHECK_INS = "pathways.read_check_ins"
    RECORD_CHECK_IN = "pathways.record_check_in"
    READ_SUSTAINED = "pathways.read_sustained"


class Verb(StrEnum):
    PATHWAYS_LOADED = "pathways.pathways_loaded"
    PATHWAY_STEP_EDITED = "pathways.pathway_step_edited"
    PATHWAY_STARTED = "pathways.pathway_started"
    STEP_TEST_ANSWERED = "pathways.step_test_answered"
    OFFER_QUESTIONS_ANSWERED = "pathways.offer_questions_answered"
    STEPPED_UP = "pathways.stepped_up"
    STEPPED_DOWN = "pathways.stepped_down"
    PATHWAY_PAUSED = "pathways.pathway_paused"
    PATHWAY_RESUMED = "pathways.pathway_resumed"
    PATHWAY_LEFT = "pathways.pathway_left"
    PATHWAY_RE_ENTERED = "pathways.pathway_re_entered"
    PATHWAY_COMPLETED = "pathways.pathway_completed"
    PLACES_ENDED = "pathways.places_ended"
    GUARANTEE_GIVEN = "pathways.guarantee_given"
    HANDOVER_PREPARED = "pathways.handover_prepared"
    HANDOVER_SENT = "pathways.handover_sent"
    HANDOVER_WITHDRAWN = "pathways.handover_withdrawn"
    HANDOVER_ACKNOWLEDGED = "pathways.handover_acknowledged"
    HANDOVER_DECLINED = "pathways.handover_declined"
    FIRST_VISIT_RECORDED = "pathways.first_visit_recorded"
    FIRST_VISIT_WAIVED = "pathways.first_visit_waived"
    CHECK_INS_PLANNED = "pathways.check_ins_planned"
    CHECK_INS_DROPPED = "pathways.check_ins_dropped"
    CHECK_IN_RECORDED = "pathways.check_in_recorded"
