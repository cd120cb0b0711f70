"""Words of casework."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseStatus(TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Complexity(TextChoices):
    LIGHT = "light", _("Light: one thing to sort out")
    STEADY = "steady", _("Steady: a few things at once")
    INTENSIVE = "intensive", _("Intensive: a lot is happening")


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


class EndReason(TextChoices):
    GOALS_REACHED = "goals-reached", _("Goals reached")
    STEPPED_DOWN = "stepped-down", _("Stepped down to community support")
    STEPPED_UP = "stepped-up", _("Stepped up to a specialist service")
    PERSONS_NO = "persons-no", _("The person said no")
    MOVED_AWAY = "moved-away", _("Moved away")
    DIED = "died", _("Died")
    NO_REPLY = "no-reply", _("No reply, with an open offer left")


class Permission(StrEnum):
    READ_CASE = "casework.read_case"
    READ_CASELOAD = "casework.read_caseload"
    READ_HEADROOM = "casework.read_headroom"
    OPEN_CASE = "casework.open_case"
    WEIGH_CASE = "casework.weigh_case"
    ALLOCATE_CASE = "casework.allocate_case"
    RECORD_CONTACT = "casework.record_contact"
    RECORD_WHAT_MATTERS = "casework.record_what_matters"
    AGREE_PLAN = "casework.agree_plan"
    RATE_GOAL = "casework.rate_goal"
    EXPORT_CASES = "casework.export_cases"
    IMPORT_CASES = "casework.import_cases"


class Verb(StrEnum):
    CASE_OPENED = "casework.case_opened"
    CASE_WEIGHED = "casework.case_weighed"
    CASE_ALLOCATED = "casework.case_allocated"
    CASE_ENDED = "casework.case_ended"
    CONTACT_RECORDED = "casework.contact_recorded"
    WHAT_MATTERS_RECORDED = "casework.what_matters_recorded"
    PLAN_AGREED = "casework.plan_agreed"
    GOAL_RATED = "casework.goal_rated"
    CASES_IMPORTED = "casework.cases_imported"


SENTENCES: dict[str, object] = {}
