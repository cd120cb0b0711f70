"""The gallery in a real browser: no accessibility fault, no complaint of the policy, no sideways scroll at 320 px."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
PAGES = ["/", "/list/", "/form/", "/public/", "/figures/", "/errors/404/", "/errors/500/"]

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not AXE.is_file(), reason="npm ci has not been run"),
    pytest.mark.skipif(not (ROOT / "src/lynchpin/site/static/vendor").is_dir(), reason="the assets are not built"),
]


@pytest.fixture
def page(browser):
    """A page that collects what goes wrong on it."""
    shown = browser.new_page()
    shown.problems = []
    shown.on("console", lambda message: shown.problems.append(message.text))
    shown.on("pageerror", lambda fault: shown.problems.append(str(fault)))
    yield shown
    shown.close()


@pytest.mark.parametrize("width", [1200, 320])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_accessible_and_keeps_within_its_width(page, gallery_address, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(gallery_address + path)
    page.evaluate(AXE.read_text("utf-8"))
    faults = page.evaluate(RULES)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.problems == []


def test_a_filter_changes_the_list_the_count_and_the_address_and_keeps_the_focus(page, gallery_address):
    page.goto(gallery_address + "/list/")
    page.get_by_text("Filter this list").click()
    page.get_by_label("Closed").check()
    page.wait_for_url("**status=shut**")
    assert page.inner_text("#list-count") == "Showing 1 to 10 of 20"
    assert page.evaluate("document.activeElement.value") == "shut"


def test_a_summary_takes_the_focus_and_leads_to_the_first_control(page, gallery_address):
    page.goto(gallery_address + "/form/")
    page.get_by_role("button", name="Save and continue").click()
    page.get_by_role("link", name="Enter the date of birth.").click()
    assert page.evaluate("document.activeElement.id") == "id_born_on_0"


def test_filters_are_open_without_scripts(browser, gallery_address):
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(gallery_address + "/list/?status=shut")
    assert plain.get_by_label("Closed").is_checked()
    assert plain.inner_text("#list-count") == "Showing 1 to 10 of 20"
    plain.context.close()
