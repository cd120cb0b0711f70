"""The words of a digest: how many of each kind, and where. No person is named, and no record but its number of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from lynchpin.face.context import in_language
from lynchpin.notices.choices import DigestKind


def message(reference: str, address: str, language: str, lines: Iterable[Sequence[Any]]) -> EmailMessage:
    """The message in the colleague's language, ready to send. `lines` are (kind, how many, address of the page)."""
    with translation.override(language):
        return EmailMessage(
            subject=_("What waits for you"),
            body=body(lines),
            from_email=f"{in_language(settings.COUNCIL_NAME)} <{settings.EMAIL_FROM}>",
            to=[address],
            headers={
                "Message-ID": f"<{reference.lower()}@{settings.EMAIL_FROM.rpartition('@')[2]}>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": language,
            },
        )


def body(lines: Iterable[Sequence[Any]]) -> str:
    """Plain text: a line and a link for each kind, and how to be told otherwise."""
    said = [_("This waits for you. Sign in to see it: no names are sent by e-mail.")]
    for kind, count, address in lines:
        line = _("%(what)s: %(count)s") % {"what": DigestKind(kind).label, "count": count}
        said.append(f"{line}\n{settings.SITE_ADDRESS}{address}")
    switches = settings.SITE_ADDRESS + reverse("notices:switch_digests")
    said.append(_("You choose what you are told, and how often: %(address)s") % {"address": switches})
    return "\n\n".join([*said, in_language(settings.COUNCIL_NAME)]) + "\n"
