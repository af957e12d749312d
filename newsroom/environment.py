"""Reading settings from the environment: a bad value refuses to start and names its variable."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

_YES_AND_NO = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class Environment:
    """The process's variables, over those of an optional `.env` file beside manage.py."""

    def __init__(self, base_dir: Path) -> None:
        self._env = environ.Env()
        if (base_dir / ".env").exists():
            self._env.read_env(base_dir / ".env")

    def get(self, name: str, default: T, read: Callable[[str], T], expected: str) -> T:
        """The value of `name` as `read` understands it; raises ImproperlyConfigured that says what is `expected`."""
        text = str(self._env(name, default="")).strip()
        if not text:
            return default
        try:
            return read(text)
        except (ValueError, KeyError, ImproperlyConfigured) as error:
            raise ImproperlyConfigured(f"{name}={text!r} can't be used: it must be {expected}.") from error

    def text(self, name: str, default: str = "") -> str:
        return self.get(name, default, str, "text")

    def flag(self, name: str, default: bool = False) -> bool:
        return self.get(name, default, lambda text: _YES_AND_NO[text.lower()], "1 or 0 (yes and no are understood too)")

    def number(self, name: str, default: int, *, least: int = 0, most: int = 2**31) -> int:
        def read(text: str) -> int:
            value = int(text)
            if not least <= value <= most:
                raise ValueError(value)
            return value

        return self.get(name, default, read, f"a whole number from {least} to {most}")

    def words(self, name: str, default: list[str]) -> list[str]:
        return self.get(
            name, default, lambda text: [word.strip() for word in text.split(",") if word.strip()], "a list"
        )

    def site_url(self, name: str, default: str) -> str:
        """A scheme and a host, without a path: the origin that readers know the site by."""

        def read(text: str) -> str:
            parts = urlsplit(text.rstrip("/"))
            if (
                parts.scheme not in ("http", "https")
                or not parts.hostname
                or parts.path
                or parts.query
                or parts.port == 0
            ):
                raise ValueError(text)
            return text.rstrip("/")

        return self.get(name, default, read, "a scheme and a host without a path, such as https://news.example")

    def release(self, name: str) -> str:
        """The name of a deployment; empty if it is not given one."""

        def read(text: str) -> str:
            if not re.fullmatch(r"[0-9A-Za-z_]{1,40}", text):
                raise ValueError(text)
            return text

        return self.get(name, "", read, "up to 40 letters, digits and underscores, such as v1_4_2")

    def zone(self, name: str, default: str) -> str:
        """A time zone by its name in the tz database."""
        return self.get(name, default, lambda text: ZoneInfo(text).key, "a time zone such as America/Bogota")

    def level(self, name: str, default: str) -> str:
        """How much is logged."""
        levels = {word: word for word in ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")}
        return self.get(name, default, lambda text: levels[text.upper()], "DEBUG, INFO, WARNING, ERROR or CRITICAL")

    def email(self, name: str, default: str) -> dict:
        """Mail settings from an address such as smtp+tls://user:password@mail.example:587 or consolemail://."""
        return self.get(
            name, self._env.email_url_config(default), self._read_email, "smtp+tls://user:password@host:587"
        )

    def database(self, name: str, default: Callable[[], str]) -> dict:
        """Django's database settings from an address; `default` is asked for one only when the variable is empty."""
        expected = "postgres://user:password@host:5432/name"
        return self.get(name, {}, self._read_database, expected) or self._read_database(default())

    def _read_email(self, text: str) -> dict:
        config = self._env.email_url_config(text)
        if not config.get("EMAIL_BACKEND"):
            raise ValueError(text)
        return config

    def _read_database(self, text: str) -> dict:
        config = self._env.db_url_config(text)
        if config.get("ENGINE") != "django.db.backends.postgresql" or not config.get("NAME"):
            raise ValueError(text)
        return config
