"""What full-text search reads: one row for each live story."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Case, Value, When

from articles.models.edition import watched


def _vector(config: str) -> models.expressions.Combinable:
    return (
        SearchVector("headline", weight="A", config=config)
        + SearchVector("dek", "names", weight="B", config=config)
        + SearchVector("text", weight="D", config=config)
    )


class SearchDocument(models.Model):
    """The words of a live story, stemmed without accents in its own language. Derived: `manage.py reindex` rebuilds it."""

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="search_document")
    language = models.CharField(max_length=2)
    headline = models.TextField()
    dek = models.TextField()
    names = models.TextField(help_text="Topics with their aliases, countries, authors and tags.")
    text = models.TextField()
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
        indexes = [GinIndex(fields=["vector"], name="search_vectors")]
        triggers = watched()

    def __str__(self) -> str:
        return self.headline
