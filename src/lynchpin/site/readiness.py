"""What must be in place before a partner's real feed may be loaded."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext as _

from lynchpin.kernel import clock
from lynchpin.organisations.models import SharingAgreement
from lynchpin.profiles.models import ImpactAssessment

RESTORE_PROOF = "restore-proof.json"  # written by `lynchpin restore --prove`, beside the data


def obstacles() -> list[str]:
    """One sentence for each thing that is missing; none when real feeds may be loaded."""
    return [sentence() for missing, sentence in ASKED if missing()]


def _no_second_factor() -> bool:
    return not apps.is_installed("allauth.mfa")


def _no_agreement() -> bool:
    today = clock.today()
    live = SharingAgreement.unscoped.filter(revoked_at__isnull=True, starts_on__lte=today, ends_on__gte=today)
    return not live.exists()


def _no_assessment() -> bool:
    return not settings.ENVIRONMENT.impact_assessment


def _assessment_not_in_force() -> bool:
    """Named, and yet nobody could be profiled under it: not in the register, not confirmed, lapsed or ended."""
    named = ImpactAssessment.unscoped.filter(number=settings.ENVIRONMENT.impact_assessment)
    holding = named.filter(confirmed_at__isnull=False, ended_at__isnull=True, review_on__gt=clock.today())
    return not _no_assessment() and not holding.exists()


def _no_proven_restore() -> bool:
    proof = settings.DATA_DIR / RESTORE_PROOF
    return not proof.is_file() or "proved_at" not in json.loads(proof.read_text("utf-8"))


def _is_demo() -> bool:
    return bool(settings.DEMO_MODE)


ASKED: tuple[tuple[Callable[[], bool], Callable[[], str]], ...] = (
    (_is_demo, lambda: _("This is a demo: it never takes real people's data.")),
    (_no_second_factor, lambda: _("Signing in does not ask for a second factor yet.")),
    (_no_agreement, lambda: _("No sharing agreement is in force.")),
    (_no_assessment, lambda: _("No impact assessment is named. Set LYNCHPIN_IMPACT_ASSESSMENT to its reference.")),
    (
        _assessment_not_in_force,
        lambda: _(
            "The impact assessment that LYNCHPIN_IMPACT_ASSESSMENT names is not in force in the register. Have it recorded, "
            "confirmed and reviewed in time."
        ),
    ),
    (_no_proven_restore, lambda: _("No restore has been proved. Run lynchpin restore --prove with a backup.")),
)
