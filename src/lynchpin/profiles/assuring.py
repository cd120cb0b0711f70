"""Measuring a run by profiling's own assurance: as it is made, or made anew from its files and removed again. Only numbers are kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lynchpin.kernel.errors import Reason, refuse_if
from lynchpin.profiles import file_store, workspaces
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
    with TemporaryDirectory(dir=file_store.work_folder()) as made:  # one's own, and swept if this process is ended
        folder = Path(made) / reference
        workspaces.write_profile(folder, inputs.feeds, inputs.as_at, inputs.scoring, inputs.decisions)
        workspaces.make(folder, progress)
        report = report_of(folder)
    refuse_if(None if report else Reason("run_cannot_be_measured"))
    return report or {}
