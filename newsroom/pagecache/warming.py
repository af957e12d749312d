"""Pages that somebody is about to ask for, made before they do: what was just published, front pages, feeds, sections."""

import logging
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from threading import Event, Thread
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import close_old_connections

from articles import pathwords
from articles.models import Article, EditorialEvent, Section

log = logging.getLogger(__name__)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

NAME = "newsroom-press-warming"

#: How many of the last deeds at the desk are looked at for stories that changed.
_DEEDS = 5


class Warmer:
    """A thread that reads through the application what is worth having in memory; a newer edition makes it begin again."""

    def __init__(self, application: Application) -> None:
        self._application = application
        self._wanted, self._ending = Event(), False
        self._thread = Thread(target=self._work, name=NAME, daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """There is a new edition."""
        self._wanted.set()

    def end(self, grace: float) -> None:
        self._ending = True
        self._wanted.set()
        self._thread.join(grace)

    def _work(self) -> None:
        while self._wanted.wait() and not self._ending:
            self._wanted.clear()
            try:
                for path in paths():
                    if self._wanted.is_set():
                        break
                    _read(self._application, path)
            except Exception:
                log.warning("Pages could not be made in advance", exc_info=True)
            finally:
                close_old_connections()


def paths() -> Iterator[str]:
    """What is worth having, the most urgent first."""
    events = EditorialEvent.objects.filter(article_id__isnull=False).order_by("-pk")
    deeds = [pk for pk in events.values_list("article_id", flat=True)[:_DEEDS] if pk]
    changed = dict(Article.objects.published().filter(pk__in=deeds).values_list("pk", "path"))
    yield from dict.fromkeys(path for pk in deeds if (path := changed.get(pk)))
    yield from pathwords.PREFIXES.values()
    # With the feed the item of a new story is written, which the press then keeps for all feeds.
    yield from (pathwords.aspect(path, "feed", language) for language, path in pathwords.PREFIXES.items())
    for section in Section.objects.select_related("parent").order_by("position", "pk"):
        for language in pathwords.LANGUAGES:
            yield section.path_in(language)


def _read(application: Application, path: str) -> None:
    """Ask as a reader's browser would."""
    site = urlsplit(settings.SITE_URL)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or ""),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
    }
    if settings.SECURE_PROXY_SSL_HEADER:
        environ[settings.SECURE_PROXY_SSL_HEADER[0]] = site.scheme
    answer = application(environ, lambda status, headers, fault=None: None)
    if close := getattr(answer, "close", None):
        close()
