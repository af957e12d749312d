"""Every setting of the site, read from the environment; `.env.example` lists the variables with their meaning."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom import database
from newsroom.environment import Environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment(BASE_DIR)
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

# Where and how the site is served.
DEBUG = env.flag("DEBUG", False)
PORT = env.number("PORT", 8000, least=1, most=65535)
SITE_URL = env.site_url("SITE_URL", f"http://127.0.0.1:{PORT}")
_HOST = urlsplit(SITE_URL).hostname or ""
_SECURE = SITE_URL.startswith("https://")
_LOCAL_HOSTS = [] if _SECURE else ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", [_HOST, *_LOCAL_HOSTS])
BEHIND_PROXY = env.flag("BEHIND_PROXY", False)  # trust X-Real-IP and X-Forwarded-Proto: nginx sets both itself
WSGI_APPLICATION = "newsroom.wsgi.application"
ROOT_URLCONF = "newsroom.urls"


def _kept_secret_key() -> str:
    """A key made once for this checkout, readable by its owner only."""
    kept = VAR_DIR / "secret_key"
    if not kept.exists():
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_name(f"secret_key.{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        with suppress(FileExistsError):
            os.link(fresh, kept)  # the first process to get here wins; all others read its key
        fresh.unlink()
    return kept.read_text()


SECRET_KEY = env.text("SECRET_KEY") or _kept_secret_key()
SECRET_KEY_IS_KEPT_IN_VAR = not env.text("SECRET_KEY")

# The database: DATABASE_URL, or the project's own server.
EMBEDDED_DATABASE = not env.text("DATABASE_URL")
DATABASES = {"default": env.database("DATABASE_URL", lambda: database.address(BASE_DIR, {}))}
_POOL_SIZE = env.number("DATABASE_POOL_SIZE", 12, most=1000)
if _POOL_SIZE:
    # At least as many connections as server threads, or requests wait for one another. No attempt to connect is put off for
    # longer than `reconnect_timeout`, however long an outage lasted; who waits has it tried again (`newsroom.postgresql`).
    DATABASES["default"]["ENGINE"] = "newsroom.postgresql"
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": _POOL_SIZE,
        "timeout": 3,
        "reconnect_timeout": 0.5,
    }
    # What pages ask again and again is planned once on each connection (`articles.asking`), at its first asking.
    DATABASES["default"]["OPTIONS"]["prepare_threshold"] = 0
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Demonstration content and accounts: on the embedded server, or when asked for by name.
DEMONSTRATION = env.flag("DEMONSTRATION", EMBEDDED_DATABASE)

INSTALLED_APPS = [
    "modeltranslation",  # before the admin
    "newsroom.desk.apps.DeskConfig",
    "newsroom.desk.apps.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    "django_prose_editor",
    "js_asset",
    "pgtrigger",
    "procrastinate.contrib.django",
    "taggit",
    "articles",
    "articles.feedback",
    "newsroom",
]

MIDDLEWARE = [
    "newsroom.health.HealthMiddleware",
    "newsroom.pagecache.middleware.PageMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.security.PolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.security.NoCookiesMiddleware",
    "newsroom.security.CrossOriginMiddleware",
    "newsroom.desk.middleware.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "newsroom.desk.middleware.DeskAuthenticationMiddleware",
    "newsroom.languages.LanguageMiddleware",
    "newsroom.desk.middleware.DeskMessageMiddleware",
    "axes.middleware.AxesMiddleware",
    "newsroom.pagecache.middleware.SnapshotMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "articles.folding.loader.Loader",
                    [f"django.template.loaders.{kind}.Loader" for kind in ("filesystem", "app_directories")],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Languages and time.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("en", "es")
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]
FORMAT_MODULE_PATH = ["newsroom.formats"]  # of the desk; public pages take theirs from CLDR
USE_TZ = True
TIME_ZONE = env.zone("TIME_ZONE", "UTC")  # the newsroom's own zone: dates on pages, hours in the desk

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(VAR_DIR / "media")))
_HASHED_STATIC = not DEBUG and env.flag("HASHED_STATIC", True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "newsroom.staticnames.RememberingStorage"
        if _HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Source maps are for developers: compressing them took most of `collectstatic`'s time.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = (
    "jpg", "jpeg", "png", "gif", "webp", "avif", "zip", "gz", "br", "woff", "woff2", "map",
)  # fmt: skip
WHITENOISE_AUTOREFRESH = not _HASHED_STATIC
WHITENOISE_USE_FINDERS = not _HASHED_STATIC
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # bytes, files aside: the longest story is far below
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o644

# Pages are kept by edition (docs/caching.md).
EDITION_DIR = Path(env.text("EDITION_DIR", str(VAR_DIR / "edition")))
PAGE_MEMORY = env.number("PAGE_MEMORY", 0 if DEBUG else 32, most=65_536)  # MB in each serving process; 0 keeps nothing
RELEASE = env.release("RELEASE")
CDN_SECONDS = env.number("CDN_SECONDS", 0, most=3600)  # how long a CDN may show a page without asking

# Staff: accounts, sign-in, sessions. Their cookies never leave the desk, so that readers' pages can't depend on them.
AUTH_USER_MODEL = "desk.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "newsroom.desk.accounts.StaffBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = 3600  # seconds
SESSION_COOKIE_NAME = "desk_session"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_AGE = 14 * 24 * 3600  # seconds
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
CSRF_TRUSTED_ORIGINS = [SITE_URL] if _SECURE else []
CSRF_FAILURE_VIEW = "newsroom.security.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # the cookie storage would set one for "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "newsroom.desk.accounts.pseudonymous_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# What browsers are told.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = _SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_HSTS_PRELOAD = _SECURE
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "geolocation",
        "gyroscope",
        "microphone",
        "payment",
        "usb",
    )
}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "manifest-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
# The desk: the body editor's import map carries a nonce, and the one style sheet that it injects is allowed by its hash.
EDITOR_STYLE_HASH = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
DESK_CONTENT_SECURITY_POLICY = CONTENT_SECURITY_POLICY["DIRECTIVES"] | {
    "frame-ancestors": [SELF],
    "frame-src": [SELF],  # the preview beside the story form
    "img-src": [SELF, "data:", "blob:"],
    "script-src": [SELF, NONCE],
    "style-src": [SELF, EDITOR_STYLE_HASH],
}

# Mail goes to the terminal until a server is named.
vars().update(env.email("EMAIL_URL", "consolemail://"))
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"newsroom@{_HOST or 'localhost'}")

TAGGIT_CASE_INSENSITIVE = True
FEED_FULL_TEXT = env.flag("FEED_FULL_TEXT", True)
FEEDBACK_MESSAGE_LENGTH = env.number("FEEDBACK_MESSAGE_LENGTH", 1500, least=100, most=20_000)  # characters
FEEDBACK_LEAST_SECONDS = env.number("FEEDBACK_LEAST_SECONDS", 3, most=60)  # from opening the form to sending it
# In an hour; 0 sets no limit. A visitor is an address, which may be a whole office or a door of Tor.
FEEDBACK_MESSAGES_PER_VISITOR = env.number("FEEDBACK_MESSAGES_PER_VISITOR", 20)
FEEDBACK_MESSAGES_PER_PAGE = env.number("FEEDBACK_MESSAGES_PER_PAGE", 300)
FEEDBACK_VOTES_PER_VISITOR = env.number("FEEDBACK_VOTES_PER_VISITOR", 120)
FEEDBACK_VOTES_PER_PAGE = env.number("FEEDBACK_VOTES_PER_PAGE", 6000)
FEEDBACK_CONTACT_DAYS = env.number("FEEDBACK_CONTACT_DAYS", 90, least=1)  # until names and e-mails are forgotten
FEEDBACK_TEXT_DAYS = env.number("FEEDBACK_TEXT_DAYS", 730, least=1)  # until the texts are
FEEDBACK_ERROR_HOURS = env.number("FEEDBACK_ERROR_HOURS", 48, most=10_000)  # a report that waits longer raises an alarm
SILENCED_SYSTEM_CHECKS = env.words("SILENCED_CHECKS", [])

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.level("LOG_LEVEL", "WARNING")},
}
