"""The part of the cache key that a deployment changes: all that pages are made from beside the database."""

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage

#: What pages are made from, below the checkout.
_SOURCES = (
    ("articles", "*.py"),
    ("newsroom", "*.py"),
    ("newsroom", "*.mo"),
    ("templates", "*"),
    ("static", "*"),
    ("requirements", "*.txt"),
)

_SETTINGS = ("SITE_URL", "TIME_ZONE", "LANGUAGES", "MEDIA_URL", "STATIC_URL", "FEED_FULL_TEXT", "CDN_SECONDS")

_LENGTH = 12  # hexadecimal digits


@cache
def name() -> str:
    """RELEASE, or a digest of code, templates, translations, static files and settings. Computed once in a process."""
    return settings.RELEASE or digest(settings.BASE_DIR)


def digest(base: Path) -> str:
    """What is the same for two processes exactly if they make the same pages from the same rows."""
    found = hashlib.sha256()
    for part in _parts(base):
        found.update(len(part).to_bytes(8))
        found.update(part)
    return found.hexdigest()[:_LENGTH]


def _parts(base: Path) -> Iterator[bytes]:
    yield f"{sys.version} {django.__version__}".encode()
    yield json.dumps({name: getattr(settings, name) for name in _SETTINGS}, default=str).encode()
    if isinstance(staticfiles_storage, ManifestFilesMixin):
        yield json.dumps(staticfiles_storage.hashed_files, sort_keys=True).encode()
    for folder, pattern in _SOURCES:
        for path in sorted((base / folder).rglob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(base).as_posix().encode()
                yield path.read_bytes()
