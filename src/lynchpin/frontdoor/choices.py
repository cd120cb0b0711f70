"""Words of the front door."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lynchpin.frontdoor.sentences import SENTENCES as SENTENCES


class ReferralSource(TextChoices):
    """Ways in: RS1 to RS7 of the reference pack, and walking in."""

    PROFILING = "RS1", _("Profiling")
    ADULT_SERVICES = "RS2", _("Adult Services single point of access")
    PROFESSIONAL = "RS3", _("Professional referral")
    JOBCENTRE = "RS4", _("Jobcentre Plus list")
    SELF = "RS5", _("Asked for help")
    SPECIALIST = "RS6", _("Specialist pathway")
    EMPLOYABILITY = "RS7", _("Employability referral")
    WALK_IN = "WI", _("Came to us at an event")


class ReferralStatus(TextChoices):
    RECEIVED = "received", _("Received")
    SCREENING = "screening", _("Being looked at")
    RETURNED = "returned", _("Came back to us")
    ANSWERED = "answered", _("Advice given")
    BROKERED = "brokered", _("A provider was asked")
    WITH_PROVIDER = "with-provider", _("A provider is helping them")
    ROUTED = "routed", _("Passed to a lead worker")
    TAKEN_UP = "taken-up", _("Someone is working with them")
    PASSED_ON = "passed-on", _("Passed to a statutory service")
    ENDED = "ended", _("The help has ended")
    OPEN_OFFER = "open-offer", _("Open offer left")
    DECLINED_BY_PERSON = "declined-by-person", _("The person said no")
    VOID = "void", _("Sent by mistake")


class ReturnCause(TextChoices):
    """Why somebody is back at the front door: never their own no."""

    DECLINED = "declined", _("The service declined")
    NOT_ELIGIBLE = "not-eligible", _("The service says they are not eligible")
    NO_CAPACITY = "no-capacity", _("The service has no room")
    WAITING_LIST = "waiting-list", _("The service could only offer a waiting list")
    NO_ANSWER = "no-answer", _("The service did not answer in time")
    NOT_REACHED = "not-reached", _("The service could not reach them")
    ENDED_EARLY = "ended-early", _("The help ended before it was finished")
    WRONG_PLACE = "wrong-place", _("It belongs to another team")
    CAME_BACK = "came-back", _("They came back to us")


class EndCode(TextChoices):
    """How a referral's help ended, where it was neither advice, a passing on, an open offer nor the person's no."""

    HELPED = "helped", _("They got the help they wanted")
    PARTLY_HELPED = "partly-helped", _("They got some of the help they wanted")
    STEPPED_UP = "stepped-up", _("A specialist service took over")
    NEED_MET_ELSEWHERE = "met-elsewhere", _("They got help from somewhere else")
    MOVED_AWAY = "moved-away", _("They moved away")
    DIED = "died", _("They died")


class VoidCause(TextChoices):
    """Why a referral was never one."""

    DUPLICATE = "duplicate", _("It is the same as another")
    MISTAKE = "mistake", _("It was sent by mistake")


class BrokeringState(TextChoices):
    """How far asking a provider has come."""

    ASKED = "asked", _("Asked, waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    HELPED = "helped", _("Finished: they got the help")
    RETURNED = "returned", _("Came back to us")
    WITHDRAWN = "withdrawn", _("Taken back by us")


class LinkPurpose(TextChoices):
    """What a partner without an account may do by a link, and nothing else."""

    SEND = "send", _("Send referrals")
    ANSWER = "answer", _("Answer whether they can help")


class LinkState(TextChoices):
    """Whether a partner's link still opens."""

    OPEN = "open", _("Can be used")
    USED_UP = "used-up", _("Used up")
    EXPIRED = "expired", _("Its last day has passed")
    REVOKED = "revoked", _("Taken back")


class ListState(TextChoices):
    """How far a list of many people has come."""

    STAGED = "staged", _("To be looked at")
    TAKEN_IN = "taken-in", _("Taken in")
    SET_ASIDE = "set-aside", _("Set aside")


class PauseCause(TextChoices):
    """Why a clock stands still."""

    PERSON_ASKED = "person-asked", _("The person asked us to wait")
    IN_HOSPITAL = "in-hospital", _("The person is in hospital or away")
    SAFEGUARDING = "safeguarding", _("Safeguarding asked us to wait")
    MORE_FACTS = "more-facts", _("We asked whoever sent it for more")


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
    WITHHELD = "withheld", _("Waiting to be put up for review")
    AGREED = "agreed", _("Agreed")
    REJECTED = "rejected", _("Not taken further")
    LAPSED = "lapsed", _("Lapsed at the next run")
    WITHDRAWN = "withdrawn", _("Withdrawn with its run")


class EditionState(TextChoices):
    """How far an edition of the routing rules has come."""

    DRAFTED = "drafted", _("Drafted")
    AGREED = "agreed", _("Agreed")
    SET_ASIDE = "set-aside", _("Set aside")


class CandidateDecision(TextChoices):
    AGREE = "agree", _("Agree with the suggested route")
    RAISE = "raise", _("Agree, with a higher priority")
    LOWER = "lower", _("Agree, with a lower priority")
    REJECT = "reject", _("Do not take further")


class DecisionGround(TextChoices):
    """Why a reviewer decided as they did, as a code that can be counted."""

    AS_SHOWN = "as_shown", _("The facts bear it out")
    KNOWN_MORE = "known_more", _("We know something that the files do not tell")
    WRONG_FACTS = "wrong_facts", _("Facts are wrong, or are about somebody else")
    OUT_OF_DATE = "out_of_date", _("Facts are out of date")
    HELPED = "helped", _("They have the help that they need")
    WORSENING = "worsening", _("It is getting harder for them now")
    NOT_WISHED = "not_wished", _("They would not wish to be approached")
    OTHER = "other", _("Another reason")


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
    PROVIDER_ANSWER = "provider-answer", _("The provider’s answer")


class ClockUnit(TextChoices):
    """What a clock counts in."""

    DAY = "day", _("working days")
    HOUR = "hour", _("working hours")


class TimelineKind(TextChoices):
    """Steps of a referral's timeline. Later rooms add theirs by the part `extend_timeline`."""

    RECEIVED = "received", _("It came to us")
    LISTED = "listed", _("It came to us on a list")
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
    ACKNOWLEDGED = "acknowledged", _("We said that it has come")
    BROKERED = "brokered", _("A provider was asked")
    PROVIDER_ACCEPTED = "provider-accepted", _("The provider said yes")
    RETURNED = "returned", _("Back at the front door")
    OPEN_OFFER = "open-offer", _("An open offer was left")
    REOPENED = "reopened", _("The work together began again")
    HELPED = "helped", _("They got the help")
    VOIDED = "voided", _("Set aside as sent by mistake")
    PAUSED = "paused", _("The clock was stopped for a while")
    RESUMED = "resumed", _("The clock runs again")
    LEAD_TOLD = "lead-told", _("The family’s own worker was told")
    JOINED = "joined", _("It joined the work that goes on already")


class OwnStatus(TextChoices):
    """All that whoever sent a referral is told of it; the two between only where the person agrees."""

    RECEIVED = "received", _("Received")
    CONTACTED = "contacted", _("We have been in touch with them")
    STARTED = "started", _("The help has started")
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
    RELEASE_CANDIDATES = "frontdoor.release_candidates"
    SET_REVIEW_ALLOWANCE = "frontdoor.set_review_allowance"
    READ_ROUTING_RULES = "frontdoor.read_routing_rules"
    DRAFT_ROUTING_RULES = "frontdoor.draft_routing_rules"
    AGREE_ROUTING_RULES = "frontdoor.agree_routing_rules"
    SET_ASIDE_ROUTING_RULES = "frontdoor.set_aside_routing_rules"
    LOAD_FRONTDOOR = "frontdoor.load_frontdoor"
    EXPORT_QUEUE = "frontdoor.export_queue"
    BROKER_REFERRAL = "frontdoor.broker_referral"
    ANSWER_BROKERING = "frontdoor.answer_brokering"
    WITHDRAW_BROKERING = "frontdoor.withdraw_brokering"
    FINISH_BROKERING = "frontdoor.finish_brokering"
    LAPSE_BROKERINGS = "frontdoor.lapse_brokerings"
    FIND_OWNERS = "frontdoor.find_owners"
    RETURN_REFERRAL = "frontdoor.return_referral"
    BRING_BACK_REFERRAL = "frontdoor.bring_back_referral"
    LEAVE_OPEN_OFFER = "frontdoor.leave_open_offer"
    VOID_REFERRAL = "frontdoor.void_referral"
    CLOSE_REFERRAL = "frontdoor.close_referral"
    PAUSE_CLOCK = "frontdoor.pause_clock"
    RESUME_CLOCK = "frontdoor.resume_clock"
    DECLARE_CLOSED_DAY = "frontdoor.declare_closed_day"
    REPORT_SOMEONE_MET = "frontdoor.report_someone_met"
    READ_LINKS = "frontdoor.read_links"
    GIVE_PARTNER_LINK = "frontdoor.give_partner_link"
    GIVE_ANSWER_LINK = "frontdoor.give_answer_link"
    ANSWER_BY_LINK = "frontdoor.answer_by_link"
    REVOKE_PARTNER_LINK = "frontdoor.revoke_partner_link"
    SEND_REFERRAL_BY_LINK = "frontdoor.send_referral_by_link"
    READ_LISTS = "frontdoor.read_lists"
    STAGE_LIST = "frontdoor.stage_list"
    TAKE_IN_LIST = "frontdoor.take_in_list"
    SET_ASIDE_LIST = "frontdoor.set_aside_list"


class Verb(StrEnum):
    HELP_ASKED_FOR = "frontdoor.help_asked_for"
    REFERRAL_SENT = "frontdoor.referral_sent"
    REFERRAL_SCREENED = "frontdoor.referral_screened"
    REFERRAL_ANSWERED = "frontdoor.referral_answered"
    REFERRAL_ROUTED = "frontdoor.referral_routed"
    REFERRAL_PASSED_ON = "frontdoor.referral_passed_on"
    REFERRAL_TAKEN_UP = "frontdoor.referral_taken_up"
    PERSONS_NO_RECORDED = "frontdoor.persons_no_recorded"
    PERSONS_NO_KEPT = "frontdoor.persons_no_kept"
    CANDIDATES_RAISED = "frontdoor.candidates_raised"
    CANDIDATES_WITHDRAWN = "frontdoor.candidates_withdrawn"
    CANDIDATE_DECIDED = "frontdoor.candidate_decided"
    CANDIDATES_RELEASED = "frontdoor.candidates_released"
    REVIEW_ALLOWANCE_SET = "frontdoor.review_allowance_set"
    ROUTING_RULES_DRAFTED = "frontdoor.routing_rules_drafted"
    ROUTING_RULES_AGREED = "frontdoor.routing_rules_agreed"
    ROUTING_RULES_SET_ASIDE = "frontdoor.routing_rules_set_aside"
    TIMELINE_EXTENDED = "frontdoor.timeline_extended"
    FRONTDOOR_LOADED = "frontdoor.frontdoor_loaded"
    REFERRALS_RECEIVED = "frontdoor.referrals_received"
    REFERRAL_BROKERED = "frontdoor.referral_brokered"
    BROKERING_ANSWERED = "frontdoor.brokering_answered"
    BROKERING_WITHDRAWN = "frontdoor.brokering_withdrawn"
    BROKERING_FINISHED = "frontdoor.brokering_finished"
    BROKERINGS_LAPSED = "frontdoor.brokerings_lapsed"
    OWNERS_FOUND = "frontdoor.owners_found"
    REFERRAL_RETURNED = "frontdoor.referral_returned"
    REFERRAL_BROUGHT_BACK = "frontdoor.referral_brought_back"
    OPEN_OFFER_LEFT = "frontdoor.open_offer_left"
    REFERRAL_VOIDED = "frontdoor.referral_voided"
    REFERRAL_CLOSED = "frontdoor.referral_closed"
    REFERRAL_ENDED = "frontdoor.referral_ended"
    REFERRAL_REOPENED = "frontdoor.referral_reopened"
    CLOCK_PAUSED = "frontdoor.clock_paused"
    CLOCK_RESUMED = "frontdoor.clock_resumed"
    CLOSED_DAY_DECLARED = "frontdoor.closed_day_declared"
    SOMEONE_MET_REPORTED = "frontdoor.someone_met_reported"
    PARTNER_LINK_GIVEN = "frontdoor.partner_link_given"
    ANSWER_LINK_GIVEN = "frontdoor.answer_link_given"
    ANSWERED_BY_LINK = "frontdoor.answered_by_link"
    PARTNER_LINK_REVOKED = "frontdoor.partner_link_revoked"
    REFERRAL_SENT_BY_LINK = "frontdoor.referral_sent_by_link"
    LIST_STAGED = "frontdoor.list_staged"
    LIST_TAKEN_IN = "frontdoor.list_taken_in"
    LIST_SET_ASIDE = "frontdoor.list_set_aside"
