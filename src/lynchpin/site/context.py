"""What the page shell needs to know about who is signed in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def signed_in(request: HttpRequest) -> dict[str, Any]:
    """Template context: the actor, and whether this is a demo."""
    return {"actor": getattr(request, "actor", None), "is_demo": settings.DEMO_MODE}
