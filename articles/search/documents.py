"""Writing search documents: inside the transaction that changes what readers see, and whenever a vocabulary does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models, transaction
from django.db.models import F, OuterRef, Value

from articles import asking, gathering, markup, pathwords
from articles.models import Article, Author, Country, Page, SearchDocument, Topic
from articles.querysets import ArticleQuerySet, in_sight
from articles.search import facets

#: No more of a text is searched: a tsvector holds 1 MB, and a longer story is none.
SEARCHED_LENGTH = 200_000  # characters

#: Rows that are rewritten in one transaction.
BATCH = 200

#: What is in readers' sight only as long as a live story names it.
_SIGHTED: dict[str, type[models.Model]] = {"topic": Topic, "author": Author}

_WORDS = ("language", "date", "path", "facets", "headline", "dek", "names", "text")


# What was posted in this transaction already has the averages of now.
_RENEW = """
SELECT articles_search_renew(ARRAY(SELECT d.id FROM unnest(%s::int[]) d(id) WHERE NOT EXISTS (
    SELECT 1 FROM articles_searchposting p WHERE p.document = d.id AND p.xmin = pg_current_xact_id()::xid)))
"""


def refresh(articles: Iterable[Article]) -> None:
    """Make the documents of these stories say what is public of them: none, for those that are not live.

    The topics and authors that a story brings into readers' sight, or takes out of it, follow.
    """
    wanted = [article.pk for article in articles]
    rows = list(_one(pk=wanted[0]) if len(wanted) == 1 else _with_documents(Article.objects.filter(pk__in=wanted)))
    live = [gathering.settle(article) for article in rows if article.state == Article.State.LIVE]
    documents = [_of_story(article) for article in live]
    there = [(row.document, row.pk, row.document_language) for row in rows if row.document]
    _write("article", documents, there=there)
    _follow_sight(
        {code for article in rows for code in article.document_facets or ()},
        {code for document in documents for code in document.facets},
        {"topic": _found(live, "topics_there"), "author": _found(live, "authors_there")},
    )


def _with_documents(stories: ArticleQuerySet) -> ArticleQuerySet:
    """The stories with their relations, their documents, and those of their topics and authors. One query."""
    own = {name: F(f"search_document__{column}") for name, column in _OF_A_DOCUMENT.items()}
    topics = SearchDocument.objects.filter(topic__articles=OuterRef("pk")).values("topic")
    authors = SearchDocument.objects.filter(author__articles=OuterRef("pk")).values("author")
    sighted = {"topics_there": ArraySubquery(topics), "authors_there": ArraySubquery(authors)}
    return gathering.with_relations(stories).annotate(**own, **sighted)


_OF_A_DOCUMENT = {"document": "pk", "document_language": "language", "document_facets": "facets"}


@asking.once(pk=int)
def _one(pk: int) -> ArticleQuerySet:
    return _with_documents(Article.objects.filter(pk=pk))


def _found(stories: Iterable[Any], name: str) -> set[int]:
    return {key for story in stories for key in getattr(story, name)}


def refresh_rows(rows: Sequence[Page | Country | Topic | Author]) -> None:
    """Make the documents of pages and of rows of one vocabulary say what is public of them."""
    if not rows:
        return
    model = type(rows[0])
    public = _public(model._default_manager.filter(pk__in=[row.pk for row in rows]))
    documents = [document for row in public for document in _of_row(row)]
    field = model._meta.model_name or ""
    there = SearchDocument.objects.filter(**{f"{field}__in": [row.pk for row in rows]})
    _write(field, documents, there=list(there.values_list("pk", f"{field}_id", "language")))


def places() -> list[tuple[type[models.Model], int]]:
    """Everything that has a document or should have one, by model and key: the stories come last, the newest at the end."""
    found: list[tuple[type[models.Model], int]] = []
    for model in (Country, Topic, Author, Page, Article):
        field = model._meta.model_name
        public = set(_public(model._default_manager.order_by()).values_list("pk", flat=True))
        there = SearchDocument.objects.filter(**{f"{field}__isnull": False}).values_list(f"{field}_id", flat=True)
        found += [(model, key) for key in sorted(public | set(there))]
    return found


def rewrite(model: type[models.Model], keys: Sequence[int]) -> None:
    """Write the documents of these rows anew, and weigh their words by the averages of now. One transaction."""
    with transaction.atomic():
        rows: list[Any] = list(model._default_manager.filter(pk__in=keys))
        if model is Article:
            refresh(rows)
        else:
            refresh_rows(rows)
        field = f"{model._meta.model_name}__in"
        documents = list(SearchDocument.objects.filter(**{field: keys}).values_list("pk", flat=True))
        with connection.cursor() as cursor:
            cursor.execute(_RENEW, [documents])


def tidy() -> None:
    """Sum up the tallies, forget words that no document holds any more, and see which are frequent."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT articles_search_settle()")
        cursor.execute(
            "DELETE FROM articles_searchword w"
            " WHERE NOT EXISTS (SELECT 1 FROM articles_searchposting p WHERE p.term = w.term)"
        )
        cursor.execute("ANALYZE articles_searchposting, articles_searchword, articles_searchdocument")


def write_everything() -> None:
    """Every document, where there are none."""
    for model, group in groupby(places(), key=itemgetter(0)):
        for batch in batched([key for _model, key in group], BATCH):
            rewrite(model, batch)
    tidy()


def batched(keys: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The keys in order, `size` at a time."""
    return (keys[start : start + size] for start in range(0, len(keys), size))


def _public(rows: models.QuerySet) -> models.QuerySet:
    if rows.model is Article:
        return rows.filter(state="live")
    if rows.model is Page:
        return rows.filter(published=True)
    return rows if rows.model is Country else in_sight(rows)


def _follow_sight(said: set[int], says: set[int], there: Mapping[str, set[int]]) -> None:
    """Write or take away the documents of those topics and authors that have come into sight, or gone out of it.

    The codes in `says` are those of live stories, which show what they name; of those that documents only `said` before, one
    query tells whether another story does. `there` are the rows shown that have documents already.
    """
    moved = {model: facets.keys(says, name) - there[name] for name, model in _SIGHTED.items()}
    parts = []
    for name, model in _SIGHTED.items():
        if keys := facets.keys(said - says, name):
            # A plain queryset: those of translated models put the columns in an order of their own.
            rows: models.QuerySet[Any] = models.QuerySet(model).filter(pk__in=keys)
            documents = SearchDocument.objects.filter(**{f"{name}__in": keys})
            told = {"field": Value(name), "seen": Value(True)}
            parts += [
                _public(rows).order_by().annotate(**told).values_list("field", "seen", "pk"),
                documents.annotate(**told | {"seen": Value(False)}).values_list("field", "seen", f"{name}_id"),
            ]
    found = set(parts[0].union(*parts[1:])) if parts else set()
    for name, model in _SIGHTED.items():
        public, known = ({key for field, its, key in found if field == name and its == seen} for seen in (True, False))
        moved[model] |= public ^ known
        if moved[model]:
            refresh_rows(list(model._default_manager.filter(pk__in=moved[model])))  # type: ignore[arg-type]  # topics or authors


def _write(field: str, documents: list[SearchDocument], *, there: list[tuple[int, int, str]]) -> None:
    """Write these documents, and take away those of `there` that are none of them (as key, row and language)."""
    alone = field in ("article", "page")
    kept = {(getattr(document, f"{field}_id"), document.language) for document in documents}
    rows = {key for key, _language in kept}
    stale = [pk for pk, key, language in there if (key, language) not in kept and not (alone and key in rows)]
    if stale:
        SearchDocument.objects.filter(pk__in=stale).delete()
    if documents:
        SearchDocument.objects.bulk_create(
            documents,
            update_conflicts=True,
            unique_fields=[field] if alone else [field, "language"],
            update_fields=_WORDS,
        )


def _of_story(article: Article) -> SearchDocument:
    language = article.language
    names: list[str] = []
    for topic in article.topics.all():
        names += [*_in_both(topic, language), *topic.aliases]
    for country in article.countries.all():
        names += _in_both(country, language)
    names += [byline.author.name for byline in article.bylines.all() if not byline.author.protected]
    names += [tag.name for tag in article.tags.all()]
    return SearchDocument(
        article=article,
        language=language,
        date=article.published_at,
        facets=facets.of_story(article),
        headline=article.headline,
        dek=article.dek,
        names=", ".join(names),
        text=markup.to_text(article.body)[:SEARCHED_LENGTH],
    )


def _in_both(row: Any, language: str) -> list[str]:
    """The name of a row in a language, and in the others where it is another: who asks for Brasil finds Brazil."""
    return list(dict.fromkeys(row.said_in(code, "name") for code in (language, *pathwords.LANGUAGES)))


def _of_row(row: Any) -> list[SearchDocument]:
    field = row._meta.model_name
    if isinstance(row, Page):
        words: dict[str, Any] = {"headline": row.title, "text": markup.to_text(row.body)[:SEARCHED_LENGTH]}
        return [_document(row, field, row.language, [facets.kind("page")], words)]
    codes = sorted([facets.kind(field), facets.code(field, row.pk)])
    text = "bio" if isinstance(row, Author) else "profile"
    return [
        _document(
            row,
            field,
            language,
            codes,
            {
                "headline": row.name if isinstance(row, Author) else row.said_in(language, "name"),
                "names": ", ".join(_other_names(row, language)),
                "text": markup.to_text(row.said_in(language, text))[:SEARCHED_LENGTH],
            },
        )
        for language in pathwords.LANGUAGES
    ]


def _document(row: Any, field: str, language: str, codes: list[int], words: dict[str, Any]) -> SearchDocument:
    return SearchDocument(**{field: row}, language=language, path=row.path_in(language), facets=codes, **words)


def _other_names(row: Any, language: str) -> list[str]:
    if isinstance(row, Author):
        return []
    return [*_in_both(row, language)[1:], *getattr(row, "aliases", [])]
