"""Doors: `@page` on a handler, `@read` on a query. Each asks one permission, binds the actor to it, and is logged."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render, resolve_url

from lynchpin.kernel import access
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import NotFound, NotPermitted, Refused
from lynchpin.kernel.reasons import sentence

UNPROCESSABLE = 422

# What a page takes: any other method is answered 405, where it would else be answered as if it were a GET.
SHOWN = ("GET", "HEAD")
FILLED_IN = ("GET", "HEAD", "POST")
PRESSED = ("POST",)
FILLED_ACTIONS = ("read", "export")  # lists and searches are asked by address, so that they can be kept and sent on


class Request(HttpRequest):
    """A request as pages get it: the site's middleware has said who is acting. `drafting` is that of `kernel.drafts`."""

    actor: Actor
    drafting: Any = None


def page(
    permission: str, *, opens: str = "", action: str = "read", takes: tuple[str, ...] = ()
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a handler a page that needs `permission`; `opens` names the kind of record it opens, for the route list.

    It takes what `takes` says, such as `PRESSED` for a button without a page. By default a verb's own page is filled in,
    and every other page is only shown.
    """

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        methods = takes or (FILLED_IN if is_verbs_own(view, permission) and action in FILLED_ACTIONS else SHOWN)

        @functools.wraps(view)
        def run(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            with _refusals_logged(request, permission):
                request.actor = request.actor.bound_to(permission)
                with access.viewing(request.actor, _route(request), permission=permission, action=action) as seen:
                    response = view(request, *args, **kwargs)
                    seen.status = response.status_code
                return response

        run.permission = permission  # type: ignore[attr-defined]
        run.opens = opens  # type: ignore[attr-defined]
        run.methods = methods  # type: ignore[attr-defined]
        return run

    return wrap


def is_verbs_own(view: Callable[..., Any], permission: str) -> bool:
    """Whether a handler is the page of the verb that its permission names: one phrase on every shelf."""
    return view.__name__ == f"{permission.split('.')[-1]}_page"


def public_page(*, takes: tuple[str, ...]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a handler a page that asks for no permission; a house test lists them all."""

    def wrap(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @functools.wraps(view)
        def run(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return view(request, *args, **kwargs) if request.method in takes else HttpResponseNotAllowed(takes)

        run.methods = takes  # type: ignore[attr-defined]
        return run

    return wrap


def read(permission: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a query answer for `permission`: it binds the actor, and the people in its answer are logged as looked at."""

    def wrap(query: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(query)
        def run(actor: Any, *args: Any, **kwargs: Any) -> Any:
            bound = actor.bound_to(permission) if access.is_open() else actor.bound_to(permission).afresh()
            facts = query(bound, *args, **kwargs)
            access.note(facts, bound, f"{query.__module__}.{query.__name__}"[:120], str(permission))
            return facts

        run.permission = permission  # type: ignore[attr-defined]
        return run

    return wrap


@contextmanager
def _refusals_logged(request: Request, permission: str) -> Iterator[None]:
    """A refusal or a miss is logged after everything else was undone, then goes on its way."""
    try:
        yield
    except (NotPermitted, NotFound) as no:
        status = 403 if isinstance(no, NotPermitted) else 404
        actor = request.actor
        access.write(access.Viewing(actor, _route(request), str(permission), action="refused", status=status))
        raise


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.view_name or match.route if match else request.path)[:120]


@contextmanager
def refusals_on(form: Any) -> Iterator[None]:
    """Show a refusal as an error of the form it answers."""
    try:
        yield
    except Refused as no:
        form.add_error(None, sentence(no.reason))


def show(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    """Render a page; 422 when its form has errors."""
    form = context.get("form")
    status = UNPROCESSABLE if form is not None and form.is_bound and form.errors else 200
    return render(request, template, context, status=status)


def redirect_with(request: HttpRequest, message: str, to: str, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
    """Say in a sentence what was done, and go on."""
    messages.success(request, message)
    response = HttpResponseRedirect(resolve_url(to, *args, **kwargs))
    response.status_code = 303
    return response
