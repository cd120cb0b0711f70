"""Registers the room."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "lynchpin.safeguarding"
    label = "safeguarding"
    default_auto_field = "django.db.models.BigAutoField"
