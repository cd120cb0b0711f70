"""An administrative officer reads letters before they leave, and sees which files did not load."""

from __future__ import annotations

from lynchpin.notices.models import Notice
from lynchpin.profiles.models import Extract
from tests.journeys import given


def test_a_letter_is_read_and_may_leave(arrive):
    # given a letter that waits
    given.letter()
    # when the officer opens it from their home and says that it may leave
    officer = arrive("admin-officer")
    officer.follow(officer.section("letters").locator("h3 a"))
    letter = officer.reference
    officer.submit(officer.page.locator(f"form[action$='/{letter}/check/'] button"))
    # then it is checked, and can be printed
    assert Notice.unscoped.get(reference=letter).state == "checked"
    officer.visit(f"/notices/{letter}/print/")


def test_a_file_that_failed_stands_on_the_home_and_opens_to_its_reason(arrive):
    # given the housing file that came without its columns
    officer = arrive("admin-officer")
    # when the officer opens it
    officer.follow(officer.section("files").locator("h3 a"))
    # then its page names the columns that are missing
    refused = Extract.unscoped.get(reference=officer.reference)
    assert refused.refused_params["columns"] in officer.text()
