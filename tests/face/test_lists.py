"""Lists: the address sorts, filters and pages; nothing else can be asked of it."""

import re

import pytest
from django.http import QueryDict

from lynchpin.face.lists import Listing, ListPage, ListQuery, total_of

from .gallery import COLUMNS, ROWS


def listing(address="", **changes):
    params = QueryDict(address)
    query = ListQuery.from_params(params, COLUMNS, sort="-opened_on", size=10)
    page = changes.pop("page", ListPage(ROWS[query.start : query.stop], len(ROWS), query))
    return Listing(COLUMNS, page, params, "Cases", "Nothing here.", **changes)


def heading(shown, label):
    return next(heading for heading in shown.headings if heading.label == label)


@pytest.mark.parametrize("asked", ["status", "password", "-lead__email", "", "--reference"])
def test_only_a_column_that_offers_it_can_sort(asked):
    query = ListQuery.from_params({"sort": asked}, COLUMNS, sort="-opened_on")
    assert (query.sort, query.descending) == ("opened_on", True)


@pytest.mark.parametrize("asked", ["0", "-3", "two", "", "1e9", "９", "99999999999999999999"])
def test_an_odd_page_number_is_the_first_page(asked):
    assert ListQuery.from_params({"page": asked}, COLUMNS).page == 1


def test_no_page_is_longer_than_fifty_rows():
    assert ListQuery.from_params({}, COLUMNS, size=5000).size == 50


@pytest.mark.parametrize(
    ("page", "rows", "told"),
    [(1, 7, 7), (1, 0, 0), (3, 4, 24), (1, 10, "counted"), (3, 0, "counted")],
)
def test_rows_are_counted_only_where_the_page_does_not_tell_how_many_there_are(page, rows, told):
    assert total_of(ListQuery(page=page, size=10), ROWS[:1] * rows, lambda: "counted") == told


def test_a_heading_turns_the_order_in_which_it_sorts():
    assert heading(listing("sort=name"), "Name").aria_sort == "ascending"
    assert heading(listing("sort=name"), "Name").sort_url == "?sort=-name"
    assert heading(listing("sort=-name"), "Name").sort_url == "?sort=name"
    assert heading(listing("sort=name"), "Reference").aria_sort == "none"


def test_a_column_that_cannot_be_sorted_says_nothing_of_sorting():
    assert (heading(listing(), "Status").sort_url, heading(listing(), "Status").aria_sort) == ("", "")


def test_sorting_keeps_the_filters_and_starts_again_at_the_first_page():
    assert heading(listing("status=open&page=3&language=cy"), "Name").sort_url == "?status=open&sort=name"


def test_pages_far_away_are_left_out():
    shown = listing("page=3", page=ListPage(ROWS[20:30], 120, ListQuery("name", page=6, size=10)))
    assert [link.text if link else "…" for link in shown.pages] == ["1", "…", "5", "6", "7", "…", "12"]
    assert shown.previous_url == "?page=5" and shown.next_url == "?page=7"


def test_the_export_carries_the_filters(client):
    assert listing("status=open&page=2", csv_url="/out/").export_url == "/out/?status=open"


def test_a_page_beyond_the_end_says_so_and_offers_the_first(client):
    page = client.get("/list/?page=99").content.decode()
    assert "There is nothing on this page of the list." in page


def test_an_empty_list_says_what_to_do(client):
    assert "No case matches these filters." in client.get("/list/?name=nobody").content.decode()


def test_the_count_is_of_everything_found_and_not_of_the_page(client):
    page = client.get("/list/?status=open").content.decode()
    assert "Showing 1 to 10 of 20" in page


def test_filters_keep_the_sort(client):
    assert '<input type="hidden" name="sort" value="name">' in client.get("/list/?sort=name").content.decode()


def test_exactly_one_heading_is_marked_as_sorted(client):
    page = client.get("/list/?sort=-days").content.decode()
    assert re.findall(r'aria-sort="(\w+)"', page) == ["none", "none", "none", "descending"]
