"""Words of the front door."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.frontdoor.sentences import SENTENCES as SENTENCES


class ReferralSource(TextChoices):
    """Ways in: RS1 to RS7 of the reference pack."""

    PROFILING = "RS1", _("Profiling")
    ADULT_SERVICES = "RS2", _("Adult Services single point of access")
    PROFESSIONAL = "RS3", _("Professional referral")
    JOBCENTRE = "RS4", _("Jobcentre Plus list")
    SELF = "RS5", _("Asked for help")
    SPECIALIST = "RS6", _("Specialist pathway")
    EMPLOYABILITY = "RS7", _("Employability referral")


class ReferralStatus(TextChoices):
    RECEIVED = "received", _("Received")
    SCREENING = "screening", _("Being looked at")
    ANSWERED = "answered", _("Advice given")
    ROUTED = "routed", _("Passed to a lead worker")
    TAKEN_UP = "taken-up", _("Someone is working with them")
    PASSED_ON = "passed-on", _("Passed to a statutory service")
    DECLINED_BY_PERSON = "declined-by-person", _("The person said no")


class Urgency(TextChoices):
    SAME_DAY = "same-day", _("Same day")
    SOON = "soon", _("Soon")
    ROUTINE = "routine", _("Routine")


class Need(TextChoices):
    MONEY = "money", _("Money and debt")
    WORK = "work", _("Work and training")
    HOME = "home", _("Home and housing")
    PARENTING = "parenting", _("Parenting and family life")
    LONELINESS = "loneliness", _("Feeling alone")
    HEALTH = "health", _("Health and well-being")
    LEARNING = "learning", _("Learning and skills")
    SAFETY = "safety", _("Feeling safe")
    OTHER = "other", _("Something else")


class CandidateState(TextChoices):
    RELEASED = "released", _("To be reviewed")
    WITHHELD = "withheld", _("Not released")
    AGREED = "agreed", _("Agreed")
    REJECTED = "rejected", _("Not taken further")
    LAPSED = "lapsed", _("Lapsed at the next run")
    WITHDRAWN = "withdrawn", _("Withdrawn with its run")


class CandidateDecision(TextChoices):
    AGREE = "agree", _("Agree with the suggested route")
    RAISE = "raise", _("Agree, with a higher priority")
    LOWER = "lower", _("Agree, with a lower priority")
    REJECT = "reject", _("Do not take further")


class Route(TextChoices):
    NONE = "none", _("No action")
    UNIVERSAL = "universal", _("Universal activities, with an invitation")
    ADVICE = "advice", _("Information, advice and assistance")
    CASELOAD = "caseload", _("Community worker's caseload")
    PRIORITY = "priority", _("Community worker's caseload, first in line")
    FAMILY_CONVERSATION = "family-conversation", _("Whole-family conversation (team around the family)")
    TRIAGE = "triage", _("Looked at by the central team")
    STATUTORY = "statutory", _("Statutory front door")


class ClockStep(TextChoices):
    """Steps that have a clock; `decide` is the one clock of the queue."""

    ACKNOWLEDGE = "acknowledge", _("Say that it has come")
    DECIDE = "decide", _("Decide what happens next")
    ALLOCATE = "allocate", _("Name a worker")
    FIRST_TRY = "first-try", _("First try to reach the person")


class TimelineKind(TextChoices):
    """Steps of a referral's timeline. Later rooms add theirs by the part `extend_timeline`."""

    RECEIVED = "received", _("It came to us")
    SCREENED = "screened", _("We looked at it")
    ANSWERED = "answered", _("We gave advice")
    ROUTED = "routed", _("Passed to a lead worker")
    PASSED_ON = "passed-on", _("Passed to a statutory service")
    PERSONS_NO = "persons-no", _("The person said no")
    TAKEN_UP = "taken-up", _("Someone is working with them")
    WORKER_NAMED = "worker-named", _("A worker was named")
    APPROACH = "approach", _("We tried to reach the person")
    MET = "met", _("We met the person")
    ENDED = "ended", _("The work together ended")
    REOPENED = "reopened", _("The work together began again")


class OwnStatus(TextChoices):
    """All that whoever sent a referral is told of it."""

    RECEIVED = "received", _("Received")
    LOOKED_AT = "looked-at", _("Being looked at")
    WORKED_WITH = "worked-with", _("Someone is working with them")
    ENDED = "ended", _("Ended")


class ExportReason(TextChoices):
    """Why a list of people leaves the service; kept in the access log."""

    WORKLOAD = "workload", _("To plan the work of the team")
    RETURN = "return", _("For a return or a report that is due")
    QUALITY = "quality", _("To check the quality of the work")


class Permission(StrEnum):
    READ_QUEUE = "frontdoor.read_queue"
    READ_REFERRAL = "frontdoor.read_referral"
    ASK_FOR_HELP = "frontdoor.ask_for_help"
    SEND_REFERRAL = "frontdoor.send_referral"
    READ_OWN_REFERRALS = "frontdoor.read_own_referrals"
    SCREEN_REFERRAL = "frontdoor.screen_referral"
    ANSWER_REFERRAL = "frontdoor.answer_referral"
    ROUTE_REFERRAL = "frontdoor.route_referral"
    PASS_ON_REFERRAL = "frontdoor.pass_on_referral"  # noqa: S105  (a permission, not a password)
    RECORD_PERSONS_NO = "frontdoor.record_persons_no"
    RAISE_CANDIDATES = "frontdoor.raise_candidates"
    READ_CANDIDATES = "frontdoor.read_candidates"
    DECIDE_CANDIDATE = "frontdoor.decide_candidate"
    LOAD_FRONTDOOR = "frontdoor.load_frontdoor"
    EXPORT_QUEUE = "frontdoor.export_queue"


class Verb(StrEnum):
    HELP_ASKED_FOR = "frontdoor.help_asked_for"
    REFERRAL_SENT = "frontdoor.referral_sent"
    REFERRAL_SCREENED = "frontdoor.referral_screened"
    REFERRAL_ANSWERED = "frontdoor.referral_answered"
    REFERRAL_ROUTED = "frontdoor.referral_routed"
    REFERRAL_PASSED_ON = "frontdoor.referral_passed_on"
    REFERRAL_TAKEN_UP = "frontdoor.referral_taken_up"
    PERSONS_NO_RECORDED = "frontdoor.persons_no_recorded"
    CANDIDATES_RAISED = "frontdoor.candidates_raised"
    CANDIDATES_WITHDRAWN = "frontdoor.candidates_withdrawn"
    CANDIDATE_DECIDED = "frontdoor.candidate_decided"
    TIMELINE_EXTENDED = "frontdoor.timeline_extended"
    FRONTDOOR_LOADED = "frontdoor.frontdoor_loaded"
    REFERRALS_RECEIVED = "frontdoor.referrals_received"
