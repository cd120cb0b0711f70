from dataclasses import dataclass

import pytest

from lynchpin.kernel import access
from lynchpin.kernel.errors import NotPermitted
from lynchpin.kernel.models import AccessEntry, AccessSubject
from lynchpin.kernel.page import read
from lynchpin.kernel.queries import looks


@dataclass(frozen=True, slots=True)
class Row:
    subject: access.Subject
    name: str


ROWS = tuple(Row(access.Subject("people.Resident", n), "x") for n in (1, 2))


@read("desk.open_home")
def rows(actor):
    return {"shown": ROWS}


def shown():
    return list(AccessSubject.unscoped.order_by("pk").values_list("kind", "subject_id"))


def test_a_read_outside_a_page_is_an_entry_of_its_own(world):
    rows(world.worker)
    entry = AccessEntry.unscoped.get()
    assert (entry.action, entry.role, entry.staff_id) == ("read", "engagement-worker", world.worker.staff_id)
    assert shown() == [("people.Resident", 1), ("people.Resident", 2)]


def test_reads_inside_a_page_are_one_entry(world):
    with access.viewing(world.worker, "desk:home"):
        rows(world.worker)
        rows(world.worker)
    assert AccessEntry.unscoped.count() == 1 and len(shown()) == 2


def test_a_page_that_fails_leaves_no_entry_that_says_it_was_seen(world):
    with pytest.raises(ZeroDivisionError), access.viewing(world.worker, "desk:home"):
        _ = 1 / 0
    assert not AccessEntry.unscoped.exists()


def test_only_those_whose_work_it_is_read_the_log(world):
    rows(world.worker)
    with pytest.raises(NotPermitted):
        looks(world.worker)
    (look,) = looks(world.data_protection_officer, kind="people.Resident", subject_id=2)
    assert look.role == "engagement-worker" and ("people.Resident", 1) in look.shown


def test_a_refusal_is_logged_after_everything_else_was_undone(world, as_):
    answer = as_(world.worker).get("/organisations/agreements/")
    assert answer.status_code == 403
    entry = AccessEntry.unscoped.latest("pk")
    assert (entry.action, entry.status) == ("refused", 403)
