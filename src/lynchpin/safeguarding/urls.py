"""Addresses of the room."""

from django.urls import path

from lynchpin.safeguarding.views.acknowledge_concern import acknowledge_concern_page
from lynchpin.safeguarding.views.close_concern import close_concern_page
from lynchpin.safeguarding.views.concern import concern_page
from lynchpin.safeguarding.views.concerns import closed_concerns_page, concerns_page
from lynchpin.safeguarding.views.confirm_concern import confirm_concern_page
from lynchpin.safeguarding.views.my_concerns import my_concerns_page
from lynchpin.safeguarding.views.raise_concern import raise_concern_page
from lynchpin.safeguarding.views.report_concern import report_concern_page

app_name = "safeguarding"
CONCERN = "safeguarding/concerns/<reference:reference>/"
urlpatterns = [
    path("safeguarding/concerns/", concerns_page, name="concerns"),
    path("safeguarding/concerns/closed/", closed_concerns_page, name="closed_concerns"),
    path("safeguarding/concerns/new/", raise_concern_page, name="raise_concern"),
    path("safeguarding/concerns/mine/", my_concerns_page, name="my_concerns"),
    path(CONCERN, concern_page, name="concern"),
    path(f"{CONCERN}report/", report_concern_page, name="report_concern"),
    path(f"{CONCERN}confirm/", confirm_concern_page, name="confirm_concern"),
    path(f"{CONCERN}acknowledge/", acknowledge_concern_page, name="acknowledge_concern"),
    path(f"{CONCERN}close/", close_concern_page, name="close_concern"),
]
