"""A case on whose plans a lead worker looks: its person is on a pathway that asks for it."""

from lynchpin.casework.models import Case


def approval_asked(world, case: Case) -> Case:
    """The case, whose person has been put on the parenting pathway."""
    world.place(case, world.worker, pathway="parenting")
    return case
