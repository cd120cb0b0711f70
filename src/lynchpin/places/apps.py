"""Registers the room, and offers the names of its clusters and zones to whoever gives roles."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "lynchpin.places"
    label = "places"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from lynchpin.organisations import reach
        from lynchpin.organisations.choices import ReachKind
        from lynchpin.places.names import cluster_names, zone_names

        reach.offer(ReachKind.CLUSTER, cluster_names)
        reach.offer(ReachKind.ZONE, zone_names)
