"""The least that the room needs around it, so that its gallery can be looked at without the rest of the service.

DJANGO_SETTINGS_MODULE=tests.face.gallery_settings .venv/bin/django-admin runserver --pythonpath .
"""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

ROOT = Path(__file__).resolve().parents[2]

SECRET_KEY = "gallery"
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = f"{__package__}.gallery_urls"
INSTALLED_APPS = ["django.contrib.messages", "django.contrib.staticfiles", "csp", "django_htmx", "lynchpin.face"]
MIDDLEWARE = [
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "csp.middleware.CSPMiddleware",
]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "lynchpin.face.context.face",
            ]
        },
    }
]
FORM_RENDERER = "lynchpin.face.forms.GovukRenderer"
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "src/lynchpin/site/static"]
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
USE_THOUSAND_SEPARATOR = True
DATABASES: dict[str, dict[str, str]] = {}
SITE_NAME = {"en": "Lynchpin", "cy": "Lynchpin"}
COUNCIL_NAME = {"en": "Cwm Hyfryd Council", "cy": "Cyngor Cwm Hyfryd"}
DEMO_MODE = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
