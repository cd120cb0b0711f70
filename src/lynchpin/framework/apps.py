"""Registers the room."""

from django.apps import AppConfig


class FrameworkConfig(AppConfig):
    name = "lynchpin.framework"
    label = "framework"
    default_auto_field = "django.db.models.BigAutoField"
