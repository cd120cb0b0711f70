import pytest

from lynchpin.kernel.errors import NotPermitted
from lynchpin.pathways.loading import load
from lynchpin.pathways.models import Pathway, PathwayMove, PathwayStep, StepTest
from lynchpin.pathways.rules import read_tests, write_tests
from lynchpin.reference import open_pack
from tests.support import recorded
from tests.world.staff import machine


def test_the_pack_brings_three_pathways_of_five_steps(world):
    world.pathways()
    assert list(Pathway.unscoped.order_by("sort").values_list("key", flat=True)) == [
        "employability",
        "parenting",
        "isolation",
    ]
    assert PathwayStep.unscoped.count() == 15 and StepTest.unscoped.count() == 25
    assert recorded()[-1] == "pathways.pathways_loaded"


def test_loading_again_changes_nothing(world):
    world.pathways()
    counts = load(open_pack("cwm-taf"), machine("system-admin"))
    assert (counts["added"], counts["changed"]) == (0, 0) and counts["unchanged"] > 40


def test_every_test_and_every_step_that_is_named_exists(world):
    world.pathways()
    asked = {
        entry[name]
        for step in PathwayStep.unscoped.all()
        for entry in (*step.entry_tests, *step.exit_tests)
        for name in ("test", "when")
    }
    tests = set(StepTest.unscoped.values_list("key", flat=True))
    assert asked - {""} == tests
    steps = set(PathwayStep.unscoped.values_list("step", flat=True))
    arrows = PathwayMove.unscoped.values_list("from_step", "to_step")
    assert {end for arrow in arrows for end in arrow} <= steps


def test_every_step_can_be_left_or_completed_and_every_pathway_has_an_end(world):
    world.pathways()
    led_on = set(PathwayMove.unscoped.exclude(kind="re-entry").values_list("from_step", flat=True))
    for step in PathwayStep.unscoped.all():
        assert step.may_complete or step.step in led_on, step.step
    ends = set(PathwayStep.unscoped.filter(may_complete=True).values_list("pathway_id", flat=True))
    assert ends == set(Pathway.unscoped.values_list("key", flat=True))


@pytest.mark.parametrize(
    "typed", ["skills_gathered=yes", "cfw_eligible=no", "mentoring_first=yes|confidence_low=yes", "a=no|b=no"]
)
def test_a_test_is_written_as_it_was_read(typed):
    assert write_tests(read_tests([typed])) == [typed]


@pytest.mark.parametrize("typed", ["skills_gathered", "skills_gathered=maybe", "a=yes|b", "=yes"])
def test_a_test_that_cannot_be_read_is_named(typed):
    with pytest.raises(ValueError, match=typed.replace("|", r"\|")):
        read_tests([typed])


def test_only_the_system_administrator_loads_pathways(world):
    with pytest.raises(NotPermitted):
        load(open_pack("cwm-taf"), world.central)
