"""Who is acting, under which assignment, and what that assignment grants. The kernel knows no policy: grants are given to it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from lynchpin.kernel.errors import NotPermitted, UnscopedRead

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grant:
    """One cell of the policy table: how far a permission reaches, and which classes of field it shows."""

    scope: str
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person or machine under one chosen assignment.

    `on` is the local day of acting, for scopes that end, such as a closed case that its worker may read for 28 days.
    `reach` maps a kind of scope to the keys it covers, such as {"cluster": {"porth", "taf-west"}}.
    `bound` is set while a page, read or use case is answering for one permission.
    """

    role: str
    grants: Mapping[str, Grant]
    on: date
    user_id: int | None = None
    staff_id: int | None = None
    assignment_id: int | None = None
    organisation: str = ""
    reach: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bound: Grant | None = None
    remembered: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    permission: str = ""

    def may(self, permission: str) -> bool:
        """Whether this assignment ever holds the permission."""
        return permission in self.grants

    def bound_to(self, permission: str) -> Actor:
        """The same actor, answering for one permission. Raises `NotPermitted` when it is not held."""
        if permission not in self.grants:
            raise NotPermitted(permission)
        return replace(self, bound=self.grants[permission], permission=str(permission))

    @property
    def scope(self) -> str:
        """How far the bound permission reaches. Raises `UnscopedRead` when nothing is bound: that is a bug."""
        if self.bound is None:
            raise UnscopedRead("an actor must be bound to a permission before it can read")
        return self.bound.scope

    def shows(self, field_class: str) -> bool:
        """Whether the bound permission shows fields of this class, such as F3 (needs and notes)."""
        return self.bound is not None and field_class in self.bound.fields

    def reaches(self, kind: str) -> frozenset[str]:
        """Keys covered for a kind of scope; none when the assignment has none."""
        return self.reach.get(kind, NOTHING)

    def remember(self, question: Hashable, find: Callable[[], Any]) -> Any:
        """The answer found when this was first asked: scopes ask the same of every record, and it holds for one verb or page."""
        asked = self.bound and self.bound.scope, question  # a wider scope's answer is never a narrower one's
        if asked not in self.remembered:
            self.remembered[asked] = find()
        return self.remembered[asked]

    def remember_for_all(self, question: Hashable, find: Callable[[], Any]) -> Any:
        """The same for what is one answer in every scope, such as the names of places."""
        return replace(self, bound=None).remember(question, find)

    def afresh(self) -> Actor:
        """The same actor with nothing remembered: at the start of each verb, and of each read outside a page."""
        return replace(self, remembered={})
