"""Partners' files, for those who load them and those who answer for them: what did not load, and what waits to be accepted."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.desk.homes.home import Item, Section
from lynchpin.desk.homes.words import in_words
from lynchpin.desk.queries.files import refused_files, waiting_files
from lynchpin.face.parts import Link, Tag
from lynchpin.kernel.actor import Actor
from lynchpin.profiles.choices import ExtractState
from lynchpin.profiles.views.feeds import COLOURS


def files_refused(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Partners' files that did not load."""
    section = Section(
        key="files",
        title=_("Files that did not load"),
        items=tuple(
            Item(each.feed, reverse("profiles:extract", args=[each.reference]), Tag(_("Refused"), "red"), (each.why,))
            for each in refused_files(actor)
        ),
        empty=_("Every file that was tried has loaded."),
        more=Link(_("All feeds"), reverse("profiles:feeds")),
    )
    return (section,)


def files_waiting(actor: Actor, now: datetime) -> tuple[Section, ...]:
    """Files that were read and that no run uses before somebody accepts them."""
    items = tuple(
        Item(
            each.feed,
            reverse("profiles:extract", args=[each.reference]),
            Tag(str(ExtractState(each.state).label), COLOURS[each.state]),
            (_("Made on %(day)s.") % {"day": in_words(each.as_at)},),
        )
        for each in waiting_files(actor)
    )
    return (Section("files-waiting", _("Files that wait to be accepted"), items=items),) if items else ()
