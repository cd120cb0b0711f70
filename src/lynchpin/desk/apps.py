"""Registers the room."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lynchpin.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
