"""What else to read: the editors' choice first, then stories that share subjects with this one.

A subject weighs more the fewer stories it has, a topic more than a country, and a newer story more than an old one.
Ages are counted from the newest live story and not from the clock, so the same data always give the same page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import log

from django.db.models import Case, Count, F, FloatField, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Exp, Extract, Greatest
from django.utils.translation import gettext as _

from articles.models import Article, ArticleCountry, ArticleTopic, RelatedPick

#: What a shared country is worth beside a shared topic of the same rarity.
COUNTRY_WEIGHT = 0.4

#: An old story keeps at least this share of its score; the rest halves with each HALF_LIFE of age.
LASTING_SHARE = 0.6
HALF_LIFE = timedelta(days=730)


@dataclass(frozen=True)
class Related:
    """A story worth reading next, why (in the page's language), and how strongly; editors' picks have no score."""

    article: Article
    reason: str
    score: float | None


def for_article(article: Article, limit: int = 5) -> list[Related]:
    """At most `limit` live stories in the story's language, best first; never itself, nor a translation of it.

    The story's topics and countries are taken from its caches. Two queries; the reasons are in the active language.
    """
    topics = {topic.pk: topic for topic in article.topics.all()}
    countries = {country.pk: country for country in article.countries.all()}
    found = _ranked(article, *_weights(article.language, set(topics), set(countries)))[:limit]
    related = []
    for other in found.for_cards():
        if other.picked is not None:
            related.append(Related(other, _("Chosen by the editors"), None))
        else:
            subject = topics.get(other.rarest_topic) or countries[other.rarest_country]
            name = subject.said_in(article.language, "name")
            related.append(Related(other, _("Also about %(subject)s") % {"subject": name}, other.score))
    return related


def _weights(language: str, topics: set[int], countries: set[int]) -> tuple[dict[int, float], dict[int, float]]:
    """The inverse document frequency of each topic and each country over the live stories of a language. One query."""
    if not topics and not countries:
        return {}, {}
    live = Article.objects.published().in_language(language).order_by()
    everything = live.values("language").annotate(n=Count("pk"))
    kinds = [("topic", ArticleTopic, topics), ("country", ArticleCountry, countries)]
    counted: list[QuerySet] = [
        model._default_manager.filter(article__in=live, **{f"{name}__in": keys})
        .order_by()
        .values_list(Value(name), F(f"{name}_id"))
        .annotate(stories=Count("pk"))
        for name, model, keys in kinds
    ]
    rows = list(counted[0].union(counted[1], everything.values_list(Value("all"), Value(0), "n"), all=True))
    total = next((stories for kind, _key, stories in rows if kind == "all"), 0)
    by_kind: dict[str, dict[int, float]] = {"topic": {}, "country": {}}
    for kind, key, stories in rows:
        if kind != "all":
            by_kind[kind][key] = log(1 + total / stories)
    return by_kind["topic"], {key: COUNTRY_WEIGHT * weight for key, weight in by_kind["country"].items()}


def _ranked(article: Article, topics: Mapping[int, float], countries: Mapping[int, float]):
    """Every story that may stand under this one, in its order."""
    others = Article.objects.published().in_language(article.language).exclude(pk=article.pk)
    newest = Article.objects.published().in_language(article.language).newest_first().values("published_at")[:1]
    age = Greatest(Extract(Subquery(newest) - F("published_at"), "epoch"), Value(0.0), output_field=FloatField())
    freshness = Exp(age * Value(-log(2) / HALF_LIFE.total_seconds()))
    return (
        others.annotate(
            picked=_place_among_picks(article),
            shared=_shared(ArticleTopic, "topic", topics) + _shared(ArticleCountry, "country", countries),
            rarest_topic=_rarest(ArticleTopic, "topic", topics),
            rarest_country=_rarest(ArticleCountry, "country", countries),
        )
        .filter(
            Q(picked__isnull=False)
            | Q(pk__in=ArticleTopic.objects.filter(topic__in=topics).values("article"))
            | Q(pk__in=ArticleCountry.objects.filter(country__in=countries).values("article"))
        )
        .annotate(score=F("shared") * (Value(LASTING_SHARE) + Value(1 - LASTING_SHARE) * freshness))
        .order_by(F("picked").asc(nulls_last=True), "-score", "-published_at", "-pk")
    )


def _place_among_picks(article: Article) -> Subquery | Case | Value:
    """The place that the editors gave a story, or NULL, as an expression; a preview brings its picks in its cache."""
    drafted = getattr(article, "_prefetched_objects_cache", {}).get("picks")
    if drafted is None:
        picks = RelatedPick.objects.filter(article=article.pk, picked=OuterRef("pk")).values("position")
        return Subquery(picks, output_field=IntegerField())
    places = [When(pk=pick.picked_id, then=Value(pick.position)) for pick in drafted]
    return Case(*places, default=Value(None), output_field=IntegerField())


Through = type[ArticleTopic] | type[ArticleCountry]


def _shared(through: Through, name: str, weights: Mapping[int, float]) -> Coalesce | Value:
    """The summed weight of the subjects that a story shares, as an expression."""
    if not weights:
        return Value(0.0)
    rows = through._default_manager.filter(article=OuterRef("pk"), **{f"{name}__in": weights}).order_by()
    summed = rows.values("article").annotate(total=Sum(_worth(name, weights))).values("total")
    return Coalesce(Subquery(summed, output_field=FloatField()), Value(0.0))


def _rarest(through: Through, name: str, weights: Mapping[int, float]) -> Subquery | Value:
    """The key of the rarest subject that a story shares, or NULL, as an expression."""
    if not weights:
        return Value(None, output_field=IntegerField())
    rows = through._default_manager.filter(article=OuterRef("pk"), **{f"{name}__in": weights})
    return Subquery(rows.order_by(_worth(name, weights).desc(), name).values(name)[:1])


def _worth(name: str, weights: Mapping[int, float]) -> Case:
    cases = (When(**{name: key}, then=Value(weight)) for key, weight in weights.items())
    return Case(*cases, default=Value(0.0), output_field=FloatField())
