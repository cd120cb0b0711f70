"""Measuring a run by profiling's own assurance: as it is made, or made anew from its files and removed again. Only numbers are kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.profiles import workspaces
from lynchpin.profiles.queries.inputs import RunInputs
from lynchpin.profiles.workspaces import Progress
from lynchpin_vrp import Refused as Unworkable
from lynchpin_vrp import assure, read_workspace

Report = Mapping[str, Any]


def report_of(folder: Path) -> Report | None:
    """The report of a finished run in its folder; none where it cannot be measured: the run stands without it, and says so."""
    workspace = read_workspace(folder)
    try:
        return assure(workspace.out, workspace.settings).written()
    except Unworkable:
        return None


def measured_anew(reference: str, inputs: RunInputs, progress: Progress) -> Report:
    """The report of a run that was received, whose tables are gone. Raises `Refused`. Nothing of its people is left behind."""
    folder = Path(settings.DATA_DIR) / "measuring" / reference
    try:
        workspaces.write_profile(folder, inputs.feeds, inputs.as_at, inputs.scoring)
        workspaces.make(folder, progress)
        report = report_of(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    refuse_if(None if report else Reason("run_cannot_be_measured"))
    return report or {}
