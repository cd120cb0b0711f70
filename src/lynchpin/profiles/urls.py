"""Addresses of the room."""

app_name = "profiles"
urlpatterns: list = []
