"""The list that stands ready for each live story, and how it follows what is published, changed and taken back.

A story's own list is found right before the transaction that publishes it and stored in it (`preparing`). Whatever changes its
words or its subjects for readers leaves a mark, which the database writes in the same transaction (`articles.models.related`):
so the lists of others follow even if the process dies at once. The press works the marks off after the commit, in short
transactions that wait for nobody.
"""

import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from datetime import datetime
from time import monotonic
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import F
from psycopg.errors import LockNotAvailable

from articles.models import Article, RelatedLink, RelatedMark, RelatedText
from articles.related import choosing, finding, reasons, texts
from articles.related.choosing import LENGTH, Entry
from articles.related.finding import Story
from articles.related.scoring import Shared

log = logging.getLogger(__name__)

#: How long marks are worked off before other work has its turn, in seconds.
TURN = 0.1

#: So many lists of others are changed at once with a story; further ones in a turn of their own.
AT_ONCE = 12

#: So many lists that a story stands in already are looked at together with it; further ones in a turn of their own.
INBOUND = 40


def refresh(articles: Iterable[Article]) -> None:
    """Make the lists of these stories anew; none is left of one that is not live. Five queries a story."""
    for article in articles:
        relist(article.pk)


def relist(key: int, *, besides: Sequence[int] = ()) -> tuple[Story, list[Shared]] | None:
    """Make a story's own list anew; what it shares with stories found for it and with those `besides`. None if it is not live."""
    text = texts.write([key]).get(key)
    story = finding.live(key, text) if text else None
    if story is None:
        RelatedText.objects.filter(pk=key).delete()
        RelatedLink.objects.filter(article=key).delete()
        return None
    found = finding.find(story, besides=besides)
    chosen, _left = choosing.choose(choosing.compare(entries(story, found), choosing.pairs))
    store({key: chosen})
    return story, found


def entries(story: Story, found: Iterable[Shared]) -> list[Entry]:
    """What is good enough to stand in a story's list."""
    scored = ((shared, shared.score(story.published_at)) for shared in found)
    return [
        Entry(shared.article, shared.published_at, score, reasons.of(shared))
        for shared, score in scored
        if shared.is_enough(score) and not (shared.is_the_same_story() and shared.published_at < story.published_at)
    ]


def work_off(*, seconds: float | None = TURN) -> int:
    """Work marks off, the oldest first, for about so long (None: to the last one); how many stories that were.

    Several processes may do this at once. A story whose list another transaction has in hand is left for the next turn, and one
    that can't be worked off holds back no other: it is tried again, and raises its fault when the others have had their turn.
    """
    # A turn is one transaction, and so one edition at most: after an upgrade every story of the archive has a mark.
    with nullcontext() if seconds is None else transaction.atomic():
        done, fault = _work_marks(None if seconds is None else monotonic() + seconds)
    if fault:
        raise fault
    return done


def _work_marks(until: float | None) -> tuple[int, Exception | None]:
    """Each mark by itself, one at least, until this moment; how many stories that were, and the last fault that was met."""
    done, left = 0, set[int]()
    fault: Exception | None = None
    while not (done or left) or until is None or monotonic() < until:
        key = 0
        try:
            with transaction.atomic():
                key, spread = _next(left)
                if key:
                    _work(key, spread=spread)
        except OperationalError as busy:
            if not isinstance(busy.__cause__, LockNotAvailable):
                raise  # the database went away: the mark is still there
            left.add(key)
        except Exception as error:
            log.exception("The list of story %s could not be made", key)
            fault = error
            left.add(key)
            RelatedMark.objects.filter(article_id=key, tries__lt=1000).update(tries=F("tries") + 1)
        else:
            if not key:
                break
            done += 1
    return done, fault


# The first mark that nobody else has in hand leads to a story, and all marks of that story that nobody has are taken with it.
_TAKEN = """
DELETE FROM articles_relatedmark m USING (
    SELECT id FROM articles_relatedmark WHERE article_id = (
        SELECT article_id FROM articles_relatedmark WHERE article_id <> ALL(%s::bigint[])
        ORDER BY tries, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    ORDER BY id FOR UPDATE SKIP LOCKED) its
WHERE m.id = its.id RETURNING m.article_id, m.spread
"""


def _next(left: set[int]) -> tuple[int, bool]:
    """The story whose turn it is (0: none) and whether lists of others follow. This transaction takes its marks away."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKEN, [list(left)])
        taken = cursor.fetchall()
    return (taken[0][0], any(spread for _story, spread in taken)) if taken else (0, False)


def _work(key: int, *, spread: bool) -> None:
    _hold([key])
    inbound = (
        list(RelatedLink.objects.filter(other=key).order_by("pk").values_list("article", flat=True)) if spread else []
    )
    found = relist(key, besides=inbound[:INBOUND])
    if not spread:
        return
    if found is None:
        _hold(inbound)
        RelatedLink.objects.filter(other=key).delete()
        _mark(inbound)
        return
    _mark(inbound[INBOUND:])
    _spread(*found)


def _hold(keys: Iterable[int]) -> None:
    """Hold these lists until the transaction ends. Raises OperationalError at once if somebody else has one of them in hand."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT FROM articles_relatedtext WHERE article_id = ANY(%s::bigint[]) ORDER BY article_id FOR UPDATE NOWAIT",
            [list(keys)],
        )


def _mark(keys: Iterable[int]) -> None:
    """Have these lists made anew in turns of their own. As models a hundred marks would cost as much as a list does."""
    if marked := list(keys):
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO articles_relatedmark (article_id, spread) SELECT unnest(%s::bigint[]), false", [marked]
            )


_STANDING = """
SELECT article_id, count(*), min(worth), max(score) FILTER (WHERE other_id = %(story)s)
FROM articles_relatedlink WHERE article_id = ANY(%(lists)s::bigint[]) GROUP BY article_id
"""


def _spread(story: Story, found: Sequence[Shared]) -> None:
    """Let a story enter the lists in which it belongs, and leave those in which it does not."""
    offered = {shared.article: _turned(story, shared) for shared in found}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, {"story": story.key, "lists": list(offered)})
        standing = {key: tuple(row) for key, *row in cursor.fetchall()}
    gains: dict[int, float] = {}
    for key, entry in offered.items():
        count, least, present = standing.get(key, (0, 0.0, None))
        if present is not None and (entry is None or abs(entry.score - present) > 0.00002):
            gains[key] = 1.0
        elif present is None and entry and (count < LENGTH or entry.score > least):
            gains[key] = entry.score - least
    touched = sorted(gains, key=lambda key: (-gains[key], key))
    _mark(touched[AT_ONCE:])
    if touched:
        _change(story, {key: offered[key] for key in touched[:AT_ONCE]})


def _turned(story: Story, shared: Shared) -> Entry | None:
    """The story as an entry in the list of the other one; None if it does not belong there."""
    score = shared.score(story.published_at, turned=True)
    told_again = shared.is_the_same_story() and story.published_at < shared.published_at
    if told_again or not shared.is_enough(score):
        return None
    return Entry(story.key, story.published_at, score, reasons.of(shared))


def _change(story: Story, offered: Mapping[int, Entry | None]) -> None:
    """Put the story's entries into the lists, or take it out where there is none."""
    _hold(offered)
    lists: dict[int, list[Entry]] = {key: [] for key in offered}
    rows = RelatedLink.objects.filter(article__in=offered, other__state=Article.State.LIVE).exclude(other=story.key)
    for key, *row in rows.values_list("article", "other", "other__published_at", "score", "reasons", "alike"):
        lists[key].append(_entry(*row))
    members = {entry.article for its in lists.values() for entry in its}
    near = choosing.near(story.text, members) if members else {}
    for key, entry in offered.items():
        if entry:
            entry.alike = {other.article: near[other.article] for other in lists[key] if other.article in near}
            lists[key].append(entry)
    store({key: choosing.choose(its)[0] for key, its in lists.items()})
    _mark(key for key, entry in offered.items() if entry is None)  # somebody may take its place


def _entry(other: int, published_at: datetime, score: float, why: Any, alike: dict[str, float]) -> Entry:
    return Entry(other, published_at, round(score, 5), why, {int(key): value for key, value in alike.items()})


# Only what differs is written, so a list that stays as it is starts no edition.
_STORED = """
WITH wanted AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(entries)s::jsonb)
        AS w(article bigint, other bigint, score real, worth real, reasons jsonb, alike jsonb)
), gone AS (
    DELETE FROM articles_relatedlink l WHERE l.article_id = ANY(%(lists)s::bigint[])
        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.article = l.article_id AND w.other = l.other_id)
)
INSERT INTO articles_relatedlink AS l (article_id, other_id, score, worth, reasons, alike)
SELECT w.* FROM wanted w JOIN articles_article a ON a.id = w.other ORDER BY w.article, w.other
ON CONFLICT (article_id, other_id) DO UPDATE
    SET score = excluded.score, worth = excluded.worth, reasons = excluded.reasons, alike = excluded.alike
    WHERE (l.score, l.worth, l.reasons, l.alike) IS DISTINCT FROM
        (excluded.score, excluded.worth, excluded.reasons, excluded.alike)
"""


def store(lists: Mapping[int, Sequence[Entry]]) -> None:
    """Make these the lists of stories, without those that are gone by now. One statement."""
    rows = []
    for key, chosen in lists.items():
        members = {entry.article for entry in chosen}
        for entry in chosen:
            alike = {str(other): value for other, value in entry.alike.items() if other in members}
            told = {"score": entry.score, "worth": entry.worth, "reasons": entry.reasons, "alike": alike}
            rows.append({"article": key, "other": entry.article, **told})
    with connection.cursor() as cursor:
        cursor.execute(_STORED, {"entries": json.dumps(rows), "lists": list(lists)})
