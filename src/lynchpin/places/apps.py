"""Registers the room."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "lynchpin.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"
