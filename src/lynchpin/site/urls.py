"""Every address of the service: one prefix a room, and the public pages at the root."""

from __future__ import annotations

from django.urls import include, path, register_converter

from lynchpin.kernel.references import ReferenceConverter
from lynchpin.site import health

register_converter(ReferenceConverter, "reference")

ROOMS_WITH_PAGES = (
    "organisations",
    "places",
    "framework",
    "people",
    "notices",
    "safeguarding",
    "profiles",
    "frontdoor",
    "casework",
    "pathways",
    "outcomes",
    "desk",
)

handler500 = "lynchpin.site.middleware.refusals.last_word"

urlpatterns = [
    path("healthz", health.healthz_page, name="healthz"),
    path("readyz", health.readyz_page, name="readyz"),
    *(path("", include(f"lynchpin.{room}.urls")) for room in ROOMS_WITH_PAGES),
]
