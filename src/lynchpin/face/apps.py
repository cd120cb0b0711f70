"""The room as Django sees it."""

from django.apps import AppConfig


class FaceConfig(AppConfig):
    name = "lynchpin.face"
    label = "face"
