"""Send a digest: the message goes to the colleague's own address, and is kept as sent in the same transaction."""

from __future__ import annotations

from datetime import datetime

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.use_case import use_case
from lynchpin.notices import mail, rules
from lynchpin.notices.choices import DigestState, Permission, Verb
from lynchpin.notices.models import Digest
from lynchpin.organisations.models import Account, Staff


@use_case(Permission.SEND_DIGEST)
def send_digest(actor: Actor, *, reference: str, at: datetime) -> bool:
    """Send one message; whoever has left since gets none. Gives whether it left.

    A fault of the mail server undoes it, so that the next run sends it. The message bears its reference as its
    identifier: were the machine to stop between the server's yes and ours, a mailbox knows the second one for the first.
    """
    digest = Digest.objects.visible_to(actor).select_for_update().find(reference=reference)
    refuse_if(rules.why_not_move_digest(digest.state, DigestState.SENT))
    address = _address(actor, digest, at)
    if not address:
        digest.state = DigestState.DROPPED
        digest.store("state")
        audit.record(Verb.DIGEST_DROPPED, digest)
        return False
    digest.state, digest.sent_at = DigestState.SENT, at
    digest.store("state", "sent_at")
    audit.record(Verb.DIGEST_SENT, digest)
    mail.message(
        digest.reference, address, digest.language, digest.lines
    ).send()  # last: nothing of ours can fail after it
    return True


def _address(actor: Actor, digest: Digest, at: datetime) -> str:
    """Where the colleague is written to today; nothing when they have left or their account has ended."""
    staff = Staff.objects.visible_to(actor).at_work(local_date(at)).filter(pk=digest.staff_id).first()
    account = Account.objects.filter(pk=staff.account_id or 0, is_active=True).first() if staff else None
    return account.email if account else ""
