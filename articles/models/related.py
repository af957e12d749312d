"""What else to read: the list that stands ready for each live story, and what it is made from.

The database marks every story whose words or subjects change for readers, in the transaction that changes them and whoever does.
`articles.related` works the marks off; docs/related.md tells how.
"""

from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from articles.models.edition import ITS_STORY_IS_LIVE, watched
from articles.models.reals import RealField


class RelatedBan(models.Model):
    """A story that an editor does not want to see under another one, whatever they have in common."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bans")
    banned = models.ForeignKey("articles.Article", models.CASCADE, related_name="banned_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "banned"], name="a_ban_once_on_a_story"),
            models.CheckConstraint(condition=~Q(article=F("banned")), name="a_story_does_not_ban_itself"),
        ]
        triggers = watched(ITS_STORY_IS_LIVE)

    def __str__(self) -> str:
        return f"{self.banned_id} never under {self.article_id}"


class RelatedLink(models.Model):
    """A story in the list of another one. The list is read by `worth`, the weightiest first."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="related_links", db_index=False)
    # No constraint: the list is mended after the commit that deletes a story, and must still name it then.
    other = models.ForeignKey("articles.Article", models.DO_NOTHING, db_constraint=False, related_name="+")
    score = RealField(help_text="What the two have in common.")
    worth = RealField(help_text="The score, less what stories above it in this list say already.")
    reasons: Any = models.JSONField(default=dict, help_text="What they share, see articles.related.reasons.")
    alike: Any = models.JSONField(default=dict, help_text="How like it is to others in this list, by their keys.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "other"], name="a_related_story_once_in_a_list")]
        indexes = [models.Index(F("article"), F("worth").desc(), F("other"), name="related_links_in_order")]
        triggers = watched(ITS_STORY_IS_LIVE, private=["score", "alike"])

    def __str__(self) -> str:
        return f"{self.other_id} under {self.article_id}: {self.worth}"


class RelatedText(models.Model):
    """The words that set a live story apart, the weightiest first: as like as these are two stories. The squares sum to 1."""

    article = models.OneToOneField("articles.Article", models.CASCADE, primary_key=True, related_name="+")
    terms: Any = ArrayField(models.BigIntegerField(), help_text="Terms as in SearchPosting.")
    weights: Any = ArrayField(RealField())
    headline: Any = ArrayField(models.BigIntegerField(), help_text="The terms of its headline.")
    rarities: Any = ArrayField(RealField(), help_text="How rare each of these is.")

    def __str__(self) -> str:
        return str(self.article_id)


class RelatedWord(models.Model):
    """In how many documents a common word stands: counting these each time would take too long. See `related.count_words`."""

    term = models.BigIntegerField(primary_key=True)
    documents = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.term}: {self.documents}"


class RelatedMark(models.Model):
    """A story whose list has to be made anew; with `spread`, also the lists of others that it enters or leaves."""

    article_id = models.BigIntegerField()
    spread = models.BooleanField(default=True, db_default=True)
    tries = models.PositiveSmallIntegerField(default=0, db_default=0, help_text="How often that has failed.")

    class Meta:
        indexes = [models.Index(fields=["tries", "id"], name="related_marks_in_turn")]

    def __str__(self) -> str:
        return str(self.article_id)


def relisted(columns: str = "", *, story: str = "r.article_id", live: str = "") -> list[pgtrigger.Trigger]:
    """The triggers that mark stories whose lists change with a row of this table.

    `story` is the story of a row named `r`, `live` an SQL condition on it (by default that this story is live). An update counts
    if one of `columns` (all, if none are named) differs.
    """
    live = live or f"EXISTS (SELECT 1 FROM articles_article a WHERE a.id = {story} AND a.state = 'live')"
    row = f"ROW({columns})" if columns else "to_jsonb(r)"
    arrived, gone = (f"SELECT {story} AS story FROM {rows} r WHERE {live}" for rows in ("new_rows", "old_rows"))
    changed = " UNION ALL ".join(
        f"(SELECT story FROM (SELECT {story} AS story, {row} AS row FROM {ours} r WHERE {live}"
        f" EXCEPT SELECT {story}, {row} FROM {theirs} r WHERE {live}) d)"
        for ours, theirs in (("new_rows", "old_rows"), ("old_rows", "new_rows"))
    )
    return [
        _marking("related_insert", pgtrigger.Insert, arrived, new="new_rows"),
        _marking("related_update", pgtrigger.Update, changed, old="old_rows", new="new_rows"),
        _marking("related_delete", pgtrigger.Delete, gone, old="old_rows"),
    ]


def _marking(name: str, operation: pgtrigger.Operation, stories: str, **rows: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**rows),
        func=f"INSERT INTO articles_relatedmark (article_id) SELECT DISTINCT s.story FROM ({stories}) s; RETURN NULL;",
    )
