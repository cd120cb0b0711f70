"""What the desk does by the clock: asks every room what waits for each colleague, and has `notices` keep it as a digest.

The desk is the first room that sees all the others, so it asks; `notices` comes before them, so it is told, and never asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse

from lynchpin.desk.queries.waiting import waiting_for
from lynchpin.kernel.errors import Refused
from lynchpin.notices.choices import DigestKind, NoticeState
from lynchpin.notices.queries.digests import Recipient, recipients
from lynchpin.notices.tellings import to_tell
from lynchpin.notices.use_cases import write_digest as writing
from lynchpin.notices.use_cases.write_digest import Waiting
from lynchpin.organisations.actors import assigned_actors, clock_actor

HOME = "desk:home"
PLACES: Mapping[str, str] = {
    DigestKind.CONCERN_DUE: "safeguarding:concerns",
    DigestKind.VISIT_OVERDUE: "casework:visits",
    DigestKind.TRANSFER_WAITS: "casework:transfers",
    DigestKind.TEAM_DUE: "desk:from_colleagues",
    DigestKind.ACTION_DUE: "desk:from_colleagues",
    DigestKind.AGREED_DUE: "desk:from_colleagues",
    DigestKind.SNAG_ANSWERED: "desk:from_colleagues",
    DigestKind.SUPERVISION_DUE: "casework:supervision_list",
    DigestKind.SNAG_WAITS: "casework:snags",
    DigestKind.HANDOVER_WAITS: "pathways:handovers",
    DigestKind.CHECK_IN_DUE: "pathways:check_ins",
    DigestKind.CASE_WAITS: "casework:allocation_board",
    DigestKind.CASE_SILENT: "casework:caseload",
    DigestKind.DECISION_DUE: "frontdoor:queue",
    DigestKind.ANSWER_DUE: "frontdoor:queue",
    DigestKind.FAMILY_TO_REVIEW: "frontdoor:candidates",
    DigestKind.KNOWN_ASKED: "people:checks",
    DigestKind.LETTER_TO_CHECK: "notices:notices",
    DigestKind.FILE_REFUSED: "profiles:feeds",
    DigestKind.RUN_WAITS: "profiles:runs",
    DigestKind.MERGE_WAITS: "people:merge_proposals",
    DigestKind.AGREEMENT_ENDS: "desk:data_protection",
    DigestKind.COLLEAGUE_IDLE: "organisations:staff",
}  # what is not here is done from the home
SHOWN: Mapping[str, str] = {
    DigestKind.HANDOVER_WAITS: "?show=came",
    DigestKind.CASE_SILENT: "?show=silent",
    DigestKind.ANSWER_DUE: "?status=brokered",
    DigestKind.LETTER_TO_CHECK: f"?state={NoticeState.WAITING.value}",
}


def write_digests(*, at: datetime) -> int:
    """Write to everybody who has something waiting that they were not told of. Gives how many messages."""
    return sum(_wrote(each, at) for each in recipients(clock_actor(), at))


def _wrote(recipient: Recipient, at: datetime) -> bool:
    found = waiting_for(assigned_actors(recipient.staff_id), [each.kind for each in recipient.tellings], at)
    if not to_tell(recipient.tellings, found):
        return False
    waiting = {kind: Waiting(ids, address_of(kind)) for kind, ids in found.items()}
    try:
        writing.write_digest(clock_actor(), staff_id=recipient.staff_id, found=waiting, at=at)
    except Refused:  # another run has told them meanwhile
        return False
    return True


def address_of(kind: str) -> str:
    """Where the things of a kind are done: a path of the service."""
    return reverse(PLACES.get(kind, HOME)) + SHOWN.get(kind, "")
