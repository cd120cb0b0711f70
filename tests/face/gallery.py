"""Example pages. Every name and number is invented; the same pages are photographed, checked and looked at."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from lynchpin.face.charts import Bar, Curve, Forecast, Stack, Words, bar_chart, sparkline, stacked_bar_chart, turn_curve
from lynchpin.face.exports import csv_of_list
from lynchpin.face.forms import (
    ChoiceField,
    ChoicesField,
    DateField,
    EditForm,
    FilterForm,
    GovukForm,
    LongTextField,
    ReasonField,
    WholeNumberField,
    YesNoField,
)
from lynchpin.face.lists import Cell, Column, Listing, ListPage, ListQuery
from lynchpin.face.maps import AreaOutline, AreaTile, choropleth, tile_map
from lynchpin.face.parts import (
    Figure,
    Link,
    Meter,
    NavigationItem,
    Progress,
    SummaryRow,
    Tag,
    Task,
    Tile,
    TimelineEvent,
)

DAY = datetime.date(2026, 3, 2)
STATUS_TAGS = {
    "open": Tag("Open", "teal"),
    "waiting": Tag("Waiting for an answer", "orange"),
    "shut": Tag("Closed", "grey"),
}


@dataclass(frozen=True, slots=True)
class Row:
    reference: str
    name: str
    status: str
    opened_on: datetime.date | None
    days: int


NAMES = [
    "Siân Llywelyn",
    "Rhys ap Dafydd",
    "Angharad Pritchard",
    "Mohammed Iqbal",
    "Gwenllian Ŵyn-Jones",
    "Eluned Bevan",
]
ROWS = [
    Row(
        f"C-7KQ4-{number:04d}",
        NAMES[number % 6],
        list(STATUS_TAGS)[number % 3],
        DAY + datetime.timedelta(number),
        number * 37,
    )
    for number in range(60)
]
COLUMNS = [
    Column("reference", "Reference", sortable=True, href=lambda row: f"/?{row.reference}"),
    Column("name", "Name", sortable=True),
    Column("status", "Status", Cell.TAG, read=lambda row: STATUS_TAGS[row.status]),
    Column("opened_on", "Opened", Cell.DATE, sortable=True),
    Column("days", "Days open", Cell.NUMBER, sortable=True),
]


class ExampleFilter(FilterForm):
    name = forms.CharField(label="Name or reference", max_length=60)
    status = ChoicesField(label="Status", choices=[(code, tag.text) for code, tag in STATUS_TAGS.items()])


class ExampleForm(GovukForm):
    name = forms.CharField(label="Full name", max_length=100, error_messages={"required": "Enter the full name."})
    born_on = DateField(
        label="Date of birth",
        help_text="For example, 27 3 1986",
        error_messages={"required": "Enter the date of birth."},
    )
    language = ChoiceField(
        label="Language to use",
        choices=[("cy", "Cymraeg"), ("en", "English")],
        error_messages={"required": "Choose a language."},
    )
    wishes = ChoicesField(
        label="What would help?", choices=[("h", "Housing"), ("m", "Money"), ("c", "Company")], required=False
    )
    children = WholeNumberField(
        label="How many children?", max_value=20, error_messages={"required": "Enter how many children."}
    )
    place = forms.ChoiceField(
        label="Place",
        choices=[("", "Choose a place"), ("a", "Aberdâr")],
        error_messages={"required": "Choose a place."},
    )
    safe = YesNoField(
        label="Is it safe to telephone?", error_messages={"required": "Say whether it is safe to telephone."}
    )
    notes = LongTextField(label="Anything else?", required=False)
    agreed = forms.BooleanField(
        label="The person has agreed to this", error_messages={"required": "Confirm that the person has agreed."}
    )
    reason = ReasonField()


class ExampleEdit(EditForm):
    reason = ReasonField()


def shell() -> dict[str, object]:
    """What the site gives to every page."""
    labels = ["Today", "Cases", "Front door", "Outcomes"]
    return {
        "navigation": [NavigationItem(label, f"/?{label}", label == "Cases") for label in labels],
        "acting_role": "Engagement worker, Cynon zone",
        "acting_role_url": "/",
        "sign_out_url": "/",
        "footer_links": [NavigationItem("Accessibility", "/")],
    }


def components(request: HttpRequest) -> HttpResponse:
    facts = {
        "trail": [NavigationItem("Cases", "/list/"), NavigationItem("C-7KQ4-M2XD", "/")],
        "sections": [
            NavigationItem("Overview", "/", True),
            NavigationItem("Plan", "/"),
            NavigationItem("Contacts", "/"),
        ],
        "status": Tag("Open", "teal"),
        "long_status": Tag("Mae rhywun yn gweithio gyda nhw ers pythefnos", "green"),
        "long_word": "Llanfair" * 20,
        "tiles": [
            Tile(12, "open cases", "/list/"),
            Tile(3, "waiting since Friday", "/list/", "Oldest: 4 days"),
            Tile("1,204", "people helped this quarter", "/list/"),
        ],
        "meter": Meter("Caseload", 18, 24, "18 of 24 points are in use"),
        "over": Meter("Caseload", 27, 24, "27 of 24 points are in use"),
        "summary": [
            SummaryRow("Date of birth", datetime.date(1986, 3, 27), "/"),
            SummaryRow("Lives in", "Cwm Isaf", "/"),
            SummaryRow("Lead worker", Link("Nia Parry", "/")),
            SummaryRow("Status", Tag("Waiting for an answer", "orange")),
        ],
        "events": [
            TimelineEvent("Plan agreed", DAY, "Siôn Hughes", "First visit on Tuesday.\nShe would like company.", "/"),
            TimelineEvent("Case opened", DAY, "Nia Parry"),
        ],
        "tasks": [
            Task("Ask what matters", Tag("Done", "green"), "/"),
            Task("Agree a plan", Tag("Due today", "orange"), "/", "Within ten working days"),
            Task("Review the plan", Tag("Not yet", "grey")),
        ],
        "edit": ExampleEdit(initial={"version": 3}),
    }
    return render(request, "gallery/components.html", shell() | facts)


def rows_for(query: ListQuery, chosen: dict[str, object]) -> ListPage:
    found = [row for row in ROWS if str(chosen.get("name", "")).lower() in f"{row.name} {row.reference}".lower()]
    if statuses := chosen.get("status"):
        found = [row for row in found if row.status in statuses]
    found.sort(key=lambda row: getattr(row, query.sort), reverse=query.descending)
    return ListPage(found[query.start : query.stop], len(found), query)


def list_page(request: HttpRequest) -> HttpResponse:
    filters = ExampleFilter(request.GET)
    query = ListQuery.from_params(request.GET, COLUMNS, sort="-opened_on", size=10)
    if "csv" in request.GET:
        return csv_of_list("cases.csv", COLUMNS, ROWS)
    listing = Listing(
        columns=COLUMNS,
        page=rows_for(query, filters.chosen),
        params=request.GET,
        caption="Cases",
        empty="No case matches these filters. Clear the filters to see every case.",
        filters=filters,
        csv_url="/list/",
    )
    return render(request, "face/list_page.html", shell() | {"heading": "Cases", "listing": listing})


def form_page(request: HttpRequest) -> HttpResponse:
    form = ExampleForm(request.POST or None)
    facts = {"heading": "Add a person", "form": form, "button": "Save and continue", "back_url": "/", "cancel_url": "/"}
    return render(request, "face/form_page.html", shell() | facts, status=422 if form.is_bound and form.errors else 200)


def public_page(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/public.html", {"form": ExampleEdit()})


BARS = [
    Bar("Aberdâr", 42),
    Bar("Penrhiw-ceibr a Pherthcelyn", 17),
    Bar("Tonypandy", None, "withheld"),
    Bar("Treorci", 58),
]
STACKS = [Stack("Cynon", [12, 30, 4]), Stack("Rhondda", [22, 18, 9]), Stack("Taf-elái", [8, 11, 2])]
HISTORY = [(2021 + quarter / 4, 42 + quarter * 0.4 + (quarter % 3)) for quarter in range(20)]
CURVE = Curve(
    history=HISTORY,
    forecast=[Forecast(2026.5, 51, 49, 54), Forecast(2028, 54, 47, 61)],
    target=[(2027, 46), (2028, 40)],
    now_label="Now",
    forecast_label="If nothing changes",
    target_label="Target",
    unit="%",
)
PLACES = ["Treorci", "Penrhiw-ceibr", "Glynrhedynog", "Aberpennar", "Y Porth", "Ynys-hir a Chymmer Isaf", "Hirwaun"]
TILES = [
    AreaTile(
        f"{PLACES[n % 7]} {n}",
        -3.6 + (n * 37 % 50) / 100,
        51.55 + (n * 53 % 40) / 150,
        [0, 1, 2, 3, 4, None][n % 6],
        f"{n} %",
    )
    for n in range(29)
]
SQUARE = [(0.0, 0.0), (0.1, 0.0), (0.12, 0.07), (0.1, 0.1), (0.0, 0.1)]
OUTLINES = [
    AreaOutline(f"Area {n}", [[(-3.5 + x + n % 4 / 10, 51.6 + y + n // 4 / 10) for x, y in SQUARE]], n % 5, f"{n} %")
    for n in range(8)
]
FIFTHS = ["Lowest fifth", "Second", "Third", "Fourth", "Highest fifth"]


def example_figures() -> list[Figure]:
    pictures = {
        "Open cases": lambda words: bar_chart(BARS, words),
        "Outcomes by zone": lambda words: stacked_bar_chart(STACKS, ["Better off", "Started", "Withdrew"], words),
        "People who feel lonely": lambda words: turn_curve(CURVE, words),
        "Trend": lambda words: sparkline([value for _at, value in HISTORY], words),
        "Where people live": lambda words: tile_map(TILES, FIFTHS, "Withheld", words),
        "Where people live, outlined": lambda words: choropleth(OUTLINES, FIFTHS, "Withheld", words),
    }
    return [_figure(number, title, draw) for number, (title, draw) in enumerate(pictures.items())]


def _figure(number: int, title: str, draw: Callable[[Words], str]) -> Figure:
    words = Words(f"figure-{number}", title, "The table below holds the same numbers.")
    rows = [(bar.label, bar.shown or bar.value) for bar in BARS]
    return Figure(words.key, title, "Aberdâr stands out.", draw(words), ["Area", "Cases"], rows, "/list/")


def figures(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/figures.html", shell() | {"figures": example_figures()})


def progress(request: HttpRequest) -> HttpResponse:
    done = min(int(request.GET.get("done", 40)), 100)
    work = Progress(
        "Loading the file",
        f"{done} of 100 rows are checked.",
        done,
        100,
        finished=done == 100,
        next_url="/",
        next_label="See the result",
    )
    return render(request, "face/progress_page.html", shell() | {"progress": work})


def error(request: HttpRequest, name: str) -> HttpResponse:
    return HttpResponse(get_template(f"{name}.html").render(shell(), request if name != "500" else None))
