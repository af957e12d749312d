"""What search reads: one document for each public thing and language, and what the database makes of it by itself.

The tables of postings, words and tallies are written by triggers on the documents, in the same transaction and whoever
changes a document (see articles/migrations/_search.py): no code of ours can forget them.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, F, Q, Value, When

from articles.models.edition import watched
from articles.models.reals import RealField

#: The kinds of rows that can be found, each by a column of its own.
SUBJECTS = ("article", "page", "country", "topic", "author")

_IS_ONE_ROW = Q()
for _subject in SUBJECTS:
    _others = {f"{name}__isnull": name != _subject for name in SUBJECTS}
    _IS_ONE_ROW |= Q(**_others)


def _vector(config: str) -> models.expressions.Combinable:
    return (
        SearchVector("headline", weight="A", config=config)
        + SearchVector("dek", "names", weight="B", config=config)
        + SearchVector("text", weight="D", config=config)
    )


class SearchDocument(models.Model):
    """The words of one public thing in one language, stemmed without accents. Derived: `manage.py reindex` rebuilds it."""

    id = models.AutoField(primary_key=True)
    article = models.OneToOneField("articles.Article", models.CASCADE, null=True, related_name="search_document")
    page = models.OneToOneField("articles.Page", models.CASCADE, null=True, related_name="+")
    country = models.ForeignKey("articles.Country", models.CASCADE, null=True, related_name="+", db_index=False)
    topic = models.ForeignKey("articles.Topic", models.CASCADE, null=True, related_name="+", db_index=False)
    author = models.ForeignKey("articles.Author", models.CASCADE, null=True, related_name="+", db_index=False)
    language = models.CharField(max_length=2)
    date = models.DateTimeField(null=True, help_text="When a story was first published; of other things, nothing.")
    path = models.TextField(blank=True, help_text="Where it lives; of a story, empty: its own row says so.")
    facets: Any = ArrayField(
        models.IntegerField(),
        default=list,
        help_text="What answers are counted and narrowed by, see articles.search.facets.",
    )
    headline = models.TextField()
    dek = models.TextField(blank=True)
    names = models.TextField(blank=True, help_text="Topics with their aliases, countries, authors and tags.")
    text = models.TextField(blank=True)
    vector = models.GeneratedField(
        expression=Case(
            When(language=Value("es"), then=_vector("newsroom_es")),
            default=_vector("newsroom_en"),
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=_IS_ONE_ROW, name="search_document_of_one_row"),
            *(
                models.UniqueConstraint(fields=[name, "language"], name=f"search_document_of_{name}")
                for name in ("country", "topic", "author")
            ),
        ]
        indexes = [
            GinIndex(fields=["facets"], name="search_facets", fastupdate=False),
            models.Index(F("language"), F("date").desc(nulls_last=True), F("id").desc(), name="search_by_date"),
            models.Index(fields=["language"], condition=Q(article__isnull=True), name="search_names"),
        ]
        triggers = watched()

    def __str__(self) -> str:
        return self.headline


class SearchPosting(models.Model):
    """That a word stands in a document, and how much that tells of it: BM25F but for the rarity of the word."""

    pk = models.CompositePrimaryKey("document", "term")
    term = models.BigIntegerField(help_text="The hash of a stem in its language.")
    document = models.IntegerField()
    impact = RealField()

    class Meta:
        indexes = [models.Index(F("term"), F("impact").desc(), F("document"), name="search_postings")]

    def __str__(self) -> str:
        return f"{self.term} in {self.document}"


class SearchWord(models.Model):
    """A word as it was written, without accents, and the stem that it is found by: for what is half typed or mistyped.

    It may outlive its last document until `manage.py reindex`, so nobody is shown one that no posting holds.
    """

    language = models.CharField(max_length=2)
    word = models.TextField()
    term = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(OpClass(F("word"), name="text_pattern_ops"), F("language"), name="search_words"),
            models.Index(fields=["term"], name="search_words_of_a_stem"),
            GinIndex(OpClass(F("word"), name="gin_trgm_ops"), name="search_words_alike", fastupdate=False),
        ]

    def __str__(self) -> str:
        return self.word


class SearchTally(models.Model):
    """How many documents a language has, and how many words in each field: the sum of all rows, so that no row is hot."""

    language = models.CharField(max_length=2)
    documents = models.BigIntegerField()
    headlines = models.BigIntegerField()
    names = models.BigIntegerField()
    texts = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.language}: {self.documents}"
