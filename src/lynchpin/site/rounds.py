"""What the service does by the clock. The whole list stands here, with the room that each belongs to."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.core.management import call_command

from lynchpin.desk.jobs import write_digests
from lynchpin.frontdoor import jobs as frontdoor
from lynchpin.kernel import drafts
from lynchpin.kernel.rounds import Round
from lynchpin.notices.jobs import send_digests
from lynchpin.site.wiring import room_in_caseloads

PRINTED = "django.core.mail.backends.console.EmailBackend"
JOBS_KEPT_DAYS = 14


def rounds() -> tuple[Round, ...]:
    """In the order in which they are done when several are due. Messages wait until mail goes somewhere."""
    found = (
        Round("frontdoor.lapse", _lapse, every=timedelta(hours=1)),
        Round("frontdoor.release", _release, nightly=time(4, 0)),
        Round("drafts.purge", _purge, nightly=time(4, 10)),
        Round("jobs.prune", _prune, nightly=time(4, 20)),
    )
    return found if settings.EMAIL_BACKEND == PRINTED else (*found, DIGEST)


def _lapse(at: datetime) -> str:
    back, owned = frontdoor.lapse_brokerings(at=at), frontdoor.find_owners(at=at)
    return f"{back} brought back to the front door, {owned} given an owner who is at work."


def _release(at: datetime) -> str:
    return f"{frontdoor.release_candidates(room=room_in_caseloads(), at=at)} put up for review."


def _purge(at: datetime) -> str:
    return f"{drafts.purge(at=at)} thrown away."


def _prune(at: datetime) -> str:
    call_command("prune_db_task_results", min_age_days=JOBS_KEPT_DAYS, verbosity=0)
    return ""


def _digest(at: datetime) -> str:
    written, sent = write_digests(at=at), send_digests(at=at)
    return f"{written} written, {sent.left} sent, {sent.failed} not taken by the mail server."


DIGEST = Round("notices.digest", _digest, every=timedelta(minutes=15))
