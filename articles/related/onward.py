"""The page of related content: stories in groups that say why, and what happened after an old story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import product

from django.db.models import F, OuterRef, Subquery

from articles.models import Article, Filing
from articles.related.reading import Related

#: A story is old when newer ones have been published for so long.
OLD = timedelta(days=30)

#: No more combinations of its countries and topics are followed.
_FOLLOWED = 12


@dataclass(frozen=True)
class Group:
    """Stories that are related for one reason; `name` is empty for those that share theirs with no other."""

    name: str
    items: Sequence[Related]


def grouped(found: Sequence[Related]) -> list[Group]:
    """The stories by their reasons: the group of the best one first, the picks before all, single ones together at the end."""
    by_name: dict[str, list[Related]] = {}
    for item in found:
        by_name.setdefault(item.group, []).append(item)
    kept = {name: items for name, items in by_name.items() if len(items) > 1 or items[0].score is None}
    single = [item for item in found if item.group not in kept]
    return [*(Group(name, items) for name, items in kept.items()), *([Group("", single)] if single else [])]


def afterwards(article: Article, limit: int = 5) -> list[Article]:
    """What happened next: the first stories after an old one that are about one of its topics in one of its countries.

    None for a story that is not old. Its topics and countries are taken from its caches. At most one query.
    """
    at = article.published_at
    pairs = product([country.pk for country in article.countries.all()], [topic.pk for topic in article.topics.all()])
    shelves = [
        Filing.objects.filter(
            language=article.language, kind=Filing.Kind.COUNTRY_TOPIC, key=country, other=topic, published_at__gt=at
        )
        .order_by("published_at", "article_id")
        .values("article_id")[:limit]
        for country, topic in list(pairs)[:_FOLLOWED]
    ]
    if at is None or not shelves:
        return []
    keys = shelves[0].union(*shelves[1:], all=True) if len(shelves) > 1 else shelves[0]
    everything = Filing.objects.filter(language=OuterRef("language"), kind=Filing.Kind.ALL, key=0, other=0)
    newest = everything.order_by("-published_at", "-article_id").values("published_at")[:1]
    later = Article.objects.published().filter(pk__in=keys, published_at__gt=at).annotate(newest=Subquery(newest))
    cards = later.filter(newest__gt=at + OLD).for_cards().prefetch_related(None)  # these cards are not signed
    return list(cards.order_by(F("published_at"), "pk")[:limit])
