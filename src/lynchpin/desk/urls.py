"""Addresses of the room."""

app_name = "desk"
urlpatterns: list = []
