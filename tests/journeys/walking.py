"""A visitor with a browser. Whatever page they come to is checked for accessibility, for complaints and at 320 pixels."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.region import PASSWORD

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations']}"
FAULTS = f"axe.run(document, {RULES}).then(found => found.violations)"  # all else it found is a long way to send
PARTS = """() => {
  const said = e => e.children.length || !e.textContent.trim() ? "" : "words";
  const part = e => [e.tagName, e.className, ...[...e.attributes].map(a => a.name), said(e)].join(" ");
  const parts = [...document.querySelectorAll("*")].map(e => part(e.parentElement || e) + ">" + part(e));
  return document.documentElement.lang + [...new Set(parts)].sort().join();
}"""  # the kinds of elements in a page, each inside which: never their words
LOOKED_AT: set[str] = set()
DESK, PHONE = {"width": 1200, "height": 900}, {"width": 320, "height": 640}
SENT_BACK = "status of 422"  # the browser's own line for a form that comes back with its errors
PATIENCE = 15_000  # milliseconds: a profile run is made while the page waits


class Visitor:
    """One person at one browser, in one language. `taps` counts what they pressed, chose or typed since it was last set."""

    def __init__(self, browser: Browser, address: str, *, language: str = "en", scripts: bool = True) -> None:
        self.context = browser.new_context(java_script_enabled=scripts, viewport=DESK, base_url=address)
        self.context.add_cookies([{"name": "language", "value": language, "url": address}])
        self.context.set_default_timeout(PATIENCE)
        self.page: Page = self.context.new_page()
        self.language, self.scripts = language, scripts
        self.taps = 0
        self.problems: list[str] = []
        self.page.on("console", lambda line: self.problems.append(f"{line.type}: {line.text}"))
        self.page.on("pageerror", lambda fault: self.problems.append(f"fault: {fault}"))

    # ways about

    def sign_in(self, email: str) -> None:
        """Through the form of the door, with an address and a password."""
        self.visit("/sign-in/")
        self.answer(login=email, password=PASSWORD)
        self.submit(self.page.locator("form:has([name=password]) button[type=submit]"))

    def enter(self, staff_reference: str) -> None:
        """Through a demo's one-press door."""
        self.page.goto("/sign-in/")
        self.page.locator(f"form:has([name=reference][value='{staff_reference}']) button").click()
        self.check()

    def visit(self, path: str) -> None:
        answer = self.page.goto(path)
        assert answer and answer.ok, f"{path}: {answer and answer.status}"
        self.check()

    def follow(self, link: str | Locator) -> None:
        """Press a link: the only one inside the page's own part whose address ends so, or a given one."""
        self.taps += 1
        found = self.page.locator(f"main a[href$='{link}'], aside a[href$='{link}']") if isinstance(link, str) else link
        found.first.click()
        self.check()

    def press(self, button: Locator) -> None:
        self.taps += 1
        button.click()
        self.check()

    # forms

    def answer(self, **answers: Any) -> None:
        """Fill in fields by their names: text, one of several, several of several, or a date's three boxes."""
        for name, value in answers.items():
            self.taps += 1
            self._answer(name, value)

    def submit(self, button: Locator | None = None) -> None:
        """Send the form; it must be taken."""
        self.press(button or self.page.locator("main form:has([name=form_key]) button[type=submit]").first)
        faults = self.page.locator(".govuk-error-summary")
        assert not faults.count(), faults.inner_text()

    def _answer(self, name: str, value: Any) -> None:
        if isinstance(value, date):
            for part in ("day", "month", "year"):
                self.page.locator(f"main [name='{name}_{part}']").fill(str(getattr(value, part)))
            return
        field = self.page.locator(f"main [name='{name}']")
        if isinstance(value, list):
            for each in value:
                self.page.locator(f"main [name='{name}'][value='{each}']").check()
        elif field.first.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        elif field.first.get_attribute("type") == "radio":
            self.page.locator(f"main [name='{name}'][value='{value}']").check()
        elif field.first.get_attribute("type") == "file":
            field.set_input_files(value)
        else:
            field.fill(value)

    # what is seen

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def reference(self) -> str:
        """The reference at the end of the address, such as a case's on its page."""
        return self.path.rstrip("/").rsplit("/", 1)[-1]

    def text(self, selector: str = "main") -> str:
        return self.page.locator(selector).first.inner_text()

    def section(self, key: str) -> Locator:
        """A section of a home, by the key of its heading."""
        return self.page.locator(f"section[aria-labelledby='{key}']")

    # what holds on every page

    def check(self) -> None:
        """In the right language, no fault, no complaint, no sideways scroll on a small phone, no accessibility fault."""
        assert self.page.locator("html").get_attribute("lang") == self.language, self.page.url
        expect(self.page.locator("[aria-busy='true']")).to_have_count(
            0
        )  # a list that is being fetched again is not looked at
        if self.scripts:
            assert_accessible(self.page)
        assert_fits_a_phone(self.page)
        problems = [line for line in self.problems if SENT_BACK not in line]
        assert problems == [], (self.page.url, problems)

    def leave(self) -> None:
        self.context.close()


def assert_accessible(page: Page) -> None:
    """No fault against WCAG 2.2 A and AA that a machine can find. A page made of nothing new is not looked at again."""
    if (parts := page.evaluate(PARTS)) in LOOKED_AT:
        return
    LOOKED_AT.add(parts)
    page.evaluate(AXE.read_text("utf-8"))
    found = [(fault["id"], node["html"]) for fault in page.evaluate(FAULTS) for node in fault["nodes"]]
    assert found == [], (page.url, found)


def assert_fits_a_phone(page: Page) -> None:
    """Nothing is wider than 320 pixels."""
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(DESK)
    assert width <= PHONE["width"], (page.url, width)
