"""Puts the guard on every database connection, and gathers the rooms' sentences once all rooms are known."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models import BigAutoField, ForeignKey


class KernelConfig(AppConfig):
    name = "lynchpin.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from lynchpin.kernel import guard, reasons
        from lynchpin.kernel.lookups import Among

        for kind in (ForeignKey, BigAutoField):
            kind.register_lookup(Among)
        connection_created.connect(guard.watch, dispatch_uid="lynchpin.kernel.guard")
        reasons.gather()
