"""Words of a concern."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ConcernStatus(TextChoices):
    RAISED = "raised", _("Raised, not yet reported")
    REPORTED = "reported", _("Reported by phone")
    CONFIRMED = "confirmed", _("Confirmed in writing")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    CLOSED = "closed", _("Closed")


class ConcernCategory(TextChoices):
    PHYSICAL = "physical", _("Physical abuse")
    SEXUAL = "sexual", _("Sexual abuse")
    EMOTIONAL = "emotional", _("Emotional or psychological abuse")
    NEGLECT = "neglect", _("Neglect")
    FINANCIAL = "financial", _("Financial abuse")
    NOT_SURE = "not-sure", _("Not sure")


class Permission(StrEnum):
    RAISE_CONCERN = "safeguarding.raise_concern"
    READ_CONCERNS = "safeguarding.read_concerns"
    REPORT_CONCERN = "safeguarding.report_concern"
    CONFIRM_CONCERN = "safeguarding.confirm_concern"
    ACKNOWLEDGE_CONCERN = "safeguarding.acknowledge_concern"
    CLOSE_CONCERN = "safeguarding.close_concern"


class Verb(StrEnum):
    CONCERN_RAISED = "safeguarding.concern_raised"
    CONCERN_REPORTED = "safeguarding.concern_reported"
    CONCERN_CONFIRMED = "safeguarding.concern_confirmed"
    CONCERN_ACKNOWLEDGED = "safeguarding.concern_acknowledged"
    CONCERN_CLOSED = "safeguarding.concern_closed"


SENTENCES: dict[str, object] = {}
