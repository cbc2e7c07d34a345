"""Settings. Everything an operator may set is an environment variable `LANTOA_...`; see docs/how-to/settings.md."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import dj_database_url

from lantoa.refusals import WrongSetting
from lantoa.site.environment import data_folder, secret_key, yes_or_no

PACKAGE = Path(__file__).resolve().parent.parent
DATA = data_folder()
DEBUG = yes_or_no("LANTOA_DEBUG", default=False)
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = os.environ.get("LANTOA_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

ROOMS = [
    "tenants", "trail", "files", "agencies", "approvals", "documents", "plans", "materials", "channels", "activities",
    "rounds", "reports",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *[f"lantoa.{room}" for room in ROOMS],
    "lantoa.web",
    "lantoa.desk",
    "lantoa.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "lantoa.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lantoa.web.middleware.PermissionMiddleware",
    "lantoa.web.middleware.SafetyMiddleware",
]
ROOT_URLCONF = "lantoa.site.urls"
WSGI_APPLICATION = "lantoa.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "lantoa.web.context.person",
            ]
        },
    }
]


def database(url: str | None) -> dict[str, Any]:
    """One URL says which database. Without it: SQLite in the data folder, in write-ahead mode, every transaction
    IMMEDIATE, 20 seconds of patience, synchronous FULL.
    """
    if url:
        try:
            found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
        except ValueError as fault:
            raise WrongSetting("LANTOA_DATABASE_URL", f"không hiểu địa chỉ cơ sở dữ liệu ({fault}).") from None
        if found.get("ENGINE") != "django.db.backends.postgresql":
            raise WrongSetting("LANTOA_DATABASE_URL", "chỉ nhận postgresql://... (bỏ trống để dùng SQLite).")
        return found
    DATA.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "lantoa.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


DATABASES = {"default": database(os.environ.get("LANTOA_DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "agencies.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 14}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "my-work"
LOGOUT_REDIRECT_URL = "sign-in"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
FILES = DATA / "files"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
HTTPS = yes_or_no("LANTOA_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": os.environ.get("LANTOA_LOG", "WARNING")},
}
