"""An engine a test, and one small synthetic workspace that has been profiled once."""

from __future__ import annotations

import pytest

from lynchpin_vrp import read_workspace, run
from lynchpin_vrp.engine import Engine
from lynchpin_world import cli as world_cli


@pytest.fixture
def engine():
    engine = Engine()
    yield engine
    engine.close()


@pytest.fixture(scope="package")
def workspace(tmp_path_factory):
    """Fifteen feeds of 600 residents, not yet profiled."""
    folder = tmp_path_factory.mktemp("region")
    world_cli.main(["extracts", str(folder), "--residents", "600", "--seed", "3"])
    return read_workspace(folder)


@pytest.fixture(scope="package")
def profiled(workspace):
    """The workspace after one run; its tables are in `workspace.out`."""
    run(workspace.feeds, workspace.settings, as_at=workspace.as_at, out=workspace.out)
    return workspace
