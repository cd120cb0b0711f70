from collections import deque
from dataclasses import dataclass
from types import MappingProxyType

import pytest
from django.http import HttpResponse

from lynchpin.kernel import access
from lynchpin.kernel.models import AccessEntry, AccessSubject, AuditEvent
from lynchpin.kernel.page import PRESSED, page, read
from lynchpin.organisations.models import Staff

READ_LOG = "kernel.read_access_log"


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


@pytest.mark.parametrize(
    "facts",
    [
        MappingProxyType({"shown": ROWS[0]}),
        {ROWS[0].subject: "seen"},
        deque(ROWS[:1]),
        {"rows": ROWS}["rows"][:1],
        {"a": [{"b": (ROWS[0],)}]}.values(),
    ],
)
def test_a_subject_is_found_in_whatever_holds_it(facts):
    assert set(access.subjects_in(facts)) == {ROWS[0].subject}


@pytest.mark.parametrize("facts", [iter(ROWS), (row for row in ROWS), map(str, ROWS), Staff.unscoped.all])
def test_what_is_read_later_is_not_given_by_a_read(world, facts):
    with pytest.raises(TypeError, match="whole facts"):
        read("desk.open_home")(lambda actor: {"rows": facts() if callable(facts) else facts})(world.worker)


def test_reads_inside_a_page_are_one_entry(world):
    with access.viewing(world.worker, "desk:home"):
        rows(world.worker)
        rows(world.worker)
    assert AccessEntry.unscoped.count() == 1 and len(shown()) == 2


def test_a_page_that_fails_leaves_no_entry_that_says_it_was_seen(world):
    with pytest.raises(ZeroDivisionError), access.viewing(world.worker, "desk:home"):
        _ = 1 / 0
    assert not AccessEntry.unscoped.exists()


@page("desk.open_home")
def home_page(request):
    return HttpResponse("content")


@page("desk.open_home")
def open_home_page(request):
    """A verb's own page, by its name."""
    return HttpResponse("content")


@page("desk.open_home", action="search")
def search_page(request):
    return HttpResponse("content")


@pytest.mark.parametrize(
    ("door", "method"), [(home_page, "GET"), (home_page, "HEAD"), (open_home_page, "POST"), (search_page, "GET")]
)
def test_a_page_answers_what_it_takes_and_logs_it(world, rf, door, method):
    request = rf.generic(method, "/")
    request.actor, request.resolver_match = world.worker, None
    assert door(request).status_code == 200
    assert AccessEntry.unscoped.get().route == "/"


@pytest.mark.parametrize("door", [home_page, search_page])
def test_a_page_that_only_shows_takes_no_form(world, rf, door):
    answer = door(rf.post("/"))
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD") and not AccessEntry.unscoped.exists()


def test_a_button_without_a_page_is_pressed_and_not_opened(world, rf):
    pressed = page("desk.open_home", takes=PRESSED)(lambda request: HttpResponse("content"))
    answer = pressed(rf.get("/"))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "get"])
def test_any_other_method_is_answered_without_content(world, rf, method):
    request = rf.generic(method, "/")
    request.method, request.actor, request.resolver_match = method, world.worker, None
    answer = open_home_page(request)
    assert (answer.status_code, answer.content) == (405, b"") and not AccessEntry.unscoped.exists()


def test_only_those_whose_work_it_is_read_the_log(world):
    rows(world.worker)
    log = AccessEntry.objects
    assert log.visible_to(world.data_protection_officer.bound_to(READ_LOG)).get().role == "engagement-worker"
    other = world.data_protection_officer.bound_to("desk.open_home")
    assert other.scope == "all" and not log.visible_to(other).exists(), "another permission, however far it reaches"
    assert not AuditEvent.objects.visible_to(other).exists() and AuditEvent.unscoped.exists()


def test_a_refusal_is_logged_after_everything_else_was_undone(world, as_):
    answer = as_(world.worker).get("/organisations/agreements/")
    assert answer.status_code == 403
    entry = AccessEntry.unscoped.latest("pk")
    assert (entry.action, entry.status) == ("refused", 403)
