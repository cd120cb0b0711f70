"""What an edition would do, in counts, as its page and the page that approves it show it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.face.parts import Progress
from lynchpin.kernel.actor import Actor
from lynchpin.kernel.errors import Reason
from lynchpin.kernel.reasons import sentence
from lynchpin.places.names import every_cluster
from lynchpin.profiles.choices import Permission
from lynchpin.profiles.previews import Counts, GroupCounts, PartCounts
from lynchpin.profiles.queries.scoring import EditionFacts
from lynchpin.profiles.queries.trials import trying
from lynchpin.profiles.routes import route_names
from lynchpin.profiles.scoring_words import SIZES, YOUNGEST, band_label


def shown_trial(actor: Actor, facts: EditionFacts) -> dict[str, Any]:
    """The trial of an edition for a template: how far it is, or what it found, or why there is none."""
    preview = facts.preview
    job = trying(facts.row.number) if facts.can_be_tried and not preview else None
    running = job is not None and job.state in ("waiting", "running")
    return {
        "trying": Progress(_("Trying it out"), _("The edition is being tried on the newest approved run."))
        if running
        else None,
        "failed": why_not(Reason(job.reason_code)) if job and job.state == "failed" and job.reason_code else "",
        "may_try": facts.can_be_tried and not preview and not running and actor.may(Permission.RECORD_DRY_RUN),
        "nothing_to_try_on": not facts.can_be_tried and not preview and facts.why_not_decline is None,
        "found": _summary(preview.counts) if preview else [],
        "parts": [_part(part) for part in preview.counts.parts] if preview else [],
        "groups": [_group(actor, group) for group in preview.counts.groups] if preview else [],
    }


def why_not(reason: Reason | None) -> str:
    return sentence(reason) if reason else ""


def _summary(counts: Counts) -> list[str]:
    words = {
        "vulnerability_band": _("Families with another band of vulnerability: %(moved)s."),
        "resilience_band": _("Families with another band of resilience: %(moved)s."),
        "route": _("Families with another suggested route: %(moved)s."),
    }
    return [words[part.part] % {"moved": part.moved} for part in counts.parts]


def _part(counts: PartCounts) -> dict[str, Any]:
    captions = {
        "vulnerability_band": (_("Bands of vulnerability"), _("Band")),
        "resilience_band": (_("Bands of resilience"), _("Band")),
        "route": (_("Suggested routes"), _("Route")),
    }
    caption, head = captions[counts.part]
    names = route_names() if counts.part == "route" else None

    def name(key: str) -> str:
        return names.get(key, key) if names is not None else band_label(counts.part, key)

    return {
        "key": counts.part,
        "caption": caption,
        "head": head,
        "totals": [(name(key), before, after) for key, before, after in counts.totals],
        "moves": [(name(was), name(will), count) for was, will, count in counts.moves],
    }


def _group(actor: Actor, counts: GroupCounts) -> dict[str, Any]:
    captions = {
        "area": (_("By cluster"), _("Cluster"), every_cluster(actor) | {"": _("Outside every cluster")}),
        "youngest": (_("By the age of the youngest"), _("Families"), YOUNGEST),
        "size": (_("By the size of the family"), _("Families"), SIZES),
    }
    caption, head, names = captions[counts.by]
    order = list(names)
    rows = sorted(counts.rows, key=lambda row: order.index(row[0]) if row[0] in order else len(order))
    return {
        "key": counts.by,
        "caption": caption,
        "head": head,
        "rows": [(str(names.get(group, group)), texts) for group, texts in rows],
    }


def edition_address(number: int) -> str:
    return reverse("profiles:scoring_edition", args=[number])
