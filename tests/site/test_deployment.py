"""A service set up as the documentation says: what the environment makes of the settings, and what then still refuses."""

from __future__ import annotations

import json
import runpy
import shutil
import tomllib
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core import checks
from django.test import RequestFactory

import lynchpin.site
from lynchpin.site.commands.check import faults
from lynchpin.site.readiness import obstacles
from tests.house.reading import ROOT

CATALOGUE = Path(lynchpin.site.__file__).with_name("locale") / "cy/LC_MESSAGES/django.mo"
DOCUMENTED = {
    "LYNCHPIN_SECRET_KEY": "pZ4mVq8-3kRt_LhW2xYb7NcFs9DjGaE6uQoTi5XvKw1BrMfC0eJ",
    "LYNCHPIN_ALLOWED_HOSTS": "lynchpin.council.example",
    "LYNCHPIN_HTTPS_ONLY": "true",
    "LYNCHPIN_TRUSTED_PROXIES": "1",
    "LYNCHPIN_IMPACT_ASSESSMENT": "IA-2026-1",
}
OF_A_DEPLOYMENT = (
    "SECURE_",
    "SESSION_COOKIE_",
    "CSRF_",
    "X_FRAME_",
    "ALLOWED_",
    "SECRET_",
    "MIDDLEWARE",
    "ENVIRONMENT",
)
OVER_PLAIN_HTTP = {"HTTP_HOST": "lynchpin.council.example", "HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture
def set_up(settings, monkeypatch):
    """`set_up(NAME="value")`: the settings as a process with that environment would have them."""

    def made(**environment: str) -> None:
        monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # the suite's own, for its browser
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        for name, value in runpy.run_path(str(Path(lynchpin.site.__file__).with_name("settings.py"))).items():
            if name.startswith(OF_A_DEPLOYMENT):
                setattr(settings, name, value)

    return made


def advice() -> set[str]:
    """Codes of what the framework's deployment checks find, silenced ones left out."""
    found = checks.run_checks(include_deployment_checks=True)
    return {fault.id for fault in found if not fault.is_silenced()}


def test_nothing_but_what_is_missing_refuses_real_feeds(world, set_up, settings, tmp_path):
    set_up(**DOCUMENTED)
    settings.DATA_DIR = tmp_path
    assert len(obstacles()) >= 2 and faults(live=True) == []
    world.signed_agreement()
    world.assessed(number=DOCUMENTED["LYNCHPIN_IMPACT_ASSESSMENT"])
    (tmp_path / "restore-proof.json").write_text(json.dumps({"proved_at": "2026-06-10T12:00:00+00:00"}), "utf-8")
    settings.INSTALLED_APPS = list(dict.fromkeys([*settings.INSTALLED_APPS, "allauth.mfa"]))
    assert obstacles() + faults(live=True) == []


@pytest.mark.parametrize(
    ("left_out", "found"),
    [("LYNCHPIN_SECRET_KEY", "security.W009"), ("LYNCHPIN_HTTPS_ONLY", "security.W008")],
)
def test_a_setting_left_out_is_still_found(set_up, left_out, found):
    set_up(**{name: value for name, value in DOCUMENTED.items() if name != left_out})
    assert found in advice()


def test_no_other_site_may_show_a_page_of_ours_in_a_frame(client, world):
    page = client.get("/help/")
    assert page["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize(("switched", "told"), [("false", "max-age=31536000"), ("true", "; includeSubDomains")])
def test_the_council_says_whether_every_subdomain_has_https(set_up, client, world, switched, told):
    set_up(**DOCUMENTED, LYNCHPIN_HTTPS_SUBDOMAINS=switched)
    assert client.get("/healthz", **OVER_PLAIN_HTTP)["Strict-Transport-Security"].endswith(told)


def test_https_is_believed_behind_a_proxy_that_is_counted(set_up):
    set_up(**DOCUMENTED)
    assert RequestFactory().get("/", **OVER_PLAIN_HTTP).is_secure()
    assert not RequestFactory().get("/", **OVER_PLAIN_HTTP | {"HTTP_X_FORWARDED_PROTO": "http"}).is_secure()


def test_https_is_not_believed_from_whoever_says_so(set_up, client, world):
    set_up(**DOCUMENTED | {"LYNCHPIN_TRUSTED_PROXIES": "0"})
    assert not RequestFactory().get("/", **OVER_PLAIN_HTTP).is_secure()
    assert client.get("/healthz", **OVER_PLAIN_HTTP)["Location"] == "https://lynchpin.council.example/healthz"


def artifacts(kind: str) -> list[str]:
    """Patterns of built files that a wheel carries, from `pyproject.toml`."""
    with (ROOT / "pyproject.toml").open("rb") as project:
        patterns = tomllib.load(project)["tool"]["hatch"]["build"]["targets"]["wheel"]["artifacts"]
    return [pattern for pattern in patterns if kind in pattern]


@pytest.mark.parametrize(
    ("kind", "built"), [("vendor", lambda: finders.find("vendor/govuk.css")), (".mo", lambda: CATALOGUE)]
)
def test_what_the_service_serves_and_git_does_not_keep_is_built_where_a_wheel_takes_it_from(kind, built):
    assert built() is not None and Path(built()).is_file()
    taken = {path for pattern in artifacts(kind) for path in ROOT.glob(f"{pattern}/*" if kind == "vendor" else pattern)}
    assert Path(built()) in taken


def test_a_service_from_a_wheel_keeps_its_files_where_it_is_started(tmp_path, monkeypatch):
    """Its package lies among others, in a folder that is not to be written to."""
    package = tmp_path / "lib/python3.11/site-packages/lynchpin/site"
    package.mkdir(parents=True)
    shutil.copy(ROOT / "src/lynchpin/site/environment.py", package)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LYNCHPIN_DATA_DIR", raising=False)
    assert runpy.run_path(str(package / "environment.py"))["read"]().data_dir == tmp_path / "data"
