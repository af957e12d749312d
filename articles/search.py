"""Full-text search over live stories, in PostgreSQL."""

from collections.abc import Iterable

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from articles import markup
from articles.models import Article, SearchDocument
from articles.querysets import ArticleQuerySet

#: Longer questions are cut here: nobody types them, and each word costs.
QUESTION_LENGTH = 200  # characters

#: No more of a text is searched: a tsvector holds 1 MB, and a longer story is none.
SEARCHED_LENGTH = 200_000  # characters

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
