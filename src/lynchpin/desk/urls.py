"""Addresses of the room."""

from django.urls import include, path

from lynchpin.desk.views.data_protection import data_protection_page
from lynchpin.desk.views.home import home_page
from lynchpin.desk.views.overview import overview_page
from lynchpin.desk.views.statements import accessibility_page, privacy_page
from lynchpin.desk.views.timeline import timeline_page
from lynchpin.desk.views.what_fits import what_fits_page
from lynchpin.desk.views.who_looked import who_looked_page
from lynchpin.desk.views.zone import zone_page

statements = [
    path("accessibility/", accessibility_page, name="accessibility"),
    path("privacy/", privacy_page, name="privacy"),
]
pages = [
    path("", home_page, name="home"),
    path("people/<reference:reference>/", overview_page, name="overview"),
    path("people/<reference:reference>/timeline/", timeline_page, name="timeline"),
    path("people/<reference:reference>/what-fits/", what_fits_page, name="what_fits"),
    path("zones/<slug:key>/", zone_page, name="zone"),
    path("data-protection/", data_protection_page, name="data_protection"),
    path("data-protection/looked/", who_looked_page, name="who_looked"),
]
urlpatterns = [*statements, path("desk/", include((pages, "desk")))]
