"""Say what a partner sends, how often, and which of its columns mean what."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lynchpin.kernel import audit
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import refuse_if
from lynchpin.kernel.keyed import keep_keyed
from lynchpin.kernel.use_case import use_case
from lynchpin.organisations.models import Organisation
from lynchpin.profiles import file_rules
from lynchpin.profiles.choices import LateFiles, Permission, Verb
from lynchpin.profiles.models import Feed


@use_case(Permission.DECLARE_FEED)
def declare_feed(
    actor: Actor,
    *,
    key: str,
    name_en: str,
    name_cy: str,
    partner: str,
    cadence_days: int,
    trust: Decimal,
    columns: Mapping[str, str],
    facts: Mapping[str, str],
    operations: Mapping[str, str] | None = None,
    late_files: str = LateFiles.REFUSE,
) -> str:
    """Keep a feed by its key; declaring the same again changes nothing. `columns` and `facts` map our names to theirs.

    A feed that maps `operation` sends changes; `operations` map the partner's codes to insert, update and remove.
    """
    codes = dict(operations or {})
    refuse_if(
        file_rules.why_not_declare_feed(
            columns=columns, facts=facts, trust=float(trust), operations=codes, late_files=late_files
        )
    )
    sender = Organisation.objects.visible_to(actor).find(key=partner)
    row = {
        "key": key,
        "name_en": name_en,
        "name_cy": name_cy,
        "partner_id": sender.key,
        "cadence_days": cadence_days,
        "trust": trust,
        "columns": dict(columns),
        "facts": dict(facts),
        "operations": codes,
        "late_files": str(late_files),
    }
    counts = keep_keyed(Feed, [row])
    audit.record(Verb.FEED_DECLARED, Feed.objects.visible_to(actor).find(key=key), feed=key, **dict(counts))
    return key
