"""Addresses of the room."""

app_name = "casework"
urlpatterns: list = []
