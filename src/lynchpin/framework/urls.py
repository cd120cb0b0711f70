"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from lynchpin.framework.views.framework import framework_page

app_name = "framework"
urlpatterns = [path("framework/", framework_page, name="framework")]
