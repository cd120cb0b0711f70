"""Wires what later rooms do after a verb."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "lynchpin.site"
    label = "site"

    def ready(self) -> None:
        from lynchpin.kernel import audit
        from lynchpin.site import wiring

        audit.wire(wiring.followers())
