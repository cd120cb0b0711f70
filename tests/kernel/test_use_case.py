"""Tries to go round the entry points."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from datetime import timedelta
from threading import Barrier

import pytest
from django.conf import settings
from django.db import IntegrityError, connections, transaction

from lynchpin.kernel import audit
from lynchpin.kernel import use_case as entry
from lynchpin.kernel.errors import NestedUseCase, NotPermitted, Refused, UngovernedWrite, Unrecorded
from lynchpin.kernel.models import AccessEntry, AuditEvent
from lynchpin.organisations.models import Organisation
from lynchpin.organisations.use_cases.add_account import add_account
from tests.conftest import NOON
from tests.support import recorded, refused, trail
from tests.world.staff import LONG_AGO, machine

ADMIN = "organisations.load_organisations"


def kept(key):
    return Organisation.unscoped.filter(key=key).exists()


def add(key):
    Organisation(key=key, name_en=key, name_cy=key, kind="agency", valid_from=LONG_AGO).save()


@pytest.fixture
def verbs():
    """Verbs that live for one test, in the room organisations."""
    before = dict(entry.REGISTRY), dict(entry.PARTS)
    made = {}

    def verb(kind, name, body):
        def function(actor, *, key="k"):
            return body(actor, key)

        function.__name__ = name
        function.__module__ = f"lynchpin.organisations.use_cases.{name}"
        made[name] = kind(function)
        return made[name]

    yield verb
    entry.REGISTRY.clear()
    entry.REGISTRY.update(before[0])
    entry.PARTS.clear()
    entry.PARTS.update(before[1])


def adds_and_records(actor, key):
    add(key)
    audit.record("organisations.tried", None, key=key)
    return key


def test_a_verb_without_its_permission_does_nothing(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    with pytest.raises(NotPermitted):
        verb(world.worker, key="fresh")
    assert not kept("fresh")


def test_a_silent_verb_is_undone(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "silent", lambda actor, key: add(key))
    with pytest.raises(Unrecorded):
        verb(machine("system-admin"), key="fresh")
    assert not kept("fresh")


def test_a_verb_that_breaks_keeps_neither_record_nor_trail(world, verbs):
    def breaks(actor, key):
        adds_and_records(actor, key)
        raise ZeroDivisionError

    verb = verbs(entry.use_case(ADMIN), "breaks", breaks)
    before = recorded()
    with pytest.raises(ZeroDivisionError):
        verb(machine("system-admin"), key="fresh")
    assert not kept("fresh") and recorded() == before


def test_an_entry_point_cannot_be_called_from_another(world, verbs):
    inner = verbs(entry.use_case(ADMIN), "inner", adds_and_records)
    outer = verbs(entry.use_case(ADMIN), "outer", lambda actor, key: inner(actor, key=key))
    with pytest.raises(NestedUseCase):
        outer(machine("system-admin"), key="fresh")


def test_a_part_cannot_be_called_from_outside(world, verbs):
    part = verbs(entry.part, "a_part", adds_and_records)
    with pytest.raises(NestedUseCase):
        part(machine("system-admin"), key="fresh")


def test_a_silent_part_undoes_its_caller_too(world, verbs):
    part = verbs(entry.part, "silent_part", lambda actor, key: add(key))

    def calls(actor, key):
        adds_and_records(actor, "first")
        part(actor, key=key)

    verb = verbs(entry.use_case(ADMIN), "calls", calls)
    with pytest.raises(Unrecorded):
        verb(machine("system-admin"), key="second")
    assert not kept("first") and not kept("second")


def test_a_verb_takes_the_actor_then_keywords_only():
    with pytest.raises(TypeError):
        entry.use_case(ADMIN)(lambda request, key: None)
    with pytest.raises(TypeError):
        entry.use_case(ADMIN)(lambda actor, key: None)


def test_a_form_sent_twice_is_done_once_and_answered_alike(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", lambda actor, key: adds_and_records(actor, key) + "!")
    admin = machine("system-admin")
    first = verb(admin, key="fresh", form_key="one-time")
    again = verb(admin, key="fresh", form_key="one-time")
    assert first == again == "fresh!"
    assert AuditEvent.unscoped.filter(verb="organisations.tried").count() == 1


def test_a_form_sent_again_by_someone_else_is_refused(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    verb(machine("system-admin"), key="fresh", form_key="one-time")
    someone = world.actor("system-admin")
    with pytest.raises(Refused) as caught:
        verb(someone, key="other", form_key="one-time")
    assert caught.value.reason.code == "form_used_by_other" and not kept("other")


def test_a_form_key_of_a_refused_form_may_be_used_again(world, verbs):
    def fails_once(actor, key, tries=[]):  # noqa: B006
        tries.append(1)
        adds_and_records(actor, key)
        if len(tries) == 1:
            raise Refused(entry.Reason("form_used_by_other"))
        return key

    verb = verbs(entry.use_case(ADMIN), "tried", fails_once)
    admin = machine("system-admin")
    with pytest.raises(Refused):
        verb(admin, key="fresh", form_key="one-time")
    assert verb(admin, key="fresh", form_key="one-time") == "fresh"


def test_a_form_sent_again_with_other_answers_is_refused_and_not_dropped_in_silence(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    admin = world.actor("system-admin")
    verb(admin, key="first", form_key="one-time")
    with refused("form_told_otherwise"):
        verb(admin, key="second", form_key="one-time")
    assert kept("first") and not kept("second")


def test_a_visitor_without_an_account_never_gets_another_visitors_answer(world, verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    verb(machine("system-admin"), key="first", form_key="1")
    with refused("form_told_otherwise"):
        verb(machine("system-admin"), key="second", form_key="1")


def test_a_form_key_serves_one_verb_only(world, verbs):
    one = verbs(entry.use_case(ADMIN), "one", adds_and_records)
    other = verbs(entry.use_case(ADMIN), "other", adds_and_records)
    admin = world.actor("system-admin")
    one(admin, key="first", form_key="one-time")
    with refused("form_used_by_other"):
        other(admin, key="first", form_key="one-time")


def test_two_presses_differ_only_in_their_moment_and_get_one_answer(world):
    admin = world.actor("system-admin")
    sent = {"email": "x@example.org", "name": "X", "organisation": "council", "form_key": "one-time"}
    first = add_account(admin, at=NOON, **sent)
    assert add_account(admin, at=NOON + timedelta(seconds=1), **sent) == first


@pytest.mark.parametrize("form_key", ["x" * 10_000, "nul\x00", "\ud800", "é" * 64, " "])
def test_a_form_key_may_be_anything_a_browser_sends(world, verbs, form_key):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    admin = machine("system-admin")
    assert verb(admin, key="fresh", form_key=form_key) == verb(admin, key="fresh", form_key=form_key) == "fresh"


def test_a_verb_whose_answer_cannot_be_kept_is_undone(world, verbs):
    def answers(actor, key):
        adds_and_records(actor, key)
        return object()

    verb = verbs(entry.use_case(ADMIN), "answers", answers)
    with pytest.raises(TypeError):
        verb(machine("system-admin"), key="fresh", form_key="one-time")
    assert not kept("fresh")


@pytest.mark.django_db(transaction=True, databases=list(settings.DATABASES))
def test_two_presses_at_once_are_done_once_and_answered_alike(verbs):
    def slowly(actor, key):
        adds_and_records(actor, key)
        time.sleep(0.2)
        return key

    verb = verbs(entry.use_case(ADMIN), "tried", slowly)
    together = Barrier(2)

    def press():
        try:
            together.wait()
            return verb(machine("system-admin"), key="fresh", form_key="one-time")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert [press.result() for press in (pool.submit(press), pool.submit(press))] == ["fresh", "fresh"]
    assert recorded() == ["organisations.tried"]


def test_a_part_that_failed_leaves_nothing_though_its_caller_goes_on(world, verbs):
    def breaks(actor, key):
        adds_and_records(actor, key)
        raise Refused(entry.Reason("form_used_by_other"))

    part = verbs(entry.part, "breaking", breaks)

    def carries_on(actor, key):
        adds_and_records(actor, "first")
        with suppress(Refused):
            part(actor, key=key)

    before = recorded()
    verbs(entry.use_case(ADMIN), "carries_on", carries_on)(machine("system-admin"), key="second")
    assert kept("first") and not kept("second")
    assert recorded() == [*before, "organisations.tried"]


def test_a_record_that_could_be_undone_by_itself_is_not_taken(world, verbs):
    def undoes_its_record(actor, key):
        add(key)
        with suppress(Refused), transaction.atomic():
            audit.record("organisations.tried", None)
            raise Refused(entry.Reason("form_used_by_other"))

    with pytest.raises(Unrecorded):
        verbs(entry.use_case(ADMIN), "undoes_its_record", undoes_its_record)(machine("system-admin"), key="fresh")
    assert not kept("fresh")


def test_a_verb_that_swallows_a_fault_of_the_database_does_not_answer_as_if_it_were_kept(world, verbs):
    def swallows(actor, key):
        adds_and_records(actor, key)
        with suppress(IntegrityError):
            add("council")
        return "kept"

    with pytest.raises(Unrecorded, match="given it up"):
        verbs(entry.use_case(ADMIN), "swallows", swallows)(machine("system-admin"), key="fresh")
    assert not kept("fresh")


def test_a_verb_that_is_a_generator_is_undone(world, verbs):
    def later(actor, key):
        adds_and_records(actor, key)
        yield key

    with pytest.raises(Unrecorded):
        verbs(entry.use_case(ADMIN), "later", later)(machine("system-admin"), key="fresh")
    assert not kept("fresh")


def test_what_a_verb_leaves_for_later_writes_nothing(world, verbs):
    def leaves(actor, key):
        audit.record("organisations.tried", None)
        return (add(name) for name in [key])

    rest = verbs(entry.use_case(ADMIN), "leaves", leaves)(machine("system-admin"), key="fresh")
    with pytest.raises(UngovernedWrite):
        list(rest)


def test_a_part_called_when_its_verb_is_over_is_refused(world, verbs):
    part = verbs(entry.part, "a_part", adds_and_records)

    def leaves(actor, key):
        audit.record("organisations.tried", None)
        return copy_context()

    kept_context = verbs(entry.use_case(ADMIN), "leaves", leaves)(machine("system-admin"), key="fresh")
    with pytest.raises(NestedUseCase):
        kept_context.run(part, machine("system-admin"), key="fresh")


@pytest.mark.django_db(transaction=True, databases=list(settings.DATABASES))
def test_a_verb_inside_a_transaction_is_refused_because_it_could_be_undone_after_it_was_answered(verbs):
    verb = verbs(entry.use_case(ADMIN), "tried", adds_and_records)
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        verb(machine("system-admin"), key="fresh")


def test_a_list_in_the_trail_may_hold_nothing(world, verbs):
    verb = verbs(
        entry.use_case(ADMIN), "tells", lambda actor, key: audit.record("organisations.tried", None, ids=[2, None, 1])
    )
    verb(machine("system-admin"))
    assert trail("organisations.tried")[-1] == {"ids": [1, 2]}


@pytest.mark.parametrize("fact", ["Siân Ŵyn-Jones of Porth", "Siân", "two\nlines", "a-line\n", object(), 1.5, "x" * 81])
def test_the_trail_keeps_no_free_text(world, verbs, fact):
    verb = verbs(
        entry.use_case(ADMIN), "tells", lambda actor, key: audit.record("organisations.tried", None, told=fact)
    )
    with pytest.raises(ValueError, match="codes and ids"):
        verb(machine("system-admin"))


def test_a_page_that_cannot_be_logged_is_not_shown(world, as_, monkeypatch):
    browser = as_(world.data_protection_officer)
    monkeypatch.setattr(AccessEntry, "save", lambda *a, **k: 1 / 0)
    browser.raise_request_exception = False
    assert browser.get("/organisations/agreements/").status_code == 500
