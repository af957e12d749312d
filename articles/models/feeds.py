"""What feeds say of each story, written once."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models


class FeedItem(models.Model):
    """The item of a live story in feeds, and what it was written from: it is shown only while all of that is what it was.

    The table is unlogged: all of it can be written anew, so it is in no backup and in no replica. See `articles.feeditems`.
    """

    # No constraint: nobody who deletes a story has to think of this table.
    article = models.OneToOneField(
        "articles.Article", models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="feed_item"
    )
    made_for = models.CharField(max_length=32, help_text="A digest of what does not depend on the story.")
    made_from = models.CharField(max_length=32, help_text="A digest of the words and names of the story.")
    pictures: Any = ArrayField(
        models.BigIntegerField(), help_text="The pictures in its text, in the order of their keys."
    )
    pictures_made_from: Any = ArrayField(models.CharField(max_length=32), help_text="A digest of each that was there.")
    written = models.TextField()

    def __str__(self) -> str:
        return str(self.article_id)
