"""Addresses of the room."""

app_name = "frontdoor"
urlpatterns: list = []
