"""Addresses of the room: public pages at the root, the rest under frontdoor/."""

from __future__ import annotations

from django.urls import path

from lynchpin.frontdoor.views.public import ask_for_help_page, help_receipt_page, home_page

app_name = "frontdoor"
urlpatterns = [
    path("", home_page, name="home"),
    path("help/", ask_for_help_page, name="ask_for_help"),
    path("help/receipt/", help_receipt_page, name="help_receipt"),
]
