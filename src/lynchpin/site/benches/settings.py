"""The service's own settings, and the page beside which others are timed: at no address of the service itself."""

from lynchpin.site.settings import *  # noqa: F403

ROOT_URLCONF = "lynchpin.site.benches.urls"
