"""What a concern waits for, in words."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lynchpin.kernel.clock import LOCAL
from lynchpin.safeguarding.queries import ConcernRow
from lynchpin.safeguarding.rules import Step


def moment(at: datetime) -> str:
    """A day and a minute, where the service works."""
    return date_format(at.astimezone(LOCAL), "j F Y, H:i")


def time_of_day(at: datetime) -> str:
    """The minute alone, where its day stands beside it."""
    return date_format(at.astimezone(LOCAL), "H:i")


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
