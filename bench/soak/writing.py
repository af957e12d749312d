"""python -m bench.soak.writing SECONDS: publish twice a second and say so, a line of JSON for each publication.

Runs beside the site, with its environment. `at` is the monotonic clock of the machine when the publication was committed, and
`begun` when it was asked for. Every twentieth deed takes a story away and brings it back.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import django

PAUSE = 0.5
"""Seconds from one publication to the next."""

STORIES = 8


def main() -> None:
    django.setup()
    from django.contrib.auth import get_user_model

    from articles.models import Article

    by = get_user_model()._default_manager.get(username="paula")
    stories = list(Article.objects.published().in_language("en").newest_first()[:STORIES])
    until = time.monotonic() + float(sys.argv[1])
    turn = 0
    while (begun := time.monotonic()) < until:
        story = Article.objects.get(pk=stories[turn % STORIES].pk)
        if turn % 20 == 19:
            _take_away_and_bring_back(story, by)
        else:
            _say(story, turn, begun, _rewrite(story, turn, by))
        turn += 1
        time.sleep(max(0.0, begun + PAUSE - time.monotonic()))


def _rewrite(story: Any, version: int, by: Any) -> str:
    from articles import publishing, revising

    headline = f"Soak story {story.pk} version {version}"
    snapshot = revising.head_snapshot(story).changed(headline=headline)
    revising.save(story, snapshot, by=by, version=story.draft.version)
    publishing.publish(_anew(story), by=by)
    return story.path


def _anew(story: Any) -> Any:
    from articles.models import Article

    return Article.objects.get(pk=story.pk)


def _take_away_and_bring_back(story: Any, by: Any) -> None:
    from articles import publishing

    publishing.withdraw(story, by=by, reason="soak")
    publishing.reinstate(_anew(story), by=by, reason="soak")


def _say(story: Any, version: int, begun: float, path: str) -> None:
    told = {"story": story.pk, "version": version, "path": path, "begun": begun, "at": time.monotonic()}
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
