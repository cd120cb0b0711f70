"""Stage a list of many people: read it whole and keep it aside, so that it is looked at before anybody is taken in."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime

from lynchpin.frontdoor.choices import ListState, Permission, ReferralSource, Verb
from lynchpin.frontdoor.listed import kept, read_list
from lynchpin.frontdoor.models import ReferralList
from lynchpin.frontdoor.rules import ways_in
from lynchpin.kernel import audit, references
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.files import read_table
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Organisation

LONGEST_FILE_NAME = 120


@use_case(Permission.STAGE_LIST)
def stage_list(actor: Actor, *, organisation: str, file_name: str, content: bytes, at: datetime) -> str:
    """Keep a file's people and faults until it is settled. Refused when it cannot be read or is here already. Gives its reference."""
    sender = (
        Organisation.objects.visible_to(actor).select_for_update().find(key=organisation)
    )  # its lists come one by one
    digest = hashlib.sha256(content).hexdigest()
    same = ReferralList.objects.visible_to(actor).filter(file_hash=digest).exclude(state=ListState.SET_ASIDE).first()
    refuse_if(ways_in.why_not_stage(same.state if same else ""))
    found = read_list(read_table(content), local_date(at))
    staged = ReferralList(
        reference=references.draw("W"),
        source=ReferralSource.JOBCENTRE,
        organisation=sender,
        file_name=file_name[:LONGEST_FILE_NAME],
        file_hash=digest,
        rows=[kept(person) for person in found.people],
        faults=[asdict(fault) for fault in found.faults],
        unread=list(found.unread),
        read=found.read,
        staged_at=at,
        staged_by=actor.staff_id,  # type: ignore[misc]
    )
    staged.save()
    audit.record(Verb.LIST_STAGED, staged, organisation=organisation, read=found.read, faults=len(found.faults))
    return staged.reference
