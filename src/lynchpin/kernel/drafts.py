"""Half-typed forms, kept on the server for whoever types, so that nothing is lost and no browser keeps what people told.

A draft is no record: no verb writes it, nothing is decided by it, and nobody but its own account ever reads it. What is
typed may be about somebody's life all the same, so it goes into no log, and it is gone when its form is saved, when it is
thrown away, and after `KEPT_FOR` (decision 0014).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.utils.translation import gettext as _

from lynchpin.kernel import access, clock
from lynchpin.kernel.models import Draft, FormKey
from lynchpin.kernel.page import Request, redirect_with
from lynchpin.kernel.use_case import fingerprint

KEPT_FOR = timedelta(days=14)
LARGEST = 100_000  # characters as JSON: every box of the longest form filled to its limit, twice
MOST = 100  # drafts of one account: half-typed forms are a day's work, and no way to fill a disk
ASKED = "draft"  # the name of the buttons: "keep" or "throw_away"
NOT_TYPED = (ASKED, "csrfmiddlewaretoken")
SAVED, TOO_LARGE = 303, 413


@dataclass(frozen=True, slots=True)
class Place:
    """Whose form it is, which, and of which record."""

    user_id: int
    form: str
    key: str


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a page that keeps drafts shows: `kept_at` and `typed` are empty when nothing is kept."""

    kept_at: datetime | None = None
    typed: QueryDict | None = None


def keeps_drafts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a page keep what is half-typed in its form; the page finds it as `request.drafting`. Stands below `@page`.

    A POST that asks for `draft=keep` is answered 204 when htmx sent it, else with the page again; `draft=throw_away` with the
    page as it is without a draft. Saving the form throws its draft away.
    """

    @functools.wraps(view)
    def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        place, again = _place(request, kwargs), functools.partial(view, request, *args, **kwargs)
        if asked := request.POST.get(ASKED, ""):
            return _kept(request, place, again) if asked == "keep" else _thrown_away(request, place)
        request.drafting = Drafting() if request.method == "POST" else found(place, at=clock.now())
        response = view(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == SAVED:
            throw_away(place)
        return response

    return run


def keep(place: Place, typed: Mapping[str, list[str]], *, at: datetime) -> bool:
    """Keep what is typed in place of what was kept before, unless the form was saved meanwhile. Gives whether it fitted."""
    if len(json.dumps(typed)) > LARGEST or _has_too_many(place):
        return False
    if not _was_sent(typed):
        row = Draft(user_id=place.user_id, form=place.form, key=place.key, typed=dict(typed), saved_at=at)
        Draft.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["user_id", "form", "key"],
            update_fields=["typed", "saved_at"],
        )
    return True


def found(place: Place, *, at: datetime) -> Drafting:
    """What was typed last. A draft that came in after its form was saved is thrown away, as is one that is too old."""
    row = _rows(place).first()
    if row is None:
        return Drafting()
    if row.saved_at < at - KEPT_FOR or _was_sent(row.typed):
        throw_away(place)
        return Drafting()
    return Drafting(row.saved_at, _as_sent(row.typed))


def throw_away(place: Place) -> None:
    """Forget what was typed."""
    _rows(place).delete()


def purge(*, at: datetime) -> int:
    """Throw away every draft that is older than `KEPT_FOR`. Gives how many."""
    return Draft.objects.filter(saved_at__lt=at - KEPT_FOR).delete()[0]


def _has_too_many(place: Place) -> bool:
    """Whether an account keeps so many other drafts that one more is refused: the oldest may be somebody's only note."""
    others = Draft.objects.filter(user_id=place.user_id).exclude(form=place.form, key=place.key)
    return others.count() >= MOST


def _rows(place: Place) -> QuerySet[Draft]:
    return Draft.objects.filter(user_id=place.user_id, form=place.form, key=place.key)


def _place(request: Request, kwargs: Mapping[str, Any]) -> Place:
    match = request.resolver_match
    name = match.view_name if match else ""
    return Place(request.actor.user_id or 0, name[:120], "/".join(str(value) for value in kwargs.values())[:120])


def _kept(request: Request, place: Place, again: Callable[[], HttpResponse]) -> HttpResponse:
    """Nobody's record is shown, so the access log has an entry without subjects. `again` shows the page without saving."""
    fits = keep(place, _typed(request), at=clock.now())
    if not fits and not request.headers.get("HX-Request"):
        return _with_all_that_was_typed(request, again)
    access.name_action("draft")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204 if fits else TOO_LARGE)
    return redirect_with(request, _("What you typed is kept as a draft. Nothing is saved yet."), request.path)


def _typed(request: Request) -> dict[str, list[str]]:
    """What was typed, without the one sign that PostgreSQL cannot keep: no form takes it either."""
    sent = ((name, values) for name, values in request.POST.lists() if name not in NOT_TYPED)
    return {name.replace("\0", ""): [value.replace("\0", "") for value in values] for name, values in sent}


def _with_all_that_was_typed(request: Request, again: Callable[[], HttpResponse]) -> HttpResponse:
    """The page once more, for who has no scripts: nothing is kept, and everything still stands in its form."""
    messages.warning(
        request, _("This draft could not be kept. What you typed is in the form below: save it now, or copy it.")
    )
    request.drafting, request.method, request.POST = Drafting(typed=request.POST), "GET", QueryDict()  # type: ignore[misc]
    response = again()
    response.status_code = TOO_LARGE
    return response


def _thrown_away(request: Request, place: Place) -> HttpResponse:
    access.name_action("draft")
    throw_away(place)
    return redirect_with(request, _("What you had typed is thrown away."), request.path)


def _was_sent(typed: Mapping[str, list[str]]) -> bool:
    """Whether the form that this was typed in has been saved: its one-time key is used up."""
    form_key = next(iter(typed.get("form_key") or ()), "")
    return bool(form_key) and FormKey.unscoped.filter(key=fingerprint(form_key)).exists()


def _as_sent(typed: Mapping[str, list[str]]) -> QueryDict:
    sent = QueryDict(mutable=True)
    for name, values in typed.items():
        sent.setlist(name, values)
    return sent
