"""Governed records: read only through a scope, written only in a window. And the kernel's own books."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import sql

from lynchpin.kernel.actor import Actor
from lynchpin.kernel.choices import Permission
from lynchpin.kernel.errors import NotFound, Stale, UnscopedRead


class GovernedQuery(sql.Query):
    """A query that is compiled only once someone's scope, or a named exception, has opened it.

    The question stands here and not in each method of the queryset, because every read is compiled: as a subquery, by an
    asynchronous loop, inside a union or under another model's name.
    """

    opened = False  # copied with every clone

    def get_compiler(self, *args: Any, **kwargs: Any) -> Any:
        self.must_be_open()
        return super().get_compiler(*args, **kwargs)

    def must_be_open(self) -> None:
        if not self.opened:
            raise UnscopedRead(f"{self.get_meta().object_name} was read without saying who is looking")


class GovernedQuerySet(models.QuerySet):
    """A queryset that cannot be read until it has been opened."""

    query: GovernedQuery

    def __init__(self, model: Any = None, query: Any = None, using: str | None = None, hints: Any = None) -> None:
        super().__init__(model, GovernedQuery(model) if query is None else query, using, hints)

    def visible_to(self, actor: Actor) -> Self:
        """The rows this actor may see under the permission it is bound to."""
        return self.in_scope(actor)._open()

    def in_scope(self, actor: Actor) -> Self:
        """The rows in an actor's scope: each governed model answers this once."""
        raise NotImplementedError(f"{self.model.__name__} does not say who may see it")

    def _open(self, opened: bool = True) -> Self:
        again: Self = self.all()
        again.query.opened = opened
        return again

    def find(self, *, version: int | None = None, **lookup: Any) -> Any:
        """The one row, or `NotFound` whether it is missing or out of sight; `Stale` when its version has moved on."""
        try:
            found: Any = self.get(**lookup)
        except ObjectDoesNotExist:
            raise NotFound(self.model._meta.label) from None
        if version is not None and found.version != version:
            raise Stale()
        return found

    def select_related(self, *fields: Any) -> Self:
        raise UnscopedRead("another record is read in a query of its own")

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        raise UnscopedRead("raw SQL has no scope")

    def extra(self, *args: Any, **kwargs: Any) -> Any:
        raise UnscopedRead("raw SQL has no scope")

    # combining: two querysets are only as open as the less open one; those of a union are each asked when compiled

    def __or__(self, other: Any) -> Any:
        return self._as_open_as(other, super().__or__(other))

    def __and__(self, other: Any) -> Any:
        return self._as_open_as(other, super().__and__(other))

    def __xor__(self, other: Any) -> Any:
        return self._as_open_as(other, super().__xor__(other))

    def _as_open_as(self, other: Any, combined: Any) -> Any:
        return combined._open(self.query.opened and getattr(other.query, "opened", False))

    # writing: the guard on the connection judges the statement; here only the scope is asked for

    def update(self, **values: Any) -> int:
        self.query.must_be_open()
        return super().update(**values)

    def delete(self) -> Any:
        self.query.must_be_open()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class SharedQuerySet(GovernedQuerySet):
    """Definitions and places: whoever may ask sees them all. They are written under the same rules as everything else."""

    def in_scope(self, actor: Actor) -> Self:
        return self.all()


class _Unscoped:
    """`Model.unscoped`: the one way round a scope, for modules on the house's list; on the class only, never on a row."""

    def __get__(self, instance: Any, owner: Any) -> Any:
        if instance is not None or owner._meta.abstract:
            raise AttributeError("unscoped belongs to the model class")
        return type(owner.objects.all())(owner)._open()  # the model's own queryset keeps what it says of itself


class Governed(models.Model):
    """A record whose every read has a scope and whose every write is a recorded verb of its room."""

    append_only: ClassVar[bool] = False

    version = models.PositiveIntegerField(default=1, editable=False)

    objects: Any = GovernedQuerySet.as_manager()
    unscoped = _Unscoped()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        default_manager_name = "objects"

    def store(self, *fields: str) -> None:
        """Write the named fields of a row that was found, and move its version on.

        Raises `Stale` when another transaction has stored it since.
        """
        seen, self.version = self.version, self.version + 1
        values = {name: getattr(self, name) for name in (*fields, "version")}
        rows = type(self).unscoped.filter(pk=self.pk, version=seen)
        if not rows.update(**values):
            self.version = seen
            raise Stale()


class _KernelBook(GovernedQuerySet):
    """The kernel's books are read under their own permission, and under no other, however far that reaches."""

    def in_scope(self, actor: Actor) -> Self:
        reads = actor.scope == "all" and actor.permission == getattr(self.model, "read_under", None)
        return self.all() if reads else self.none()


class AuditEvent(Governed):
    """The trail: who changed what. Codes and ids only; no foreign keys, so that nothing it names can hold it back.

    No permission reads it yet: that is a room to come.
    """

    append_only = True

    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    role = models.CharField(max_length=40)
    user_id = models.BigIntegerField(null=True)
    staff_id = models.BigIntegerField(null=True)
    assignment_id = models.BigIntegerField(null=True)
    organisation = models.CharField(max_length=40, blank=True)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    request_id = models.CharField(max_length=32, blank=True)

    objects = _KernelBook.as_manager()

    class Meta(Governed.Meta):
        indexes = [models.Index(fields=["subject", "subject_id"], name="trail_by_subject")]


class FormKey(Governed):
    """A one-time key of a form that was sent, with the answer it got, so that a double press is one change.

    The key and what was told are kept as fingerprints only.
    """

    key = models.CharField(max_length=64, unique=True)
    claim = models.CharField(max_length=32)
    verb = models.CharField(max_length=80)
    user_id = models.BigIntegerField(null=True)
    told = models.CharField(max_length=64, default="")
    answered = models.BooleanField(default=False)
    answer = models.JSONField(null=True)
    at = models.DateTimeField()

    objects = _KernelBook.as_manager()


class AccessEntry(Governed):
    """The access log: who looked, searched, exported or was refused. One row a page view."""

    append_only = True
    read_under = Permission.READ_ACCESS_LOG

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=12)
    route = models.CharField(max_length=120)
    permission = models.CharField(max_length=80, blank=True)
    status = models.PositiveSmallIntegerField(default=200)
    role = models.CharField(max_length=40)
    user_id = models.BigIntegerField(null=True)
    staff_id = models.BigIntegerField(null=True)
    assignment_id = models.BigIntegerField(null=True)
    organisation = models.CharField(max_length=40, blank=True)
    reason_code = models.CharField(max_length=40, blank=True)
    request_id = models.CharField(max_length=32, blank=True)

    objects = _KernelBook.as_manager()


class AccessSubject(Governed):
    """Whose record an access entry showed."""

    append_only = True
    read_under = Permission.READ_ACCESS_LOG

    entry_id = models.BigIntegerField(db_index=True)
    kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()

    objects = _KernelBook.as_manager()

    class Meta(Governed.Meta):
        indexes = [models.Index(fields=["kind", "subject_id"], name="looked_by_subject")]


class Job(models.Model):
    """Progress of long work, for the page that waits for it. Counts and codes only, so it is not governed."""

    reference = models.CharField(max_length=12, unique=True)
    kind = models.CharField(max_length=60)
    state = models.CharField(max_length=12, default="waiting")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    reason_code = models.CharField(max_length=60, blank=True)
    result = models.JSONField(default=dict)
    started_by = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)


class Draft(models.Model):
    """A half-typed form of one account: one row a form, so it is no record and not governed (decision 0014).

    Only `kernel.drafts` touches it, and only for the account that typed it.
    """

    user_id = models.BigIntegerField()
    form = models.CharField(max_length=120)
    key = models.CharField(max_length=120, blank=True)
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="account_has_one_draft_of_a_form", fields=["user_id", "form", "key"])
        ]


class Round(models.Model):
    """When something that the service does by the clock was last begun and ended, and when it is due. No record, so not governed.

    Only `kernel.rounds` touches it. `told` holds counts, and never anything of anybody's life.
    """

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    failed = models.BooleanField(default=False)
    told = models.CharField(max_length=200, blank=True)
