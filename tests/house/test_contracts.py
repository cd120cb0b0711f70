"""The import contracts, each shown a break it must see."""

from __future__ import annotations

from copy import deepcopy

import grimp
import pytest
from importlinter.application.use_cases import read_user_options
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract

from tests.house.reading import ROOT

configure()
OPTIONS = read_user_options(config_filename=str(ROOT / "pyproject.toml"))
SESSION = OPTIONS.session_options
CONTRACTS = {contract["name"]: contract for contract in OPTIONS.contracts_options}

BREAKS = {
    "Rooms follow the order of the service": ("lynchpin.people.rules", "lynchpin.casework.models"),
    "Inside a room, pages sit on use cases, use cases on rules, rules on records": (
        "lynchpin.people.rules",
        "lynchpin.people.use_cases",
    ),
    "Pages and forms never touch records": ("lynchpin.casework.views", "lynchpin.casework.models"),
    "Profiling knows nothing of Django or the service": ("lynchpin_vrp.contract", "django"),
    "The synthetic region knows nothing of Django, the service or profiling": ("lynchpin_world.cli", "lynchpin_vrp"),
    "The room profiles is the only door to profiling": ("lynchpin.frontdoor.rules", "lynchpin_vrp"),
    "Only the demo knows the synthetic region": ("lynchpin.people.rules", "lynchpin_world"),
    "Splink stays in link": ("lynchpin_vrp.features", "splink"),
    "Challengers are shown, never used": ("lynchpin_vrp.score", "sklearn"),
    "The service knows no challenger": ("lynchpin.profiles.rules", "interpret"),
    "Profiling runs one way": ("lynchpin_vrp.clean", "lynchpin_vrp.link"),
    "The kernel and the face know no room": ("lynchpin.kernel.page", "lynchpin.people.models"),
}


@pytest.fixture(scope="module")
def graph():
    return grimp.build_graph(
        *SESSION["root_packages"], include_external_packages=True, exclude_type_checking_imports=False, cache_dir=None
    )


def kept(name: str, graph: grimp.ImportGraph) -> bool:
    kinds = {"layers": LayersContract, "forbidden": ForbiddenContract}
    contract = kinds[CONTRACTS[name]["type"]](name, SESSION, dict(CONTRACTS[name]))
    return contract.check(graph, verbose=False).kept


def test_every_contract_has_its_break():
    assert set(BREAKS) == set(CONTRACTS)


@pytest.mark.parametrize("name", CONTRACTS)
def test_the_contract_is_kept_and_sees_its_break(graph, name):
    assert kept(name, graph)
    importer, imported = BREAKS[name]
    broken = deepcopy(graph)
    for module in {importer, imported} - graph.modules:
        broken.add_module(module)
    broken.add_import(importer=importer, imported=imported, line_number=1, line_contents="planted")
    assert not kept(name, broken), "the contract did not see the break"


def test_a_room_without_a_place_in_the_order_is_refused(graph):
    broken = deepcopy(graph)
    broken.add_module("lynchpin.conservatory")
    assert not kept("Rooms follow the order of the service", broken)
