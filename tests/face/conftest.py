"""The gallery's pages stand in for a room's: invented facts, real templates."""

import threading
from socketserver import ThreadingMixIn

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import WSGIRequestHandler, WSGIServer
from playwright.sync_api import sync_playwright

from tests import chromium

from . import gallery_settings, gallery_urls


@pytest.fixture(autouse=True)
def gallery_site(settings):
    """The gallery's own addresses and templates; everything else is the service's."""
    settings.ROOT_URLCONF = gallery_urls.__name__
    settings.TEMPLATES = gallery_settings.TEMPLATES
    settings.MIDDLEWARE = gallery_settings.MIDDLEWARE
    settings.MESSAGE_STORAGE = gallery_settings.MESSAGE_STORAGE
    settings.COUNCIL_NAME = gallery_settings.COUNCIL_NAME
    settings.DEMO_MODE = True


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_words):
        pass


class GalleryServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture
def gallery_address(gallery_site):
    """The gallery on a port of this machine, with its static files; it needs no database."""
    server = GalleryServer(("127.0.0.1", 0), QuietHandler)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    """The system's Chromium."""
    program = chromium.program()
    if not program:
        pytest.skip("no Chromium: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=chromium.FLAGS)
        yield launched
        launched.close()
