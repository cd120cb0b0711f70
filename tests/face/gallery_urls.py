"""One page for each component and page template, with invented example facts."""

from django.urls import path

from . import gallery

urlpatterns = [
    path("", gallery.components, name="components"),
    path("list/", gallery.list_page, name="list"),
    path("form/", gallery.form_page, name="form"),
    path("public/", gallery.public_page, name="public"),
    path("figures/", gallery.figures, name="figures"),
    path("progress/", gallery.progress, name="progress"),
    path("errors/<slug:name>/", gallery.error, name="error"),
]
