"""The officer's post: letters are read and posted the working day after they were written, and a few of the last days wait."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import groupby

from lynchpin.demo.living import Living
from lynchpin.demo.staffing import DOMAIN
from lynchpin.kernel import clock
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.calendar import add_working_days
from lynchpin.kernel.clock import LOCAL, local_date
from lynchpin.kernel.errors import Refused
from lynchpin.notices.choices import NoticeState, Permission
from lynchpin.notices.models import Notice
from lynchpin.notices.use_cases.check_notice import check_notice
from lynchpin.notices.use_cases.post_letters import post_letters

READ_AT = time(10, 15)
STILL_WAITING, STILL_TO_POST = 3, 14  # days: what was read since then waits for a check, or for the post


def read_and_post(living: Living) -> None:
    """Each day's letters in their turn; what is not safe to send stays where it is."""
    officer = f"admin-officer@{DOMAIN}"
    seen = Notice.objects.visible_to(living.colleagues.named(officer).bound_to(Permission.READ_NOTICES))
    waiting = list(seen.filter(state=NoticeState.WAITING).order_by("queued_at", "pk"))
    for day, rows in groupby(waiting, key=lambda row: add_working_days(local_date(row.queued_at), 1)):
        age = _age(living, day)
        if age >= STILL_WAITING:
            with clock.held(datetime.combine(day, READ_AT, LOCAL)):
                _read_through(living.colleagues.named(officer), list(rows), posts=age >= STILL_TO_POST)


def _age(living: Living, day: date) -> int:
    """Days from a day to the end of the demo's life."""
    return (local_date(living.until) - day).days


def _read_through(officer: Actor, rows: list[Notice], *, posts: bool) -> None:
    checked = [row.reference for row in rows if _checked(officer, row)]
    if posts and checked:
        post_letters(officer, references=checked, at=clock.now())


def _checked(officer: Actor, row: Notice) -> bool:
    try:
        check_notice(officer, reference=row.reference, version=row.version, at=clock.now())
    except Refused:
        return False  # no longer safe: it waits for somebody to ask
    return True
