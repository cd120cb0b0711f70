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


class DigestKind(TextChoices):
    """What a colleague is told of: how many things of a kind wait, and where. Whose work each is stands in `rules.WORK`."""

    CONCERN_DUE = "concern-due", _("Safeguarding concerns with a step due")
    VISIT_OVERDUE = "visit-overdue", _("Colleagues who have not come back from a visit")
    CASE_NEW = "case-new", _("People new on your caseload")
    CONTACT_DUE = "contact-due", _("People on your caseload with a contact due")
    REVIEW_DUE = "review-due", _("Plans on your caseload to look at again")
    HANDOVER_WAITS = "handover-waits", _("Handovers that wait for you")
    TRANSFER_WAITS = "transfer-waits", _("Cases that a colleague asks you to take on")
    PLAN_WAITS = "plan-waits", _("Plans of others for you to look at")
    TEAM_DUE = "team-due", _("Meetings of teams around families")
    ACTION_DUE = "action-due", _("What you do in a family’s plan")
    AGREED_DUE = "agreed-due", _("What you agreed to do in supervision")
    SUPERVISION_DUE = "supervision-due", _("Colleagues whose supervision is due")
    SNAG_WAITS = "snag-waits", _("What is missing or not working, to answer")
    SNAG_ANSWERED = "snag-answered", _("Answers to what you said is missing")
    CHECK_IN_DUE = "check-in-due", _("People to ask whether it has lasted")
    REFERRAL_TO_OPEN = "referral-to-open", _("Referrals that wait for you to open a case")
    CASE_WAITS = "case-waits", _("Cases that wait for a worker")
    CASE_SILENT = "case-silent", _("People nobody has spoken with for two weeks")
    DECISION_DUE = "decision-due", _("Referrals to decide today, or late")
    ANSWER_DUE = "answer-due", _("Answers of providers due today, or late")
    FAMILY_TO_REVIEW = "family-to-review", _("Families to review")
    KNOWN_ASKED = "known-asked", _("Colleagues who ask whether a person is known")
    LETTER_TO_CHECK = "letter-to-check", _("Letters to check")
    FILE_REFUSED = "file-refused", _("Files of partners that did not load")
    RUN_WAITS = "run-waits", _("Profile runs that wait for approval")
    MERGE_WAITS = "merge-waits", _("Merges to decide")
    AGREEMENT_ENDS = "agreement-ends", _("Sharing agreements that end soon or have ended")
    COLLEAGUE_IDLE = "colleague-idle", _("Colleagues who wait for a role")


class Pace(TextChoices):
    """How often a colleague is told of a kind."""

    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("Once a day, with the rest")
    WEEKLY = "weekly", _("Once a week, with the rest")
    NEVER = "never", _("Never")


class DigestState(TextChoices):
    WAITING = "waiting", _("To be sent")
    SENT = "sent", _("Sent")
    DROPPED = "dropped", _("Not sent: they had left")


class Permission(StrEnum):
    READ_NOTICES = "notices.read_notices"
    SWITCH_DIGESTS = "notices.switch_digests"
    WRITE_DIGEST = "notices.write_digest"
    SEND_DIGEST = "notices.send_digest"
    CHECK_NOTICE = "notices.check_notice"
    CANCEL_NOTICE = "notices.cancel_notice"
    POST_NOTICE = "notices.post_notice"
    POST_LETTERS = "notices.post_letters"


class Verb(StrEnum):
    NOTICE_QUEUED = "notices.notice_queued"
    NOTICE_HELD = "notices.notice_held"
    NOTICE_CHECKED = "notices.notice_checked"
    NOTICE_CANCELLED = "notices.notice_cancelled"
    NOTICE_POSTED = "notices.notice_posted"
    LETTERS_POSTED = "notices.letters_posted"
    DIGESTS_SWITCHED = "notices.digests_switched"
    DIGEST_WRITTEN = "notices.digest_written"
    DIGEST_SENT = "notices.digest_sent"
    DIGEST_DROPPED = "notices.digest_dropped"


SENTENCES: dict[str, object] = {
    "notice_to_somebody_who_died": _(
        "Do not send this. The person has died: cancel the letter, and write to the family yourself."
    ),
    "notice_contact_held": _("Send nothing to this person now. The safeguarding lead says when contact may go on."),
    "notice_not_asked": _("Find out first how it is safe to reach this person. Nobody has asked them yet."),
    "notice_no_safe_way": _(
        "Do not write to this person. They gave no safe way to write to them that we have the details for."
    ),
    "notice_address_protected": _("Ask the data protection officer how to deliver this. The address is protected."),
    "notice_moved_on": _("This notice was sent or cancelled already, so nothing can be changed."),
    "notice_is_no_letter": _("Only letters are posted. This notice goes another way."),
    "notice_way_changed": _("Cancel this notice. The person has since asked for another way to be reached."),
    "digest_unknown_kind": _("Choose again. This is not told to your role, or how often was not understood."),
    "digest_timer_runs": _(
        "Choose at once or once a day for safeguarding concerns and for colleagues on visits. Somebody may be at risk, so they "
        "cannot be switched off."
    ),
    "digest_told_already": _("Nothing is left to do. This colleague has been told already."),
    "digest_moved_on": _("This message was sent already, or its reader has left."),
    "notice_day_passed": _("Look at this letter by itself, and cancel it or post it. It names a day that has passed."),
    "notice_not_checked": _("Check this letter first. Only a checked letter is posted."),
}
