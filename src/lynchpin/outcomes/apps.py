"""Registers the room."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "lynchpin.outcomes"
    label = "outcomes"
    default_auto_field = "django.db.models.BigAutoField"
