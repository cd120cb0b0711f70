"""Send a partner's file. A small one is loaded at once; a large one in the background, with a page that tells how far it is."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Progress
from lynchpin.kernel import clock
from lynchpin.kernel.page import Request, page, redirect_with, refusals_on, show
from lynchpin.profiles import incoming
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.feeding import receive
from lynchpin.profiles.forms import LoadFeedForm
from lynchpin.profiles.queries.feeds import feed_to_load
from lynchpin.profiles.queries.loads import loading
from lynchpin.profiles.running import start_loading


@page(Permission.LOAD_FEED, opens="feed")
def load_feed_page(request: Request, key: str) -> HttpResponse:
    form = LoadFeedForm(request.POST or None, request.FILES or None, initial={"as_at": clock.today()})
    if form.is_valid():
        with refusals_on(form):
            return _taken_in(request, key, form)
    facts = feed_to_load(request.actor, key)
    return show(request, "profiles/load_feed.html", facts=facts, form=form)


@page(Permission.LOAD_FEED)
def loading_page(request: Request, reference: str) -> HttpResponse:
    facts = loading(request.actor, reference)
    sentence = _("The file is being read.")
    if facts.finished or facts.failed:
        sentence = (
            _("The file was read. Look at it, then accept it.")
            if facts.finished
            else _("The file was refused. Its feed says why.")
        )
    next_url = reverse("profiles:extract", args=[facts.extract]) if facts.extract else reverse("profiles:feeds")
    progress = Progress(
        _("Loading a file"),
        sentence,
        finished=facts.finished,
        failed=facts.failed,
        next_url=next_url,
        next_label=_("See what became of it"),
    )
    return show(request, "face/progress_page.html", progress=progress)


def _taken_in(request: Request, key: str, form: LoadFeedForm) -> HttpResponse:
    facts, actor = form.cleaned_data, request.actor
    path = incoming.put_down(facts["file"], form.suffix)
    if facts["file"].size > incoming.SMALL:
        job = start_loading(actor, feed=key, path=path, as_at=facts["as_at"])
        return redirect_with(request, _("The file has arrived and is being read."), "profiles:loading", job)
    try:
        extract = receive(actor, feed=key, path=path, as_at=facts["as_at"], at=clock.now(), form_key=facts["form_key"])
    finally:
        path.unlink(missing_ok=True)
    return redirect_with(
        request, _("The file is read. Look at what it is like, then accept it."), "profiles:extract", extract
    )
