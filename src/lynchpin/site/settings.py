"""One settings module. What differs between places comes from `environment.py`."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from lynchpin.site import environment
from lynchpin.site.databases import databases

ENVIRONMENT = environment.read()
ROOT = environment.ROOT
DATA_DIR = ENVIRONMENT.data_dir

# Django's own mark on the second makes its deployment check see it
SECRET_KEY = (
    ENVIRONMENT.secret_key or "django-insecure-for-a-demo-and-for-tests-a-real-service-is-refused-without-its-own"
)
DEBUG = ENVIRONMENT.debug
DEMO_MODE = ENVIRONMENT.demo
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)

ROOMS = [
    "kernel",
    "face",
    "organisations",
    "places",
    "framework",
    "people",
    "notices",
    "safeguarding",
    "profiles",
    "frontdoor",
    "casework",
    "pathways",
    "outcomes",
    "desk",
    "site",
]
INSTALLED_APPS = [
    *[f"lynchpin.{room}.apps.{room.title()}Config" for room in ROOMS],  # in the order of the service
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "lynchpin.site.middleware.refusals.RefusalsMiddleware",
    "lynchpin.site.middleware.requests.WellFormedMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",  # as frame-ancestors below, for browsers that know only this
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lynchpin.site.middleware.language.LanguageMiddleware",
    "lynchpin.site.middleware.sessions.SessionLimitsMiddleware",
    "lynchpin.site.middleware.actors.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "lynchpin.site.urls"
WSGI_APPLICATION = "lynchpin.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "lynchpin.face.context.face",
                "lynchpin.site.context.signed_in",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "lynchpin.face.templatetags.face"],
        },
    }
]
FORM_RENDERER = "lynchpin.face.forms.GovukRenderer"

DATABASES = databases(ENVIRONMENT)
DATABASE_ROUTERS = ["lynchpin.site.databases.AccessLogRouter"]
CACHES = {
    "default": {  # in the database, so that every process counts the same wrong passwords
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_rows",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

AUTH_USER_MODEL = "organisations.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "lynchpin.organisations.sign_in.StaffAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "60/m/ip,5/5m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"

SESSION_IDLE_SECONDS = 30 * 60
SESSION_ABSOLUTE_SECONDS = 8 * 60 * 60
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = ENVIRONMENT.https_only
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.https_only else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = ENVIRONMENT.https_subdomains
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # names below the service's own may be others' and without https: the council says so when they are not
    "security.W021",  # browsers' preload list takes whole registered domains, which are the council's to enter and not ours
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# a proxy that is counted is believed when it says that the visitor came by https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.trusted_proxies else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

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
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("cy", _("Cymraeg"))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [Path(__file__).with_name("locale")]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/London"

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "build/collected"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
FILE_UPLOAD_MAX_BYTES = 200 * 1024 * 1024  # the largest partner file a page takes

COUNCIL_NAME = {"en": ENVIRONMENT.council_name_en, "cy": ENVIRONMENT.council_name_cy}
SITE_NAME = {"en": "Lynchpin", "cy": "Lynchpin"}
SITE_ADDRESS = ENVIRONMENT.address
EMAIL_FROM = ENVIRONMENT.email_from
EMAIL_TIMEOUT = 20  # seconds: a mail server that says nothing keeps nobody waiting
EMAIL_BACKEND = ENVIRONMENT.email["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = ENVIRONMENT.email["EMAIL_HOST"] or "localhost", ENVIRONMENT.email["EMAIL_PORT"] or 25
EMAIL_HOST_USER = ENVIRONMENT.email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = ENVIRONMENT.email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = ENVIRONMENT.email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = ENVIRONMENT.email.get("EMAIL_USE_SSL", False)

from lynchpin.site.logs import LOGGING as LOGGING  # noqa: E402  (after DEBUG is known to readers of this file)
