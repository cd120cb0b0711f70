"""Registers the room."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "lynchpin.notices"
    label = "notices"
    default_auto_field = "django.db.models.BigAutoField"
