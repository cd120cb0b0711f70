"""New records of which there may be one: whoever saves theirs a moment later is refused, not failed."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import Model

from lynchpin.kernel.errors import Reason, Refused


def save_first(record: Model, *, otherwise: Reason) -> None:
    """Save a new record, or refuse where a colleague was first in this very moment: there was no row yet to wait for."""
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        raise Refused(otherwise) from None
