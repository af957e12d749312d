"""Full-text search over live stories, in PostgreSQL."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles import markup
from articles.models import Article, SearchDocument
from articles.querysets import ArticleQuerySet

#: Longer questions are cut here: nobody types them, and each word costs.
QUESTION_LENGTH = 200  # characters

#: No more of a text is searched: a tsvector holds 1 MB, and a longer story is none.
SEARCHED_LENGTH = 200_000  # characters

#: Control characters: cleaning leaves none in a text.
_MARKS: dict[str, Any] = {"start_sel": "\x02", "stop_sel": "\x03"}

_CONFIGURATIONS = {"en": "newsroom_en", "es": "newsroom_es"}


def refresh(articles: Iterable[Article]) -> None:
    """Make the search documents of these stories say what is public of them: none, for those that are not live."""
    wanted = [article.pk for article in articles]
    live = Article.objects.published().for_page().filter(pk__in=wanted)
    documents = [_document(article) for article in live]
    SearchDocument.objects.filter(pk__in=set(wanted) - {document.pk for document in documents}).delete()
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["language", "headline", "dek", "names", "text"],
    )


def find(question: str, *, language: str) -> ArticleQuerySet:
    """Live stories in one language that hold the question's words, best first. Quotes, OR and -word are understood."""
    words = markup.single_line(question)[:QUESTION_LENGTH]
    if not words:
        return Article.objects.none()
    query = SearchQuery(words, config=_CONFIGURATIONS[language], search_type="websearch")
    return (
        Article.objects.published()
        .in_language(language)
        .filter(search_document__vector=query)
        .annotate(rank=SearchRank(F("search_document__vector"), query))
        .order_by("-rank", "-published_at", "-pk")
    )


class Found(NamedTuple):
    """How a story answers a question: its headline, and the passages of its text that hold the words ("" if none does).

    Both are HTML in which the words stand in `<mark>`.
    """

    headline: SafeString
    passage: SafeString


def highlighted(stories: Iterable[Article], question: str, *, language: str) -> dict[int, Found]:
    """What to show of each of these stories as answers to a question, by key. One query, which reads their texts:
    ask for no more stories than are shown."""
    words = markup.single_line(question)[:QUESTION_LENGTH]
    keys = [story.pk for story in stories]
    if not words or not keys:
        return {}
    config = _CONFIGURATIONS[language]
    query = SearchQuery(words, config=config, search_type="websearch")
    told = SearchDocument.objects.filter(pk__in=keys).values_list(
        "pk",
        SearchHeadline("headline", query, config=config, highlight_all=True, **_MARKS),
        SearchHeadline(
            "text",
            query,
            config=config,
            max_fragments=2,
            max_words=26,
            min_words=12,
            fragment_delimiter=" … ",
            **_MARKS,
        ),
    )
    return {
        key: Found(_marked(headline), _marked(f"{passage} …") if _MARKS["start_sel"] in passage else SafeString(""))
        for key, headline, passage in told
    }


def _marked(text: str) -> SafeString:
    """The database does not escape what it marks, so it marks with characters that no stored text holds."""
    told: str = escape(text)
    for mark, element in ((_MARKS["start_sel"], "<mark>"), (_MARKS["stop_sel"], "</mark>")):
        told = told.replace(mark, element)
    return mark_safe(told)  # noqa: S308 - escaped, but for our own elements


def _document(article: Article) -> SearchDocument:
    names: list[str] = []
    for topic in article.topics.all():
        names += [topic.said_in(article.language, "name"), *topic.aliases]
    names += [country.said_in(article.language, "name") for country in article.countries.all()]
    names += [byline.author.name for byline in article.bylines.all() if not byline.author.protected]
    names += [tag.name for tag in article.tags.all()]
    return SearchDocument(
        article=article,
        language=article.language,
        headline=article.headline,
        dek=article.dek,
        names=", ".join(names),
        text=markup.to_text(article.body)[:SEARCHED_LENGTH],
    )
