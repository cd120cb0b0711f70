"""Why a run is held back or not measured, in whole sentences, by the code of the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

OF_ASSURANCE: dict[str, StrPromise] = {
    # why a run is not approved, and a freeze not lifted
    "run_is_frozen": _(
        "This run differs from the one before by more than is allowed, so it is frozen. Two people look into it first, and record why."
    ),
    "freeze_needs_a_named_person": _("A freeze is looked into and lifted by named people, not by the service itself."),
    "freeze_looked_into_already": _("Someone has looked into this freeze already. A second person lifts it."),
    "freeze_not_looked_into": _(
        "Nobody has looked into this freeze yet. Someone looks first, then another person lifts it."
    ),
    "freeze_needs_a_second_person": _("You looked into this freeze first. Someone else has to lift it."),
    "freeze_lifted_already": _("This freeze has been lifted already."),
    # why a run is not measured
    "run_not_there_to_measure": _("Only a run that waits for approval or is approved can be measured."),
    "run_cannot_be_made_again": _(
        "The files of this run are no longer as they were, so it cannot be measured. Measure the next run."
    ),
    "run_cannot_be_measured": _(
        "This run could not be measured. Ask whoever runs the service whether the parts for measuring are installed."
    ),
}
