"""Transfers between workers: those that wait for an answer first."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.casework.choices import Permission, TransferState
from lynchpin.casework.queries.transfers import transfers
from lynchpin.casework.views.transfer import transfer_tag
from lynchpin.kernel.page import Request, page, show


@page(Permission.READ_TRANSFERS, action="list")
def transfers_page(request: Request) -> HttpResponse:
    rows = [(row, transfer_tag(row)) for row in transfers(request.actor)]
    return show(
        request,
        "casework/transfers.html",
        waiting=[each for each in rows if each[0].state == TransferState.PROPOSED],
        settled=[each for each in rows if each[0].state != TransferState.PROPOSED],
    )
