"""Who has a story open at this moment."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """A member of staff at a story's form, last heard of at `seen_at`. Never blocks anything; see `articles.presence`."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="one_presence_a_person_and_story")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.article_id}"
