"""The allocation board: cases that wait, beside the workers and their room."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission
from lynchpin.casework.queries.headroom import WorkerHeadroom, allocation_board
from lynchpin.face.parts import Meter
from lynchpin.kernel.page import Request, page, show


def meter_of(worker: WorkerHeadroom) -> Meter:
    """A worker's caseload as a bar and a sentence."""
    sentence = _("%(load)s of %(limit)s points are in use; cases: %(cases)s.") % {
        "load": worker.load,
        "limit": worker.limit,
        "cases": worker.cases,
    }
    return Meter(worker.name, worker.load, worker.limit, sentence)


@page(Permission.READ_HEADROOM, action="list")
def allocation_board_page(request: Request) -> HttpResponse:
    board = allocation_board(request.actor)
    return show(
        request,
        "casework/allocation_board.html",
        board=board,
        meters=[meter_of(worker) for worker in board.workers],
        may_allocate=request.actor.may(Permission.ALLOCATE_CASE),
    )
