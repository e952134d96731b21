"""Every setting of the product, read once, loudly.

Each environment variable used here stands in `.env.example` with a sentence; a test compares the two.
"""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP

from mangnon.config import wiring

PACKAGE = Path(__file__).resolve().parent.parent


def _flag(name: str, default: bool) -> bool:
    text = os.environ.get(name, "1" if default else "0")
    if text not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} phải là 0 hoặc 1, đang là {text!r}.")
    return text == "1"


def _database(url: str) -> dict[str, object]:
    """A DATABASE_URL (postgresql://user:password@host:port/name?host=/socket) as Django's dictionary."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ImproperlyConfigured("DATABASE_URL phải bắt đầu bằng postgresql://. Măng Non chỉ dùng PostgreSQL từ bản 15.")
    socket = parse_qs(parts.query).get("host", [""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": socket or parts.hostname or "",
        "PORT": str(parts.port or ""),
        # a page at random costs hardly more than the next one on today's disks: without this 2,000 keys are found by reading a whole table;
        # compiling a query takes longer than nearly all of ours
        "OPTIONS": {"options": "-c random_page_cost=1.1 -c jit=off"},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "TEST": {"NAME": os.environ.get("MANGNON_TEST_DATABASE", "test_mangnon")},
    }


PRODUCTION = _flag("MANGNON_PRODUCTION", default=False)
DEBUG = False
DATA_DIR = Path(os.environ.get("MANGNON_DATA_DIR", ".data")).resolve()

SECRET_KEY = os.environ.get("MANGNON_SECRET_KEY", "")
if not SECRET_KEY:
    if PRODUCTION:
        raise ImproperlyConfigured("Thiếu MANGNON_SECRET_KEY. Đặt một chuỗi ngẫu nhiên dài từ 50 ký tự rồi khởi động lại.")
    SECRET_KEY = "chi-dung-khi-chay-thu-" + "0" * 40

ALLOWED_HOSTS = os.environ.get("MANGNON_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///mangnon"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "mangnon.audit",
    "mangnon.institutions",
    "mangnon.accounts",
    "mangnon.documents",
    "mangnon.register",
    "mangnon.intake",
    "mangnon.linkage",
    "mangnon.plans",
    "mangnon.outreach",
    "mangnon.indicators",
    "mangnon.reports",
    "mangnon.web",
]

MIDDLEWARE = [
    "mangnon.web.timing.ServerTiming",
    "django.middleware.gzip.GZipMiddleware",  # pages shrink to a tenth on a slow line; Django pads against BREACH
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mangnon.web.access.DenyByDefault",
]

ROOT_URLCONF = "mangnon.web.urls"
WSGI_APPLICATION = "mangnon.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.messages.context_processors.messages",
                "mangnon.web.shell.context.shell",
            ],
            "libraries": {"followup": "mangnon.web.difficulties.tags"},
            "builtins": [f"mangnon.web.templatetags.{one}" for one in ("words", "parts", "names")],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
if PRODUCTION:  # TLS ends at a proxy in front; it says so in this header and must not let clients say it
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.NONCE],
    "style-src": [CSP.SELF, CSP.NONCE],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = False  # years, codes and keys must print plain; quantities go through the filter `so`
FORMAT_MODULE_PATH = ["mangnon.config.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = None  # served from the packages themselves: nothing to collect
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 30 * 24 * 60 * 60  # addresses change with the content (web.assets)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # stored files live in PostgreSQL (documents)
    "staticfiles": {"BACKEND": "mangnon.web.assets.VersionedStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

MANGNON_PORTS = wiring.PORTS
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""  # kinds of jobs are found by walking mangnon/jobs/tasks, in the worker only

MANGNON_TIMING = _flag("MANGNON_TIMING", default=False)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("MANGNON_LOG_LEVEL", "WARNING")},
}
