"""Measuring a run: made anew from its files, measured by profiling's own assurance, and removed again; only numbers are kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from lynchpin.kernel.errors import Reason, Refused
from lynchpin.profiles import workspaces
from lynchpin.profiles.queries.inputs import RunInputs
from lynchpin.profiles.workspaces import Progress
from lynchpin_vrp import Refused as Unworkable
from lynchpin_vrp import assure, read_workspace


def measured(reference: str, inputs: RunInputs, progress: Progress) -> Mapping[str, Any]:
    """The report of a run, as profiling's assurance writes it. Raises `Refused`. Nothing of its people is left behind."""
    folder = Path(settings.DATA_DIR) / "measuring" / reference
    try:
        workspaces.write_profile(folder, inputs.feeds, inputs.as_at, inputs.scoring)
        workspaces.make(folder, progress)
        return _report(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _report(folder: Path) -> Mapping[str, Any]:
    workspace = read_workspace(folder)
    try:
        return assure(workspace.out, workspace.settings).written()
    except Unworkable as fault:
        raise Refused(Reason("run_cannot_be_measured")) from fault
