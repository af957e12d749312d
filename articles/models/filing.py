"""Where each live story stands in the archive, and how many stand there: what every list and every chart is read from.

Both tables follow from the stories and their relations. The database keeps them in the commit that changed those, under the
lock of the edition's row (so no two transactions count at once): see `articles/migrations/_filing.py`.
"""

import pgtrigger
from django.db import models


class Filing(models.Model):
    """One live story on one shelf: a section, a country, a topic, …, or a country and a topic together (`key`, `other`).

    `published_at` is the moment that orders the shelf: the story's first publication, or that of a correction. Its primary
    key is the order of the shelf, so a page of a list is one short piece of an index.
    """

    class Kind(models.TextChoices):
        ALL = "all"
        SECTION = "section"  # the stories of its own sections too
        COUNTRY = "country"
        TOPIC = "topic"
        AUTHOR = "author"
        TAG = "tag"
        COUNTRY_TOPIC = "country_topic"
        COUNTRY_SECTION = "country_section"  # like a section: the stories of its own sections too
        CORRECTED = "corrected"  # a story at each moment at which something was put right in it

    pk = models.CompositePrimaryKey("language", "kind", "key", "other", "published_at", "article_id")
    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    key = models.BigIntegerField()
    other = models.BigIntegerField(default=0)
    published_at = models.DateTimeField()
    # No constraint: the commit that deletes a story takes its filings away, and counts them off.
    article = models.ForeignKey("articles.Article", models.DO_NOTHING, db_constraint=False, related_name="filings")


class FilingCount(models.Model):
    """How many live stories stand on a shelf, in one month or (without a month) in all; and how often two rows meet.

    Months are those of the newsroom's time zone. What nothing stands on has no row.
    """

    #: Beyond the kinds of shelf: pairs of rows that stories share, without months.
    PAIRS = ("section_country", "section_topic", "topic_topic", "country_country")

    language = models.CharField(max_length=2)
    kind = models.CharField(max_length=16)
    key = models.BigIntegerField()
    other = models.BigIntegerField(default=0)
    month = models.DateField(null=True, help_text="Its first day; empty for all months together.")
    stories = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["language", "kind", "key", "other", "month"],
                name="a_shelf_is_counted_once",
                nulls_distinct=False,
                # The months of a list lie all over the table: read from here alone, a list's shape costs half as much.
                include=["stories"],
            )
        ]
        indexes = [
            # Most stories first, so that the rows a row meets most often are the first few of hundreds.
            models.Index(
                fields=["language", "kind", "key", "-stories", "other"],
                condition=models.Q(month__isnull=True),
                name="counts_of_all_months",
            ),
            models.Index(
                fields=["language", "kind", "other", "-stories", "key"],
                condition=models.Q(month__isnull=True),
                name="counts_by_the_other",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.kind} {self.key}/{self.other} {self.month or ''}: {self.stories}"


class Calendar(models.Model):
    """The time zone that months are counted in: one row, equal to the setting TIME_ZONE after every `migrate`."""

    zone = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="calendar_is_one_row")]

    def __str__(self) -> str:
        return self.zone


def filed(columns: str = "", *, story: str = "r.article_id", live: str = "") -> list[pgtrigger.Trigger]:
    """The triggers that note the stories whose place in the archive changes with a row of this table.

    `story` is the story of a row named `r`, `live` an SQL condition on it (by default that this story is live). An update counts
    if one of `columns` (all, if none are named) differs.
    """
    live = live or f"EXISTS (SELECT 1 FROM articles_article a WHERE a.id = {story} AND a.state = 'live')"
    row = f"ROW({columns})" if columns else "to_jsonb(r)"
    arrived, gone = (f"SELECT {story} FROM {rows} r WHERE {live}" for rows in ("new_rows", "old_rows"))
    changed = " UNION ".join(
        f"(SELECT story FROM (SELECT {story} AS story, {row} AS row FROM {ours} r WHERE {live}"
        f" EXCEPT SELECT {story}, {row} FROM {theirs} r WHERE {live}) d)"
        for ours, theirs in (("new_rows", "old_rows"), ("old_rows", "new_rows"))
    )
    return [
        _noting("filing_insert", pgtrigger.Insert, arrived, new="new_rows"),
        _noting("filing_update", pgtrigger.Update, changed, old="old_rows", new="new_rows"),
        _noting("filing_delete", pgtrigger.Delete, gone, old="old_rows"),
    ]


def refiled_with_its_section() -> pgtrigger.Trigger:
    """A section that moves under another one takes its stories along."""
    return _noting(
        "filing_update",
        pgtrigger.Update,
        "SELECT a.id FROM new_rows n JOIN old_rows o USING (id) JOIN articles_article a ON a.section_id = n.id"
        " WHERE a.state = 'live' AND n.parent_id IS DISTINCT FROM o.parent_id",
        old="old_rows",
        new="new_rows",
    )


def _noting(name: str, operation: pgtrigger.Operation, stories: str, **rows: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        func=(
            f"INSERT INTO articles_filing_mark SELECT pg_current_xact_id()::text::bigint, s.* FROM ({stories}) s"
            " ON CONFLICT DO NOTHING; RETURN NULL;"
        ),
    )
