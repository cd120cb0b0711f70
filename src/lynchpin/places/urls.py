"""Addresses of the room. The zone page is composed in desk."""

from __future__ import annotations

from django.urls import path

from lynchpin.places.views.add_venue import add_venue_page
from lynchpin.places.views.clusters import cluster_page, clusters_page, draw_cluster_page
from lynchpin.places.views.load_postcodes import load_postcodes_page

app_name = "places"
urlpatterns = [
    path("places/", clusters_page, name="clusters"),
    path("places/venues/add/", add_venue_page, name="add_venue"),
    path("places/postcodes/load/", load_postcodes_page, name="load_postcodes"),
    path("places/clusters/<slug:key>/", cluster_page, name="cluster"),
    path("places/clusters/<slug:key>/draw/", draw_cluster_page, name="draw_cluster"),
]
