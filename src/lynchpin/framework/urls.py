"""Addresses of the room."""

app_name = "framework"
urlpatterns: list = []
