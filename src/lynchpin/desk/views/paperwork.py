"""The shared paperwork on its pages: blank for everybody, filled for whoever may read the record."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lynchpin.casework.choices import Permission as Casework
from lynchpin.desk.choices import Permission
from lynchpin.desk.paperwork.forms import ORDER, Form, in_use
from lynchpin.desk.paperwork.sheets import LANGUAGES, Filled, sheet_of
from lynchpin.desk.queries.paperwork import OF_CASE, filled_case, filled_referral
from lynchpin.face.context import active_language
from lynchpin.face.parts import Link, NavigationItem
from lynchpin.frontdoor.choices import Permission as Frontdoor
from lynchpin.kernel.errors import NotFound, Reason
from lynchpin.kernel.page import Request, page, show
from lynchpin.kernel.reasons import sentence


@page(Permission.READ_BLANK_FORMS, action="list")
def blank_forms_page(request: Request) -> HttpResponse:
    """Every form, with its edition, in each language."""
    forms = [_to_choose(in_use(key, request.actor.on)) for key in ORDER]
    return show(request, "desk/blank_forms.html", forms=forms)


@page(Permission.READ_BLANK_FORMS, action="print")
def blank_form_page(request: Request, form: str, language: str) -> HttpResponse:
    """One form to fill in by hand."""
    _must_exist(form, language, ORDER)
    here = [(each, reverse("desk:blank_form", args=[form, each])) for each in LANGUAGES]
    return _sheet(request, in_use(form, request.actor.on), language, here, None, reverse("desk:blank_forms"))


@page(Frontdoor.READ_REFERRAL, opens="referral", action="print")
def referral_form_page(request: Request, reference: str, language: str) -> HttpResponse:
    """A referral on the form that every partner knows."""
    _must_exist("referral", language, ORDER)
    _facts, filled = filled_referral(request.actor, reference)
    here = [(each, reverse("desk:referral_form", args=[reference, each])) for each in LANGUAGES]
    back = reverse("frontdoor:referral", args=[reference])
    return _sheet(request, in_use("referral", request.actor.on), language, here, filled, back)


@page(Casework.READ_CASE, opens="case", action="print")
def case_form_page(request: Request, reference: str, form: str, language: str) -> HttpResponse:
    """What matters, the plan or its review, filled from the case."""
    _must_exist(form, language, OF_CASE)
    _facts, filled = filled_case(request.actor, reference, form)
    here = [(each, reverse("desk:case_form", args=[reference, form, each])) for each in LANGUAGES]
    back = reverse("casework:case", args=[reference])
    return _sheet(request, in_use(form, request.actor.on), language, here, filled, back)


def _must_exist(form: str, language: str, forms: tuple[str, ...]) -> None:
    if form not in forms or language not in LANGUAGES:
        raise NotFound("desk.Form")


def _to_choose(form: Form) -> dict[str, Any]:
    """A form in the list: its words in the active language, and where it is printed in each."""
    links = [Link(_language(each), reverse("desk:blank_form", args=[form.key, each])) for each in LANGUAGES]
    said = active_language()
    return {"form": form, "title": form.title.said(said), "purpose": form.purpose.said(said), "links": links}


def _sheet(
    request: Request, form: Form, language: str, here: list[tuple[str, str]], filled: Filled | Reason | None, back: str
) -> HttpResponse:
    """The sheet, or the sentence that says why there is none."""
    refused = isinstance(filled, Reason)
    tabs = [NavigationItem(_language(each), url, each == language) for each, url in here]
    sheet = None if refused else sheet_of(form, language, filled)  # type: ignore[arg-type]
    why_not = sentence(filled) if isinstance(filled, Reason) else ""
    title = form.title.said(active_language())
    return show(request, "desk/sheet.html", sheet=sheet, why_not=why_not, tabs=tabs, back_url=back, title=title)


def _language(code: str) -> str:
    return {"cy": "Cymraeg", "en": "English"}.get(code) or _("Both languages")
