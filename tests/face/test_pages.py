"""Pages: the shell and the components, as a browser without scripts would get them."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import get_template

import lynchpin.face
from lynchpin.face.parts import Meter, SummaryRow, Tag, Tile

ROOM = Path(lynchpin.face.__file__).parent
TEMPLATES = sorted((ROOM / "templates").rglob("*.html"))
PAGES = ["/", "/list/", "/form/", "/public/", "/figures/", "/progress/", "/errors/404/"]


def drawn(template, **facts):
    return Template("{% load face %}" + template).render(Context(facts))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_carries_style_or_inline_handlers(template):
    assert not re.search(r"\bstyle=|\son[a-z]+=|javascript:|hx-on", template.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_script_carries_the_nonce_of_the_policy(client, page):
    response = client.get(page)
    nonce = re.search(r"'nonce-([^']+)'", response["Content-Security-Policy"]).group(1)
    scripts = re.findall(r"<script[^>]*>", response.content.decode())
    assert scripts and all(f'nonce="{nonce}"' in script for script in scripts)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_language_and_offers_the_other(client, page):
    body = client.get(page).content.decode()
    assert '<html lang="en"' in body
    assert 'href="?language=cy" rel="alternate" lang="cy"' in body


def test_a_page_in_welsh_says_so(client):
    body = client.get("/list/?sort=name", headers={"accept-language": "cy"}).content.decode()
    assert '<html lang="cy"' in body
    assert "Cyngor Cwm Hyfryd" in body and "Cwm Hyfryd Council" not in body
    assert 'href="?sort=name&amp;language=en"' in body


def test_the_switch_keeps_the_filter_of_the_page(client):
    assert "?status=open&amp;language=cy" in client.get("/list/?status=open").content.decode()


@pytest.mark.parametrize("name", ["400", "500", "503"])
def test_an_error_page_can_be_drawn_with_nothing_at_all(name):
    body = get_template(f"{name}.html").render()
    assert "<h1" in body and "<script" not in body


@pytest.mark.parametrize("name", ["403", "404", "409"])
def test_an_error_page_keeps_the_way_home(client, name):
    page = client.get(f"/errors/{name}/").content.decode()
    assert "app-header__home" in page and "Go to your home page" in page


def test_an_invalid_form_says_so_in_the_title_of_the_page(client):
    response = client.post("/form/", {"name": ""})
    assert response.status_code == 422
    assert "<title>Error: Add a person" in response.content.decode()


def test_components_escape_what_they_are_given():
    hostile = "<img src=x onerror=alert(1)>"
    shown = drawn(
        "{% status_tag tag %}{% summary_list rows %}{% stat_tiles tiles %}{% bar_meter meter %}"
        "{% success_banner text %}{% warning_text text %}{% disabled_button text text %}"
        "{% details text %}{{ text }}{% enddetails %}",
        tag=Tag(hostile),
        rows=[SummaryRow(hostile, hostile)],
        tiles=[Tile(hostile, hostile)],
        meter=Meter(hostile, 1, 2, hostile),
        text=hostile,
    )
    assert "<img" not in shown


def test_a_tag_of_an_unknown_colour_is_refused():
    with pytest.raises(ValueError, match="unknown tag colour"):
        Tag("Open", "pinkish")


def test_an_overfull_bar_stays_in_its_frame_and_says_so():
    assert Meter("Load", 30, 24, "").share == 100
    assert "app-meter--over" in drawn("{% bar_meter meter %}", meter=Meter("Load", 30, 24, "30 of 24"))


def test_a_button_that_cannot_be_used_is_described_by_its_reason():
    shown = drawn('{% disabled_button "Allocate" "This worker has no room." %}')
    assert 'disabled aria-describedby="why-not"' in shown
    assert 'id="why-not">This worker has no room.' in shown


def test_progress_asks_again_only_while_the_work_goes_on(client):
    assert 'hx-trigger="every 1s"' in client.get("/progress/?done=40").content.decode()
    finished = client.get("/progress/?done=100").content.decode()
    assert "hx-trigger" not in finished and "http-equiv" not in finished
    assert "See the result" in finished


def test_progress_goes_on_without_scripts(client):
    assert '<noscript><meta http-equiv="refresh"' in client.get("/progress/?done=40").content.decode()


def test_leaving_quickly_needs_no_script(client):
    assert re.search(
        r'<a href="https://[^"]+"[^>]*govuk-js-exit-this-page-button', client.get("/public/").content.decode()
    )
