"""A story's own list, found before the transaction that publishes it: nobody has to wait while an archive is searched.

What is prepared may be a moment old when it is stored. That does no harm: readers are shown live stories only, and the mark that
every publication leaves has the list made anew right after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from articles import asking, clock
from articles.models import Draft, Revision, Tag
from articles.related import choosing, finding, keeping, texts
from articles.related.choosing import Entry
from articles.related.texts import Text
from articles.snapshots import Snapshot


@dataclass(frozen=True)
class Prepared:
    """The words of a revision, and the list of its story if that is what readers are going to see."""

    revision: int
    text: Text
    chosen: Sequence[Entry]


_WANTED = ("pk", "snapshot", "schema", "article__language", "article__published_at")


def prepare(article: int, revision: int | None, *, at: datetime | None = None) -> Prepared | None:
    """What a story would have for its list with this revision (the head of its draft, if none is named) at `at` (now).

    None if there is no such revision. Six queries. Raises ValueError for a revision of a form that this release does not know.
    """
    row = next(iter(_named(pk=revision, article=article) if revision else _head(article=article)), None)
    if row is None:
        return None
    key, told, schema, language, published_at = row
    snapshot = Snapshot.from_json(told, schema)
    text = texts.of_words(language, snapshot.headline, snapshot.dek, snapshot.body)
    tags = Tag.objects.filter(name__in=snapshot.tags).order_by().values_list("pk", flat=True) if snapshot.tags else ()
    story = finding.filed(
        article,
        language,
        published_at or at or clock.now(),
        text,
        {"topic": snapshot.topics, "country": snapshot.countries, "tag": list(tags)},
        kind=snapshot.kind,
        translation_key=snapshot.translation_key,
    )
    entries = keeping.entries(story, finding.find(story))
    chosen, _left = choosing.choose(choosing.compare(entries, choosing.pairs))
    return Prepared(key, text, chosen)


def keep(article: int, prepared: Prepared) -> None:
    """Make what was prepared the list of a story that has just been made live. Two statements."""
    texts.keep(article, prepared.text)
    keeping.store({article: prepared.chosen})


@asking.once(pk=int, article=int)
def _named(*, pk: int, article: int) -> QuerySet[Any, Any]:
    return Revision.objects.filter(pk=pk, article=article).values_list(*_WANTED)


@asking.once(article=int)
def _head(*, article: int) -> QuerySet[Any, Any]:
    columns = ("head_id", "head__snapshot", "head__schema", "article__language", "article__published_at")
    return Draft.objects.filter(pk=article, head__isnull=False).values_list(*columns)
