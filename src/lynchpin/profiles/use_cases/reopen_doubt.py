"""Ask about two records again, where the run that doubted them is the newest still."""

from __future__ import annotations

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.use_case import part
from lynchpin.profiles.choices import Verb
from lynchpin.profiles.models import LinkDoubt


@part
def reopen_doubt(actor: Actor, *, doubt_id: int) -> bool:
    """Open a doubt whose answer is gone. One of an earlier run stays closed: the newest run says itself what it doubts."""
    doubt = LinkDoubt.objects.visible_to(actor).select_for_update().find(pk=doubt_id)
    newest = LinkDoubt.objects.visible_to(actor).order_by("-run_id").values_list("run_id", flat=True).first()
    doubt.is_open = doubt.run_id == newest
    doubt.store("is_open")
    audit.record(Verb.DOUBT_REOPENED, doubt, open=doubt.is_open)
    return doubt.is_open
