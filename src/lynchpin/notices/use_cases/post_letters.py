"""Post letters: a pile that was printed went to the post together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.use_case import use_case
from lynchpin.notices import rules
from lynchpin.notices.choices import NoticeState, Permission, Verb
from lynchpin.notices.letters import why_not_promise
from lynchpin.notices.models import Notice
from lynchpin.notices.queries.safety import WayOut, ways_out


@use_case(Permission.POST_LETTERS)
def post_letters(actor: Actor, *, references: Sequence[str], at: datetime) -> list[str]:
    """Keep that the letters of these references left. Gives those that may not, which are to be taken out of the pile.

    Each is judged again behind its lock, so a letter that became unsafe since it was printed stays. One that was posted
    already is left as it is: done again, this changes nothing.
    """
    found = Notice.objects.visible_to(actor).select_for_update().filter(reference__in=references)
    pile = list(found.order_by("pk"))
    notices = [notice for notice in pile if notice.state != NoticeState.SENT]
    ways = ways_out(actor, (notice.resident_id for notice in notices))
    kept_back = [each for each in notices if _why_not(each, ways[each.resident_id], local_date(at))]
    for notice in notices:
        if notice not in kept_back:
            _post(actor, notice, at)
    unseen = set(references) - {notice.reference for notice in pile}  # sealed since, for one
    audit.record(Verb.LETTERS_POSTED, posted=len(notices) - len(kept_back), kept_back=len(kept_back) + len(unseen))
    return sorted({notice.reference for notice in kept_back} | unseen)


def _why_not(notice: Notice, way: WayOut, on: date) -> Reason | None:
    return rules.why_not_leave(notice, way) or why_not_promise(notice.params, on)


def _post(actor: Actor, notice: Notice, at: datetime) -> None:
    notice.state, notice.posted_at, notice.posted_by = NoticeState.SENT, at, actor.staff_id
    notice.store("state", "posted_at", "posted_by")
    audit.record(Verb.NOTICE_POSTED, notice)
