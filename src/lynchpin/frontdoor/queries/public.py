"""What the public pages say: whom to ring, when it is read, and the receipt of what was just sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from django.conf import settings
from django.core import signing

from lynchpin.face.context import in_language
from lynchpin.frontdoor import rules
from lynchpin.frontdoor.choices import Permission
from lynchpin.frontdoor.models import Referral
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.clock import local_date
from lynchpin.kernel.errors import NotFound
from lynchpin.kernel.page import read
from lynchpin.reference import Row, open_pack

PACK = "cwm-taf"
RECEIPT_SALT, RECEIPT_LASTS = "frontdoor.receipt", 30 * 60  # seconds: long enough to print, short on a shared machine
EMERGENCY, OUT_OF_HOURS, ABUSE = "emergency", "social_services_out_of_hours", "domestic_abuse"
FIRST = (EMERGENCY, ABUSE)  # these stand above everything; the rest open on asking


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number to ring, in the language of the page. `option` is what to choose when the call is answered."""

    name: str
    number: str
    use: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """What stands on the page where people ask for help."""

    first: tuple[HelpLine, ...]
    others: tuple[HelpLine, ...]
    out_of_hours: HelpLine
    read_on: date


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was sent, for whoever has just sent it. No name and no needs: somebody may be looking over their shoulder."""

    reference: str
    read_on: date
    answer_by_on: date
    language: str
    channels: tuple[str, ...]
    when: str
    voicemail_ok: bool | None
    names_somebody: bool


@read(Permission.ASK_FOR_HELP)
def help_facts(actor: Actor, today: date) -> HelpFacts:
    """Numbers from the reference pack, the out-of-hours number as the council gave it, and the day of reading."""
    rows = {row.key: row for row in _lines()}
    others = [row for key, row in rows.items() if key not in (*FIRST, OUT_OF_HOURS)]
    return HelpFacts(
        first=tuple(_line(rows[key]) for key in FIRST if key in rows),
        others=tuple(_line(row) for row in others),
        out_of_hours=replace(_line(rows[OUT_OF_HOURS]), number=settings.ENVIRONMENT.out_of_hours_line),
        read_on=rules.read_on(today),
    )


def receipt_token(reference: str) -> str:
    """What a session keeps, so that a receipt is reached by whoever sent the form and by nobody who guesses."""
    return signing.dumps(reference, salt=RECEIPT_SALT)


@read(Permission.ASK_FOR_HELP)
def receipt(actor: Actor, token: str) -> Receipt:
    """The receipt that a session's token opens. Raises `NotFound` for a token that is forged, too old or missing."""
    reference = reference_in(token)
    holder = replace(actor, reach={"receipt": frozenset({reference})})
    return _receipt(Referral.objects.visible_to(holder).find(reference=reference))


def reference_in(token: str) -> str:
    """The reference that a receipt's token carries. Raises `NotFound` for one that is forged, too old or missing."""
    try:
        return str(signing.loads(token, salt=RECEIPT_SALT, max_age=RECEIPT_LASTS))
    except signing.BadSignature:
        raise NotFound("frontdoor.Referral") from None


def _receipt(referral: Referral) -> Receipt:
    safe = referral.safe_contact
    return Receipt(
        reference=referral.reference,
        read_on=rules.read_on(local_date(referral.received_at)),
        answer_by_on=referral.decide_by_on,
        language=referral.language,
        channels=tuple(safe.get("channels", ())),
        when=safe.get("when", ""),
        voicemail_ok=safe.get("voicemail_ok"),
        names_somebody=bool(safe.get("must_not_know")),
    )


@cache
def _lines() -> tuple[Row, ...]:
    return open_pack(PACK).table("site", "help_lines")


def _line(row: Row) -> HelpLine:
    return HelpLine(
        name=in_language({"en": row.label_en, "cy": row.label_cy}),
        number=row["number"],
        use=in_language({"en": row["use_en"], "cy": row["use_cy"]}),
        option=row["option"],
    )
