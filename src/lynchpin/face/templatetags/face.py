"""The components as template tags: each draws one file of templates/face/components from facts of face.parts.

The smallest, of which a page has hundreds, are drawn by `face.cells`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django import template
from django.forms import BaseForm
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from lynchpin.face.cells import rows_html, tag_html
from lynchpin.face.lists import Listing
from lynchpin.face.parts import (
    Figure,
    Link,
    Meter,
    NavigationItem,
    Progress,
    SummaryRow,
    Tag,
    Task,
    Text,
    Tile,
    TimelineEvent,
)

register = template.Library()

HARMLESS_PAGE = "https://www.bbc.co.uk/weather"  # where leaving quickly leads: ordinary, quick to load, bright


def component(name: str, **options: Any) -> Any:
    """Registers a tag that draws `face/components/<name>.html`."""
    return register.inclusion_tag(f"face/components/{name}.html", name=name, **options)


@register.simple_tag
def status_tag(tag: Tag) -> SafeString:
    """A status in words."""
    return tag_html(tag)


@register.simple_tag
def list_rows(listing: Listing) -> SafeString:
    """The rows of a list's table."""
    return rows_html(listing.columns, listing.page.rows)


@component("summary_list")
def summary_list(rows: Sequence[SummaryRow]) -> dict[str, Any]:
    """The facts of a record, each with its own way to change it."""
    return {"rows": rows}


@component("timeline")
def timeline(events: Sequence[TimelineEvent], heading_level: int = 3) -> dict[str, Any]:
    """What happened, in the order given."""
    return {"events": events, "heading_level": heading_level}


@component("notification_banner")
def notification_banner(text: Text, title: Text = "") -> dict[str, Any]:
    """Something to know that is not about a field."""
    return {"text": text, "title": title or _("Important")}


@component("success_banner")
def success_banner(text: Text) -> dict[str, Any]:
    """What was just done."""
    return {"text": text}


@component("inset_text")
def inset_text(text: Text) -> dict[str, Any]:
    """A sentence set apart."""
    return {"text": text}


@component("warning_text")
def warning_text(text: Text) -> dict[str, Any]:
    """A sentence that must not be missed."""
    return {"text": text}


@component("task_list")
def task_list(tasks: Sequence[Task], key: str = "tasks") -> dict[str, Any]:
    """What to do next. `key` is unique on the page."""
    return {"tasks": tasks, "key": key}


@component("stat_tiles")
def stat_tiles(tiles: Sequence[Tile]) -> dict[str, Any]:
    """Numbers that open."""
    return {"tiles": tiles}


@component("bar_meter")
def bar_meter(meter: Meter) -> dict[str, Any]:
    """So much of so much, in words and as a bar."""
    return {"meter": meter}


@component("side_navigation")
def side_navigation(items: Sequence[NavigationItem], label: Text) -> dict[str, Any]:
    """The sections of a record, down the side. `label` names the navigation."""
    return {"items": items, "label": label}


@component("link_tabs")
def link_tabs(items: Sequence[NavigationItem], label: Text) -> dict[str, Any]:
    """Pages beside one another, as tabs that are links. `label` names the navigation."""
    return {"items": items, "label": label}


@component("back_link")
def back_link(url: str, label: Text = "") -> dict[str, Any]:
    """The way back, for the block `before`."""
    return {"url": url, "label": label or _("Back")}


@component("breadcrumbs")
def breadcrumbs(items: Sequence[NavigationItem]) -> dict[str, Any]:
    """Where this page is, for the block `before`; the last item is the page itself."""
    return {"items": items}


@component("disabled_button")
def disabled_button(label: Text, reason: Text, key: str = "why-not") -> dict[str, Any]:
    """What cannot be done now, with the sentence that says why. `key` is unique on the page."""
    return {"label": label, "reason": reason, "key": key}


@component("button_form", takes_context=True)
def button_form(
    context: Context, url: str, label: Text, form: BaseForm | None = None, kind: str = "secondary"
) -> dict[str, Any]:
    """One button that changes something: a POST with `form`'s hidden fields. `kind`: primary, secondary, warning."""
    return {"url": url, "label": label, "form": form, "kind": kind, "csrf_token": context.get("csrf_token")}


@component("post_form", takes_context=True)
def post_form(context: Context, form: BaseForm, button: Text, url: str = "", cancel_url: str = "") -> dict[str, Any]:
    """A whole form: error summary aside, its fields, its button and a way out.

    Where the page keeps drafts, so does the form; where somebody else changed the record meanwhile, both texts stand above.
    """
    shown = {"form": form, "button": button, "url": url, "cancel_url": cancel_url}
    return shown | _drafting(context) | {"csrf_token": context.get("csrf_token")}


@component("draft_notice", takes_context=True)
def draft_notice(context: Context) -> dict[str, Any]:
    """That something half-typed was kept, when, and the button that throws it away. Stands above the form."""
    return _drafting(context) | {"csrf_token": context.get("csrf_token")}


@component("error_summary")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """Every error of a form, each leading to its first control. Stands above the page's heading."""
    return {"errors": list(_errors_of(form)) if form.is_bound else []}


@component("list_table")
def list_table(listing: Listing, key: str = "list") -> dict[str, Any]:
    """A list's table and pages, without its filters. Where a page has two, the second is given a `key` of its own."""
    return {"listing": listing, "key": key}


@component("list_with_filters", takes_context=True)
def list_with_filters(context: Context, listing: Listing) -> dict[str, Any]:
    """A list beside its filters."""
    return {"listing": listing, "path": context["request"].path}


@component("figure")
def figure(figure: Figure) -> dict[str, Any]:
    """A chart or map, its finding and its data."""
    return {"figure": figure}


@component("progress_bar", takes_context=True)
def progress_bar(context: Context, progress: Progress) -> dict[str, Any]:
    """How far a long piece of work is; asks again every second while it goes on."""
    return {"progress": progress, "path": context["request"].path}


@component("safe_exit")
def safe_exit(url: str = HARMLESS_PAGE) -> dict[str, Any]:
    """The button that leaves at once, for pages that somebody may be watched while reading."""
    return {"url": url}


@register.simple_block_tag
def details(content: str, summary: str) -> SafeString:
    """More for those who ask: {% details summary %}…{% enddetails %}."""
    return format_html(
        '<details class="govuk-details"><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        summary,
        content,
    )


def _drafting(context: Context) -> dict[str, Any]:
    request = context.get("request")
    return {"drafting": getattr(request, "drafting", None), "path": getattr(request, "path", "")}


def _errors_of(form: BaseForm) -> Iterator[Link]:
    for field in form.visible_fields():
        yield from _links(field.errors, f"#{field.first_control_id}")  # type: ignore[attr-defined]
    for field in form.hidden_fields():
        yield from _links(field.errors, "")
    yield from _links(form.non_field_errors(), "")


def _links(errors: Iterable[object], href: str) -> Iterator[Link]:
    return (Link(str(sentence), href) for sentence in errors)
