"""Addresses of the room."""

app_name = "safeguarding"
urlpatterns: list = []
