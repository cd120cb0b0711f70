"""Search for residents: a name, however it is spelt, a reference, a day of birth or a postcode."""

from __future__ import annotations

from django.http import HttpResponse

from lynchpin.kernel.page import Request, page, show
from lynchpin.people import queries
from lynchpin.people.choices import Permission
from lynchpin.people.forms.particulars import SearchForm
from lynchpin.people.views.words import page_of_person


@page(Permission.SEARCH_RESIDENTS, action="search")
def search_residents_page(request: Request) -> HttpResponse:
    """Hits within the searcher's scope; the words that were typed are in the address and nowhere else."""
    asked = SearchForm(request.GET)
    text = asked.cleaned_data["q"] if asked.is_valid() else ""
    found = queries.search_residents(request.actor, text)
    may = request.actor.may
    offers = {"may_add": may(Permission.ADD_RESIDENT), "may_ask": may(Permission.CHECK_RESIDENT)}
    opens = page_of_person(request.actor)
    return show(request, "people/search_residents.html", text=text, found=found, opens=opens, **offers)
