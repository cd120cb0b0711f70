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


class Verb(StrEnum):
    NOTICE_QUEUED = "notices.notice_queued"
    NOTICE_HELD = "notices.notice_held"
    NOTICE_CHECKED = "notices.notice_checked"
    NOTICE_CANCELLED = "notices.notice_cancelled"


SENTENCES: dict[str, object] = {}
