"""Registers the room."""

from django.apps import AppConfig


class FrontdoorConfig(AppConfig):
    name = "lynchpin.frontdoor"
    label = "frontdoor"
    default_auto_field = "django.db.models.BigAutoField"
