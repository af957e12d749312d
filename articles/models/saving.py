"""Saving a row together with what follows from it."""

from typing import Any

from django.db import models, transaction


class SavedWhole(models.Model):
    """A row whose address and search documents are rewritten when it is saved: all of it commits, or nothing.

    Otherwise readers could meet a renamed section before its stories have moved, and one change would make two editions.
    """

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
