"""Registers the room."""

from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "lynchpin.profiles"
    label = "profiles"
    default_auto_field = "django.db.models.BigAutoField"
