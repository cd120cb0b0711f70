"""What every journey relies on: that a page with a fault is seen to have one."""

from __future__ import annotations

import pytest

from tests.journeys.walking import assert_accessible, assert_fits_a_phone

WHOLE = "<!DOCTYPE html><html lang='en'><title>A page</title><main><h1>A page</h1>{}</main>"


@pytest.fixture
def shown(browser):
    """Shows a page that is made of one piece."""
    page = browser.new_page()

    def show(piece):
        page.set_content(WHOLE.format(piece))
        return page

    yield show
    page.close()


@pytest.mark.parametrize("piece", ["<input name='q'>", "<a href='/'></a>", "<p style='color:#bbb'>Grey on white</p>"])
def test_a_page_that_some_cannot_use_is_found_out(shown, piece):
    with pytest.raises(AssertionError):
        assert_accessible(shown(piece))


def test_a_page_that_is_wider_than_a_phone_is_found_out(shown):
    with pytest.raises(AssertionError):
        assert_fits_a_phone(shown("<p style='width:400px'>Wide</p>"))


def test_a_plain_page_passes(shown):
    page = shown("<p>Words</p>")
    assert_accessible(page)
    assert_fits_a_phone(page)
