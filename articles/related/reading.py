"""What a page shows of a story's list: one query, and none of the finding, which was done when the story was published."""

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    FloatField,
    IntegerField,
    JSONField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.utils.translation import gettext as _

from articles import clock
from articles.models import Article, RelatedBan, RelatedLink, RelatedPick
from articles.related import choosing, finding, keeping, reasons, texts


@dataclass(frozen=True)
class Related:
    """A story worth reading next, why (in the page's language; `group` in short), and how strongly; picks have no score."""

    article: Article
    reason: str
    score: float | None
    group: str = ""


def for_article(article: Article, limit: int = 5) -> list[Related]:
    """At most `limit` live stories in the story's language, the editors' picks first; never itself, nor one that is banned.

    The story's topics, countries and tags are taken from its caches; the reasons are in the active language. One query. A
    preview, which brings its picks in its caches, is answered as if it were published now.
    """
    drafted = getattr(article, "_prefetched_objects_cache", {}).get("picks")
    rows = _stored(article) if drafted is None else _drafted(article, [pick.picked_id for pick in drafted])
    rows = (
        rows.exclude(pk=article.pk)
        .exclude(_banned(article))
        .order_by(F("picked").asc(nulls_last=True), F("worth").desc(nulls_last=True), "-published_at", "-pk")
    )
    return [_related(article, row) for row in rows[:limit]]


def _related(article: Article, row: Any) -> Related:
    if row.picked is not None:
        chosen = _("Chosen by the editors")
        return Related(row, chosen, None, chosen)
    group, reason = reasons.said(row.why or {}, article)
    return Related(row, reason, row.shared, group)


def _stored(article: Article) -> QuerySet[Any]:
    picks = RelatedPick.objects.filter(article=article.pk)
    links = RelatedLink.objects.filter(article=article.pk)
    pick, link = picks.filter(picked=OuterRef("pk")), links.filter(other=OuterRef("pk"))
    keys = picks.order_by().values("picked").union(links.order_by().values("other"), all=True)
    return _cards(article, keys).annotate(
        picked=Subquery(pick.values("position")[:1]),
        worth=Subquery(link.values("worth")[:1]),
        shared=Subquery(link.values("score")[:1]),
        why=Subquery(link.values("reasons")[:1]),
    )


def _drafted(article: Article, picked: list[int]) -> QuerySet[Any]:
    """The same of a story in memory: what would stand in its list if it were published now."""
    story = finding.described(article, texts.of_draft(article), at=clock.now())
    chosen, _left = choosing.choose(choosing.compare(keeping.entries(story, finding.find(story)), choosing.pairs))
    by_key = {entry.article: entry for entry in chosen}

    def told(values: dict[int, Any], field: Any) -> Case:
        cases = [When(pk=key, then=Value(value, output_field=field)) for key, value in values.items()]
        return Case(*cases, default=Value(None), output_field=field)

    return _cards(article, [*picked, *by_key]).annotate(
        picked=told({key: place for place, key in enumerate(picked)}, IntegerField()),
        worth=told({key: entry.worth for key, entry in by_key.items()}, FloatField()),
        shared=told({key: entry.score for key, entry in by_key.items()}, FloatField()),
        why=told({key: entry.reasons for key, entry in by_key.items()}, JSONField()),
    )


def _cards(article: Article, keys: Any) -> QuerySet[Any]:
    stories = Article.objects.published().in_language(article.language).filter(pk__in=keys)
    return stories.for_cards().prefetch_related(None)  # these cards are not signed


def _banned(article: Article) -> Exists:
    return Exists(RelatedBan.objects.filter(article=article.pk, banned=OuterRef("pk")))
