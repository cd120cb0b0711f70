"""Registers the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "lynchpin.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
