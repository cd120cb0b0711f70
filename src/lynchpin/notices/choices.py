"""Kinds and states of a message out."""

from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeState(TextChoices):
    WAITING = "waiting", _("To be checked")
    CHECKED = "checked", _("Checked, ready to send")
    SENT = "sent", _("Sent")
    HELD = "held", _("Held: not safe to send")
    CANCELLED = "cancelled", _("Cancelled")


class NoticeKind(TextChoices):
    REFERRAL_RECEIVED = "referral-received", _("We have your request")
    APPOINTMENT = "appointment", _("Your appointment")
    OPEN_OFFER = "open-offer", _("An open offer")
    GOODBYE = "goodbye", _("The end of our work together")


class Permission(StrEnum):
    READ_NOTICES = "notices.read_notices"
    CHECK_NOTICE = "notices.check_notice"
    CANCEL_NOTICE = "notices.cancel_notice"
    POST_NOTICE = "notices.post_notice"


class Verb(StrEnum):
    NOTICE_QUEUED = "notices.notice_queued"
    NOTICE_HELD = "notices.notice_held"
    NOTICE_CHECKED = "notices.notice_checked"
    NOTICE_CANCELLED = "notices.notice_cancelled"
    NOTICE_POSTED = "notices.notice_posted"


SENTENCES: dict[str, object] = {
    "notice_contact_held": _("Send nothing to this person now. The safeguarding lead says when contact may go on."),
    "notice_not_asked": _("Find out first how it is safe to reach this person. Nobody has asked them yet."),
    "notice_no_safe_way": _(
        "Do not write to this person. They gave no safe way to write to them that we have the details for."
    ),
    "notice_address_protected": _("Ask the data protection officer how to deliver this. The address is protected."),
    "notice_moved_on": _("This notice was sent or cancelled already, so nothing can be changed."),
    "notice_is_no_letter": _("Only letters are posted. This notice goes another way."),
    "notice_way_changed": _("Cancel this notice. The person has since asked for another way to be reached."),
    "notice_not_checked": _("Check this letter first. Only a checked letter is posted."),
}
