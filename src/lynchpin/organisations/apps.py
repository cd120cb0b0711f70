"""Registers the room."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "lynchpin.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"
