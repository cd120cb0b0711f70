"""Somebody asks for help, without an account, in their own language."""

from __future__ import annotations

import pytest

from lynchpin.frontdoor.models import Referral
from tests.journeys import given

QUESTIONS = (
    "main form .govuk-form-group:not(.govuk-form-group .govuk-form-group)"  # a date is one, though it has three boxes
)
MOST_QUESTIONS, MOST_TAPS = (
    15,
    7,
)  # three minutes at twelve seconds a question; and what must be told, with the press that sends it


@pytest.mark.parametrize("language", ["en", "cy"])
def test_help_is_asked_for_in_few_answers_and_a_receipt_says_what_happens(arrive, language):
    # given somebody at the front page, who reads the numbers to ring before anything is asked
    resident, name = arrive(language=language), " ".join(given.somebody().values())
    resident.visit("/")
    resident.follow("/help/")
    assert above(resident, "a[href='tel:999']", "form [name=name]")
    assert resident.page.locator(QUESTIONS).count() <= MOST_QUESTIONS
    # when they tell what has to be told
    resident.taps = 0
    resident.answer(name=name, needs=["money", "loneliness"], channels=["phone"], phone="01443 000000")
    resident.submit()
    # then the receipt has their reference, and the language is remembered
    assert resident.taps <= MOST_TAPS
    asked = Referral.unscoped.get(told_name=name)
    assert asked.reference in resident.text()
    assert asked.language == language
    assert resident.path.endswith("/help/receipt/")


def test_a_form_that_lacks_an_answer_comes_back_with_what_is_missing(arrive):
    # given somebody who presses Send too soon
    resident = arrive()
    resident.visit("/help/")
    # when the form comes back
    resident.press(resident.page.locator("main form:has([name=form_key]) button[type=submit]"))
    # then a summary leads to each missing answer
    links = resident.page.locator(".govuk-error-summary a")
    assert [link.get_attribute("href") for link in links.all()][:1] == ["#id_name"]


def test_the_welsh_front_page_leads_to_the_welsh_form(arrive):
    # given an address that was printed in Welsh
    resident = arrive(language="cy")
    # when it is opened and its button pressed
    resident.visit("/cy/")
    resident.follow("/help/")
    # then they stay in Welsh
    assert resident.path == "/cy/help/"


def above(visitor, first, second):
    boxes = [visitor.page.locator(one).first.bounding_box() for one in (first, second)]
    return boxes[0]["y"] < boxes[1]["y"]
