"""Every address of the service, and the page beside which others are timed."""

from __future__ import annotations

from django.urls import path

from lynchpin.site.benches.floor import bench_page
from lynchpin.site.urls import handler500 as handler500
from lynchpin.site.urls import urlpatterns as of_the_service

urlpatterns = [path("bench/", bench_page, name="bench"), *of_the_service]
