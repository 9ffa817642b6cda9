"""Every setting, each value from the environment; README.md lists the variables."""

import secrets
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from timeline.limits import Limits

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def _secret_key(data: Path) -> str:
    """Return SECRET_KEY, or the key kept in the data folder, made on the first start."""
    given: str = env.str("SECRET_KEY", default="")
    if given:
        return given
    kept = data / "secret_key"
    if not kept.exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(64), encoding="ascii")
    key = kept.read_text(encoding="ascii").strip()
    if len(key) < 50:
        raise ImproperlyConfigured(
            f"{kept} holds no usable key. Delete it; a new one is made, and everybody signs in again."
        )
    return key


def _flag(name: str) -> bool:
    """Return whether a variable says yes, no if it is not set; refuse a word that says neither."""
    word = env.str(name, default="0").strip().lower()
    if word not in (*env.BOOLEAN_TRUE_STRINGS, "0", "false", "no", "off", "n", "f", ""):
        raise ImproperlyConfigured(f"{name}={word} says neither yes nor no: give 1 or 0.")
    return word in env.BOOLEAN_TRUE_STRINGS


def _number(name: str, default: int) -> int:
    """Return a variable that counts something; refuse what is no whole number above 0."""
    word = env.str(name, default="") or str(default)
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 10**9):
        raise ImproperlyConfigured(f"{name}={word} is no whole number above 0.")
    return int(word)


def _networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Return a variable that lists addresses and networks; refuse what is neither."""
    found = []
    for word in env.list(name, default=[]):
        try:
            found.append(ip_network(word.strip(), strict=False))
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name}={word} names no address or network: give such as 127.0.0.1 or 10.0.0.0/8, by comma."
            ) from error
    return found


def _caches_of_pages() -> dict[str, dict[str, object]]:
    """Return where finished pages, those asked for once so far or typed freely, and parts of pages are kept."""
    shares = {"pages": (16, 24 * 3600), "pages_asked_once": (4, 600), "parts": (12, 24 * 3600)}
    if not CACHE_URL:
        each = CACHE_MEGABYTES * 1024 * 1024 // sum(share for share, _seconds in shares.values())
        return {
            name: {"BACKEND": "timeline.web.caches.Memory", "LOCATION": name, "OPTIONS": {"MAX_BYTES": share * each}}
            for name, (share, _seconds) in shares.items()
        }
    if not CACHE_URL.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured(f"CACHE_URL={CACHE_URL} names no Redis: give such as redis://127.0.0.1:6379/0.")
    if find_spec("redis") is None:
        raise ImproperlyConfigured("CACHE_URL needs: .venv/bin/pip install --require-hashes -r requirements-redis.txt")
    return {
        name: {
            "BACKEND": "timeline.web.caches.Redis", "LOCATION": CACHE_URL, "KEY_PREFIX": f"nenpyo:{name}",
            "TIMEOUT": seconds,
        }
        for name, (_share, seconds) in shares.items()
    }  # fmt: skip


DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
DEBUG = _flag("DEBUG")
HTTPS = _flag("HTTPS")
SECRET_KEY = _secret_key(DATA_DIR)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "csp",
    "django_htmx",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "timeline.web",
    "timeline.accounts",
    "timeline.records",
    "timeline.ingest",
    "timeline.review",
    "timeline.arrange",
    "timeline.public",
    "timeline.transfer",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "timeline.web.middleware.compress_pages",
    "timeline.web.middleware.keep_private",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "timeline.web.dropped.tell_dropped",
    "timeline.web.middleware.explain_wrong_method",
    "timeline.web.middleware.drop_nul",
    "timeline.web.middleware.shorten_admin_searches",
    "timeline.web.middleware.AnswerBusy",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data. SQLite: without IMMEDIATE two writers meet "database is locked" whatever the timeout is.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'nenpyo.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["ENGINE"] = "timeline.web.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        # Seconds to wait for one's turn to write.
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
    # Tests use a file, as a real installation does: an in-memory database knows no WAL and locks whole tables.
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
else:
    # The same for PostgreSQL; and nobody may keep others waiting while doing nothing.
    DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
        "-c lock_timeout=10s -c idle_in_transaction_session_timeout=300s"
        f" -c statement_timeout={_number('STATEMENT_SECONDS', 24 * 3600)}s"
    )
# A thread keeps its connection for a minute: to open one takes as long as a small page.
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)
DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
CACHE_URL = env.str("CACHE_URL", default="")
CACHE_MEGABYTES = _number("CACHE_MEGABYTES", 48)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}, **_caches_of_pages()}
# An article is at most 1 MB of text, but a form percent-encodes each byte of it, and Japanese is three bytes a letter.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024

# The front: what a request must keep to before it gets a thread.
PATIENCE = _number("PATIENCE", 20)  # seconds
BODIES_PER_ADDRESS = _number("BODIES_PER_ADDRESS", 64)
CONNECTIONS_PER_ADDRESS = _number("CONNECTIONS_PER_ADDRESS", 512)
TRUSTED_PROXIES = _networks("TRUSTED_PROXIES")

# Work on strangers' texts and files, for which somebody waits.
LIMITS = Limits(
    folder=DATA_DIR / "limits",
    seconds=_number("LIMIT_SECONDS", 5),
    megabytes=_number("LIMIT_MEGABYTES", 512),
    waiting=8 * _number("LIMIT_SECONDS", 5),
)

# The same in the background, where nobody waits. It is counted by itself, so that it takes no page's place, and one at
# a time: two imports at once take turns, piece by piece.
LIMITS_OF_TASKS = Limits(
    folder=DATA_DIR / "limits",
    name="task",
    seconds=_number("TASK_SECONDS", 60),
    megabytes=_number("TASK_MEGABYTES", 1024),
    waiting=8 * _number("TASK_SECONDS", 60),
    at_once=1,
    patience=3600,
)

# Work in the background: `manage.py work`, which bin/serve runs.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Seconds that one transaction of an import is to take, and that lie between two, in which others write.
IMPORT_HOLD = 0.15
IMPORT_PAUSE = 0.12
# Rows up to which a table is planned while the person waits.
IMPORT_PLANNED_AT_ONCE = 2000
# Rows up to which a table is brought in, or taken back, while the person waits: a moment each.
IMPORT_CARRIED_OUT_AT_ONCE = 200

# People.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "ingest:articles"
LOGOUT_REDIRECT_URL = "public:chronologies"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Language and time. Instants are stored in UTC; days are days of the place named (dates.md).
LANGUAGE_CODE = "en"
# Each in itself. The public pages come in all of them (/ja/, /ko/); the desk is in the first.
LANGUAGES = [("en", "English"), ("ja", "日本語"), ("ko", "한국어")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Tokyo")

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
# Both follow DEBUG by default only when it is not overridden in tests, so they are said.
# Pages name a file with its hash alone: nobody asks for the other copy, which takes as long to compress.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Headers.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "timeline.web.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"short": {"()": "timeline.web.logs.Short"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["short"]}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
