"""Addresses of the room."""

app_name = "outcomes"
urlpatterns: list = []
