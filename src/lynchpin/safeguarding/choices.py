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


SENTENCES: dict[str, object] = {
    "concern_moved_on": _("A colleague has taken this step already. Open the concern again to see what is next."),
    "concern_words_missing": _("Write what was seen or heard, in the words that were used."),
    "concern_about_nobody": _("Say whom you are worried about."),
    "concern_why_not_told": _("Say why the person was not told. You never need their agreement to raise a concern."),
    "concern_reported_to_nobody": _("Write who took the report: a name or a team."),
    "concern_in_future": _("Check the day and time. They have not come yet."),
    "concern_before_raised": _("Check the day and time. They are before the concern was raised."),
    "concern_outcome_missing": _("Write what came of the concern."),
}
