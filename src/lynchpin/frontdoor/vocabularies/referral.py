"""Systems that send people to services and wait for an answer."""

from __future__ import annotations

from lynchpin.frontdoor.choices import EndCode, ReferralStatus, ReturnCause, VoidCause
from lynchpin.frontdoor.vocabularies.words import Ours, Vocabulary, nearest

S = ReferralStatus

FINDHELP = Vocabulary(
    "findhelp",
    "findhelp support, article 360002082531 on referral statuses",
    {
        "not updated": Ours(S.RECEIVED),
        "needs client action": Ours(S.SCREENING),
        "pending": Ours(S.BROKERED),
        "referred elsewhere": Ours(S.PASSED_ON),
        "eligible": Ours(S.WITH_PROVIDER),
        "got help": Ours(S.ENDED, EndCode.HELPED),
        "couldn't contact": Ours(S.RETURNED, ReturnCause.NOT_REACHED),
        "not eligible": Ours(S.RETURNED, ReturnCause.NOT_ELIGIBLE),
        "no capacity": Ours(S.RETURNED, ReturnCause.NO_CAPACITY),
        "couldn't get help": Ours(S.RETURNED, ReturnCause.DECLINED),
        "no longer interested": Ours(S.DECLINED_BY_PERSON),
    },
    nearest(
        "pending",
        "eligible",
        asked="pending",
        back="couldn't get help",
        helped="got help",
        left="couldn't contact",
        no="no longer interested",
        elsewhere="referred elsewhere",
        void="couldn't get help",
    ),
)

BITFOCUS = Vocabulary(
    "Bitfocus Clarity",
    "Bitfocus Clarity help pages on referrals and the community queue",
    {
        "pending": Ours(S.BROKERED),
        "pending - in process": Ours(S.WITH_PROVIDER),
        "denied by provider": Ours(S.RETURNED, ReturnCause.DECLINED),
        "denied by client": Ours(S.DECLINED_BY_PERSON),
        "returned to community queue": Ours(S.RETURNED, ReturnCause.WAITING_LIST),
        "expired": Ours(S.RETURNED, ReturnCause.NO_ANSWER),
        "completed": Ours(S.ENDED, EndCode.HELPED),
    },
    nearest(
        "pending",
        "pending - in process",
        asked="pending",
        back="denied by provider",
        helped="completed",
        left="expired",
        no="denied by client",
        elsewhere="completed",
        void="expired",
    ),
)

PRIMERO = Vocabulary(
    "Primero",
    "primeroims/primero, app/models/transition.rb and referral.rb",
    {
        "in progress": Ours(S.BROKERED),
        "accepted": Ours(S.WITH_PROVIDER),
        "rejected": Ours(S.RETURNED, ReturnCause.DECLINED),
        "done": Ours(S.ENDED, EndCode.HELPED),
        "revoked": Ours(S.VOID, VoidCause.MISTAKE),
    },
    nearest(
        "in progress",
        "accepted",
        asked="in progress",
        back="rejected",
        helped="done",
        left="done",
        no="revoked",
        elsewhere="done",
        void="revoked",
    ),
)

HMIS = Vocabulary(
    "HMIS",
    "open-path/hmis-warehouse, coordinated-entry referrals; an older link adds the two pending words",
    {
        "initialised": Ours(S.RECEIVED),
        "in progress": Ours(S.BROKERED),
        "accepted pending": Ours(S.ROUTED),
        "accepted": Ours(S.WITH_PROVIDER),
        "denied pending": Ours(S.RETURNED, ReturnCause.WRONG_PLACE),
        "rejected": Ours(S.RETURNED, ReturnCause.DECLINED),
    },
    nearest(
        "initialised",
        "accepted",
        asked="in progress",
        back="rejected",
        helped="accepted",
        left="rejected",
        no="rejected",
        elsewhere="rejected",
        void="rejected",
    ),
)
