"""What a page shows of a story's list: one query, and none of the finding, which was done when the story was published."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, FloatField, IntegerField, JSONField, OuterRef, QuerySet, Value

from articles import asking, cards, clock
from articles.cards import Card
from articles.models import Article, RelatedBan, RelatedLink, RelatedPick
from articles.related import choosing, finding, keeping, reasons, texts


@dataclass(frozen=True)
class Related:
    """A story worth reading next, why (in the page's language; `group` in short), and how strongly; picks have no score."""

    article: Card
    reason: str
    score: float | None
    group: str = ""


@dataclass(frozen=True)
class _Listed:
    """A live story of a list, as it was read."""

    card: Card
    place: int | None
    weight: float | None
    shared: float | None
    why: dict[str, Any] | None

    @property
    def order(self) -> tuple[Any, ...]:
        """The picks by their position, then the weightiest, then the newest."""
        newest = (-self.card.published_at.timestamp(), -self.card.pk)
        return (0, self.place, *newest) if self.place is not None else (1, -(self.weight or 0.0), *newest)


def for_article(article: Article, limit: int = 5) -> list[Related]:
    """At most `limit` live stories in the story's language, the editors' picks first; never itself, nor one that is banned.

    The story's topics, countries and tags are taken from its caches; the reasons are in the active language. One query. A
    preview, which brings its picks in its caches, is answered as if it were published now.
    """
    drafted = getattr(article, "_prefetched_objects_cache", {}).get("picks")
    listed = _stored(article, limit) if drafted is None else _drafted(article, [pick.picked_id for pick in drafted])
    filed, words = reasons.known(article), reasons.words()
    return [_related(one, filed, words) for one in sorted(listed, key=lambda one: one.order)[:limit]]


def _related(listed: _Listed, filed: reasons.Known, words: reasons.Words) -> Related:
    if listed.place is not None:
        return Related(listed.card, words.chosen, None, words.chosen)
    group, reason = reasons.said(listed.why or {}, filed, words)
    return Related(listed.card, reason, listed.shared, group)


def _stored(article: Article, limit: int) -> Iterable[_Listed]:
    for row in _list(article.language, limit, article=article.pk):
        yield _Listed(cards.of_row(article.language, *row[: cards.WIDTH]), *row[cards.WIDTH :])


@asking.once(article=int)
def _list(language: str, limit: int, *, article: int) -> QuerySet[Any, Any]:
    """The picks of a story, and the weightiest of the others."""
    chosen = RelatedPick.objects.filter(article=article)
    links = RelatedLink.objects.filter(article=article).exclude(Exists(chosen.filter(picked=OuterRef("other"))))
    links = links.annotate(place=Value(None, output_field=IntegerField()))
    picks = chosen.annotate(
        weight=Value(None, output_field=FloatField()),
        shared=Value(None, output_field=FloatField()),
        why=Value(None, output_field=JSONField()),
    )
    listed = _live(links, "other", language, article, "place", "worth", "score", "reasons")
    listed = listed.order_by("-worth", "-other__published_at", "-other")[:limit]
    return listed.union(_live(picks, "picked", language, article, "position", "weight", "shared", "why"), all=True)


def _live(rows: QuerySet[Any], story: str, language: str, article: int, *said: str) -> QuerySet[Any, Any]:
    banned = RelatedBan.objects.filter(article=article, banned=OuterRef(story))
    shown = rows.filter(**{f"{story}__state": Article.State.LIVE, f"{story}__language": language})
    return cards.values(
        shown.exclude(Exists(banned)).exclude(**{story: article}).order_by(), language, *said, story=story
    )


def _drafted(article: Article, picked: list[int]) -> Iterable[_Listed]:
    """The same of a story in memory: what would stand in its list if it were published now."""
    story = finding.described(article, texts.of_draft(article), at=clock.now())
    chosen, _left = choosing.choose(choosing.compare(keeping.entries(story, finding.find(story)), choosing.pairs))
    places = {key: place for place, key in enumerate(picked)}
    entries = {entry.article: entry for entry in chosen}
    rows = Article.objects.published().in_language(article.language).filter(pk__in=[*places, *entries])
    banned = RelatedBan.objects.filter(article=article.pk, banned=OuterRef("pk"))
    shown = rows.exclude(pk=article.pk).exclude(Exists(banned))
    for row in cards.values(shown, article.language):
        card = cards.of_row(article.language, *row)
        entry = entries.get(card.pk)
        said = (entry.worth, entry.score, entry.reasons) if entry else (0.0, 0.0, {})
        yield _Listed(card, places.get(card.pk), *said)
