"""What a concern waits for, in words."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.face.parts import Tag
from lynchpin.kernel.clock import LOCAL
from lynchpin.kernel.reasons import sentence
from lynchpin.safeguarding.choices import ConcernStatus
from lynchpin.safeguarding.queries import ConcernRecord, ConcernRow
from lynchpin.safeguarding.rules import Step, why_not_move_to


def moment(at: datetime) -> str:
    """A day and a minute, where the service works."""
    return date_format(at.astimezone(LOCAL), "j F Y, H:i")


def time_of_day(at: datetime) -> str:
    """The minute alone, where its day stands beside it."""
    return date_format(at.astimezone(LOCAL), "H:i")


def urgency_of(row: ConcernRow) -> Tag:
    """How pressing a concern is; one that was only just raised is not late, and cannot wait either."""
    if row.due is not None and row.due.step == Step.REPORT:
        return Tag(_("Telephone now"), "red")
    return Tag(_("Overdue"), "red") if row.overdue else Tag(str(row.status.label), "blue")


def why_not_now(facts: ConcernRecord, to: ConcernStatus) -> str:
    """The sentence that says why a concern cannot take this step now; empty when it can."""
    reason = why_not_move_to(facts.row.status, to)
    return sentence(reason) if reason else ""


def due_in_words(row: ConcernRow) -> str:
    """One sentence on the next step and its time; it says so when the time has passed."""
    if row.due is None:
        return ""
    when = moment(row.due.at)
    late, on_time = {
        Step.REPORT: (_("Report it by telephone now. It was raised on %(when)s."),) * 2,
        Step.CONFIRM: (
            _("Overdue: confirm it in writing now. It was due by %(when)s."),
            _("Confirm it in writing by %(when)s."),
        ),
        Step.ACKNOWLEDGE: (
            _("Overdue: chase the acknowledgement now. It was due by %(when)s."),
            _("Expect the acknowledgement by %(when)s. Chase it then."),
        ),
        Step.CLOSE: (
            _("Overdue: ask what was decided. The decision was due by %(when)s."),
            _("Expect the decision by %(when)s."),
        ),
    }[row.due.step]
    return (late if row.overdue else on_time) % {"when": when}
