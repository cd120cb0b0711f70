"""How staged files, their faults and their totals are worded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lynchpin.face.parts import Link, SummaryRow
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.reasons import sentence
from lynchpin.outcomes.choices import ImportKind, ImportState
from lynchpin.outcomes.queries.brought import CellFault
from lynchpin.outcomes.queries.imports import StagedPreview, StagedRow


def listed(rows: Iterable[StagedRow]) -> list[tuple[Link, datetime, str, int]]:
    """Rows of the list of files: where to go on, when it came, how far it is, how many rows."""
    return [
        (
            Link(str(ImportKind(row.kind).label), reverse("outcomes:apply_import", args=[row.reference])),
            row.staged_at,
            str(ImportState(row.state).label),
            row.row_count,
        )
        for row in rows
    ]


def fault_rows(faults: Iterable[CellFault]) -> list[tuple[int, str, str]]:
    """Line, column and reason of each fault."""
    return [(fault.line, fault.column, sentence(Reason(fault.code))) for fault in faults]


def maybe_known(facts: StagedPreview) -> str:
    """How many of a file's new people may be known already, and among how many that was looked for."""
    found = ngettext(
        "%(count)s of the first %(looked)s new people may be known already.",
        "%(count)s of the first %(looked)s new people may be known already.",
        len(facts.maybe_known),
    )
    return found % {"count": len(facts.maybe_known), "looked": facts.looked_at}


def totals(facts: StagedPreview) -> list[SummaryRow]:
    """The reconciled totals, as sentences."""
    names = {"people": _("People"), "cases": _("Cases"), "referrals": _("Referrals"), "outcomes": _("Outcomes")}
    changes = [
        SummaryRow(
            names[row.what], _("%(before)s now, %(after)s afterwards") % {"before": row.before, "after": row.after}
        )
        for row in facts.counts
    ]
    return [
        SummaryRow(_("Rows in the file"), str(facts.row_count)),
        SummaryRow(_("New"), str(facts.new)),
        SummaryRow(_("Already here"), str(facts.already_here)),
        SummaryRow(_("In error"), str(facts.in_error)),
        *(changes if facts.state == ImportState.STAGED else ()),
    ]
