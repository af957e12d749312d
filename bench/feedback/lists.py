"""What each page of feedback costs with the data set, as a publisher; and what exports cost, each in a process of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from bench import desk
from bench.corpus import building

QUERIES, MILLISECONDS = 12, 300

#: Below /admin/feedback/. `{message}` is one in the middle.
PAGES = {
    "queue": "message/",
    "queue, everything": "message/?show=all",
    "queue, closed": "message/?show=closed",
    "queue, oldest first": "message/?order=oldest",
    "queue: errors in Spanish": "message/?kind=error&language=es",
    "queue: spam": "message/?status=spam",
    "queue: mine": "message/?owner=me",
    "queue: section": "message/?section=1&show=all",
    "queue: country": "message/?country=1&show=all",
    "queue: search “ministry”": "message/?q=ministry&show=all",
    "queue: search “xylophone”": "message/?q=xylophone&show=all",
    "a message": "message/{message}/change/",
    "votes": "vote/",
    "votes: not helpful": "vote/?helpful__exact=0",
    "votes: unclear": "vote/?reason__exact=unclear",
    "votes: search “harbour”": "vote/?q=harbour",
    "votes: page 100": "vote/?p=100",
    "votes of stories": "vote/stories/",
    "votes of stories, surely helpful": "vote/stories/?order=best",
    "measures, 4 weeks": "measures/?period=4",
    "measures, 13 weeks": "measures/",
    "measures, 52 weeks": "measures/?period=52",
    "measures, everything": "measures/?period=all",
    "measures, everything, Spanish": "measures/?period=all&language=es",
    "exports": "export/",
    "about to export messages": "export/messages/?show=all",
}


def lines(url: str) -> Iterator[str]:
    building.connect(url)
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.test.utils import override_settings, setup_test_environment

    from articles.feedback.models import Message

    setup_test_environment()
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=settings.STORAGES | plain):
        client = Client()
        client.force_login(get_user_model()._default_manager.get(username="publisher"))
        middle = Message.objects.filter(folded_into=None).order_by("pk")[40_000].pk
        yield "| page | queries | ms | CPU ms | |"
        yield "| --- | ---: | ---: | ---: | --- |"
        for name, address in PAGES.items():
            cost = desk._cost(client, name, "publisher", f"/admin/feedback/{address.format(message=middle)}")
            over = cost.queries > QUERIES or cost.elapsed > MILLISECONDS
            mark = f"answers {cost.status}" if cost.status != 200 else "over the budget" if over else ""
            yield f"| {name} | {cost.queries} | {cost.elapsed:.0f} | {cost.cpu:.0f} | {mark} |"


def exports(url: str) -> Iterator[str]:
    yield "| export | rows | seconds | rows a second | MB | memory before | memory at most |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for what in ("messages", "votes"):
        for form in ("csv", "xlsx", "json"):
            if (what, form) == ("votes", "xlsx"):
                continue  # a sheet holds 1,048,576 rows: it fits, and is no other measure than the messages'
            command = [sys.executable, "-m", "bench.feedback.lists", what, form]
            done = subprocess.run(
                command, env=os.environ | {"DATABASE_URL": url}, capture_output=True, text=True, check=True
            )
            yield done.stdout.strip()


def _export(what: str, form: str) -> str:
    """In a process of its own, whose memory is its alone."""
    building.connect(os.environ["DATABASE_URL"])
    from django.contrib.auth import get_user_model

    from articles.feedback import exporting
    from articles.feedback.models import Message, Vote

    by = get_user_model()._default_manager.get(username="publisher")
    listing = (
        exporting.messages(Message.objects.order_by("-sent_at", "-pk"), "bench")
        if what == "messages"
        else exporting.votes(Vote.objects.order_by("-sent_at", "-pk"), "bench")
    )
    file = exporting.export(listing, form, by=by)
    before, begun = _memory(), time.perf_counter()
    size = sum(len(piece) for piece in file.pieces)
    took = time.perf_counter() - begun
    return (
        f"| {what}, {form} | {listing.number} | {took:.1f} | {listing.number / took:.0f} | {size / 1e6:.0f}"
        f" | {before:.0f} MB | {_memory():.0f} MB |"
    )


def _memory() -> float:
    """The most that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    sys.stdout.write(_export(*sys.argv[1:]) + "\n")
