"""Registers the room."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "lynchpin.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
